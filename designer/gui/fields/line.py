"""A line of text that is longer than its field."""

from PySide6.QtWidgets import QLineEdit


def show_from_start(line: QLineEdit, text: str) -> None:
    """Show a text from its beginning on, which tells more of a name or an address than its end."""
    line.setText(text)
    if not line.hasFocus() and line.fontMetrics().horizontalAdvance(text) > line.width():
        line.setCursorPosition(0)
