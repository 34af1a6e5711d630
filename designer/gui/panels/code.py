"""What the chosen target would get, live and read-only."""

from collections.abc import Iterator
from itertools import islice

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
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

from designer.gui.box_naming import name_box
from designer.gui.bridge.assessment import CodeFile
from designer.gui.fields.highlighting import language_of
from designer.gui.panel_dock import is_seen
from designer.gui.panels.code_view import CodeView
from designer.gui.spoken_box import SpokenBox
from designer.gui.theme.colors import color
from designer.gui.theme.fonts import code_font
from designer.gui.theme.metrics import GAP, TEXT
from designer.gui.theme.theme import Theme

_MOST_MARKS = 200
_MOST_OBSTACLES = 30


class CodePanel(QWidget):
    """Show the files of an export, or what is in the way of it; or what differs from the export that is there."""

    comparison_wanted = Signal(str, str)
    """A file's path in the export, and its text."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._files: dict[str, str] = {}
        self._node = ""
        self._goes_there = bool(self._node)
        self._obstacles = ""
        self.files = SpokenBox()
        self.files.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.files.currentTextChanged.connect(self.refresh)
        self.copy = QPushButton(self.tr("Copy"))
        self.copy.clicked.connect(self._copy)
        self.changes = QPushButton(self.tr("Changes"))
        self.changes.setCheckable(True)
        self.changes.setToolTip(self.tr("Show what differs from the last export"))
        self.changes.toggled.connect(self.refresh)
        self.note = QLabel()
        self.text = CodeView()
        self.text.completed.connect(self._mark)
        self.text.setAccessibleName(self.tr("Code"))
        self.text.setStyleSheet("QPlainTextEdit { border: 0; border-radius: 0; }")
        self.text.setFont(code_font(TEXT - 1))
        head = QHBoxLayout()
        head.setContentsMargins(GAP, GAP, GAP, 0)
        head.addWidget(self.files)
        head.addWidget(self.note, 1)
        head.addWidget(self.changes)
        head.addWidget(self.copy)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addLayout(head)
        rows.addWidget(self.text)
        name_box(self.files, self.tr("File"))

    def show_code(self, files: tuple[CodeFile, ...], title: str) -> None:
        """Show the files of a target, the one that was shown before if it is still there."""
        paths = [file.path for file in files]
        if paths != list(self._files):
            self._offer(paths)
        self._files = {file.path: file.text for file in files}
        self.note.setText(title)
        self.refresh()

    def show_obstacles(self, sentences: tuple[str, ...], title: str) -> None:
        """Show why there is no code."""
        listed = [f"•  {one}" for one in sentences[:_MOST_OBSTACLES]]
        more = len(sentences) - len(listed)
        lines = [self.tr("There is no code yet. In the way:"), "", *listed]
        lines += [self.tr("… and {} more, in the list of problems.").format(more)] if more > 0 else []
        self._show_no_code("\n".join(lines), title)

    def clear(self) -> None:
        """Show nothing."""
        self._show_no_code("", "")

    def show_comparison(self, path: str, told: str) -> None:
        """Show what differs in a file, or that nothing does, as long as that is asked for."""
        if self.changes.isChecked() and path == self.files.currentText():
            self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
            self.text.show_text(told, "diff")

    def show_node(self, node_id: str) -> None:
        """Mark where a node stands in the code, and go there; an empty id marks nothing."""
        self._goes_there = bool(node_id) and (node_id != self._node or self._goes_there)
        self._node = node_id
        self._mark()

    def set_theme(self, theme: Theme) -> None:
        """Show everything in another theme."""
        self._theme = theme
        self.text.recolour()
        self._mark()

    def _show_no_code(self, told: str, title: str) -> None:
        self._files = {}
        self._offer([])
        self.note.setText(title)
        self._obstacles = told
        self.refresh()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.whole)

    def _offer(self, paths: list[str]) -> None:
        """Offer files; the one that is shown stays if it is among them."""
        before = self.files.currentText()
        blocked = self.files.blockSignals(True)  # noqa: FBT003 - Qt takes it by position only
        self.files.clear()
        self.files.addItems(paths)
        if before in paths:
            self.files.setCurrentText(before)
        self.files.blockSignals(blocked)
        self.files.setEnabled(bool(paths))

    def refresh(self, *_: object) -> None:
        """Write what there is to show, if somebody sees it; whoever docks the panel calls it when it comes into sight."""
        if not is_seen(self):
            return
        path = self.files.currentText()
        if path in self._files and self.changes.isChecked():
            self.comparison_wanted.emit(path, self._files[path])
        elif path in self._files:
            self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
            self.text.show_text(self._files[path], language_of(path))
        else:
            self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
            self.text.show_text(self._obstacles)
        self._mark()

    def _mark(self, *_: object) -> None:
        if not is_seen(self):
            return
        text = self.text.whole
        is_code = bool(self._files) and not self.changes.isChecked()
        places = list(islice(_places(text, self._node), _MOST_MARKS)) if self._node and is_code else []
        self.text.setExtraSelections([self._marked(place) for place in places])
        if places and self._goes_there:
            self._goes_there = not self.text.is_whole
            own = (place for place in places if _defines(_line_at(text, place), self._node))
            self.text.setTextCursor(self.text.cursor_at(next(own, places[0]), 0))
            self.text.centerCursor()

    def _marked(self, place: int) -> QTextEdit.ExtraSelection:
        mark = QTextEdit.ExtraSelection()
        mark.cursor = self.text.cursor_at(place, len(self._node))
        mark.format.setBackground(color(self._theme.ink.accent, 60))
        return mark


def _places(text: str, word: str) -> Iterator[int]:
    """Yield where a word stands by itself."""
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        if not _belongs(text[at - 1 : at]) and not _belongs(text[end : end + 1]):
            yield at
        at = text.find(word, end)


def _belongs(letter: str) -> bool:
    return letter.isalnum() or letter in {"_", "-"}


def _line_at(text: str, place: int) -> str:
    end = text.find("\n", place)
    return text[text.rfind("\n", 0, place) + 1 : end if end >= 0 else len(text)]


def _defines(line: str, node_id: str) -> bool:
    """Say whether a line begins the step of a node: a name with it as value, or it as the name of a mapping."""
    text = line.strip().rstrip(",")
    return text in (f'"Name": "{node_id}"', f'"name": "{node_id}"', f'"{node_id}": {{', f"{node_id}:")
