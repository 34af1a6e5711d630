"""The beginning of a file, to read and not to change."""

from pathlib import Path

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from designer.gui.fields.highlighting import Highlighter, language_of
from designer.gui.theme.fonts import code_font
from designer.gui.theme.metrics import TEXT

_LINES = 12
_MOST_BYTES = 8192


class FilePreview(QPlainTextEdit):
    """Show the first lines of a file of text; hidden where there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setFont(code_font(TEXT - 2))
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setTabChangesFocus(True)
        self.setAccessibleName(self.tr("The beginning of the file"))
        self._highlighter = Highlighter(self.document(), "")
        self.hide()

    def show_file(self, path: Path | None) -> None:
        """Show the beginning of a file; nothing where it is no file, or none of text."""
        text = _beginning(path)
        self.setVisible(bool(text))
        if text and text != self.toPlainText():
            self._highlighter.set_language(language_of(path.name if path else ""))
            self.setPlainText(text)
            lines = min(_LINES, text.count("\n") + 1)
            self.setFixedHeight(QFontMetrics(self.font()).lineSpacing() * lines + 18)


def _beginning(path: Path | None) -> str:
    if path is None:
        return ""
    try:
        with path.open("rb") as file:
            content = file.read(_MOST_BYTES)
    except (OSError, ValueError):
        return ""
    if b"\0" in content:
        return ""
    lines = content.decode("utf-8", errors="replace").splitlines()
    return "\n".join([*lines[:_LINES], *(["…"] if len(lines) > _LINES else [])])
