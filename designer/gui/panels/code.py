"""What the chosen target would get, live and read-only."""

from PySide6.QtCore import QRegularExpression
from PySide6.QtGui import QGuiApplication, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from designer.gui.bridge.assessment import CodeFile
from designer.gui.fields.highlighting import Highlighter, language_of
from designer.gui.theme.colors import color
from designer.gui.theme.fonts import code_font
from designer.gui.theme.metrics import GAP, TEXT
from designer.gui.theme.theme import Theme

_MOST_MARKS = 200
_EXACTLY = QTextDocument.FindFlag.FindCaseSensitively
_MOST_OBSTACLES = 30


class CodePanel(QWidget):
    """Show the files of an export, or what is in the way of it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._files: dict[str, str] = {}
        self._node = ""
        self.files = QComboBox()
        self.files.setAccessibleName(self.tr("File"))
        self.files.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.files.currentTextChanged.connect(self._show_file)
        self.copy = QPushButton(self.tr("Copy"))
        self.copy.clicked.connect(self._copy)
        self.note = QLabel()
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setAccessibleName(self.tr("Code"))
        self.text.setStyleSheet("QPlainTextEdit { border: 0; border-radius: 0; }")
        self.text.setFont(code_font(TEXT - 1))
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._highlighter = Highlighter(self.text.document(), "")
        head = QHBoxLayout()
        head.setContentsMargins(GAP, GAP, GAP, 0)
        head.addWidget(self.files)
        head.addWidget(self.note, 1)
        head.addWidget(self.copy)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addLayout(head)
        rows.addWidget(self.text)

    def show_code(self, files: tuple[CodeFile, ...], title: str) -> None:
        """Show the files of a target, the one that was shown before if it is still there."""
        before = self.files.currentText()
        self._files = {file.path: file.text for file in files}
        blocked = self.files.blockSignals(bool(files))
        self.files.clear()
        self.files.addItems(list(self._files))
        if before in self._files:
            self.files.setCurrentText(before)
        self.files.blockSignals(blocked)
        self.note.setText(title)
        self.files.setEnabled(bool(files))
        self._show_file(self.files.currentText())

    def show_obstacles(self, sentences: tuple[str, ...], title: str) -> None:
        """Show why there is no code."""
        self._files = {}
        self.files.clear()
        self.files.setEnabled(bool(self._files))
        self.note.setText(title)
        self._highlighter.set_language("")
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        listed = [f"•  {one}" for one in sentences[:_MOST_OBSTACLES]]
        more = len(sentences) - len(listed)
        lines = [self.tr("There is no code yet. In the way:"), "", *listed]
        lines += [self.tr("… and {} more, in the list of problems.").format(more)] if more > 0 else []
        self._set_text("\n".join(lines))

    def show_node(self, node_id: str) -> None:
        """Mark where a node stands in the code, and go there; an empty id marks nothing."""
        self._node = node_id
        self._mark(go_there=bool(node_id))

    def set_theme(self, theme: Theme) -> None:
        """Show everything in another theme."""
        self._theme = theme
        self._highlighter.rehighlight()
        self._mark(go_there=False)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())

    def _show_file(self, path: str) -> None:
        if path in self._files:
            self._highlighter.set_language(language_of(path))
            self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
            self._set_text(self._files[path])

    def _set_text(self, text: str) -> None:
        if text != self.text.toPlainText():
            place = self.text.verticalScrollBar().value()
            self.text.setPlainText(text)
            self.text.verticalScrollBar().setValue(place)
        self._mark(go_there=False)

    def _mark(self, *, go_there: bool) -> None:
        marks = list(self._found()) if self._node and self._files else []
        self.text.setExtraSelections(marks)
        if marks and go_there:
            own = (mark for mark in marks if _defines(mark.cursor.block().text(), self._node))
            cursor = QTextCursor(next(own, marks[0]).cursor)
            cursor.clearSelection()
            self.text.setTextCursor(cursor)
            self.text.centerCursor()

    def _found(self) -> list[QTextEdit.ExtraSelection]:
        look = QTextCharFormat()
        look.setBackground(color(self._theme.ink.accent, 60))
        document = self.text.document()
        found: list[QTextEdit.ExtraSelection] = []
        whole = QRegularExpression(rf"(?<![\w-]){QRegularExpression.escape(self._node)}(?![\w-])")
        cursor = document.find(whole, 0, _EXACTLY)
        while not cursor.isNull() and len(found) < _MOST_MARKS:
            mark = QTextEdit.ExtraSelection()
            mark.cursor, mark.format = QTextCursor(cursor), look
            found.append(mark)
            cursor = document.find(whole, cursor, _EXACTLY)
        return found


def _defines(line: str, node_id: str) -> bool:
    """Say whether a line begins the step of a node: a name with it as value, or it as the name of a mapping."""
    text = line.strip().rstrip(",")
    return text in (f'"Name": "{node_id}"', f'"name": "{node_id}"', f'"{node_id}": {{', f"{node_id}:")
