"""Labels of the panels: quiet words, small words, headings."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel

from designer.gui.theme.colors import color
from designer.gui.theme.fonts import ui_font
from designer.gui.theme.metrics import TEXT_SMALL, TEXT_TITLE
from designer.gui.theme.theme import Theme


def small_label(text: str, ink: str) -> QLabel:
    """Return small words in a colour, which break into lines and can be copied."""
    label = QLabel(text)
    label.setFont(ui_font(TEXT_SMALL))
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    palette = label.palette()
    palette.setColor(QPalette.ColorRole.WindowText, color(ink))
    label.setPalette(palette)
    return label


def muted_label(text: str, theme: Theme) -> QLabel:
    """Return small quiet words."""
    return small_label(text, theme.ink.muted)


def heading(text: str, theme: Theme) -> QLabel:
    """Return the small heading of a group."""
    label = small_label(text.upper(), theme.ink.muted)
    label.setFont(ui_font(TEXT_SMALL - 1, strong=True))
    return label


def title_label(text: str) -> QLabel:
    """Return the title of a page."""
    label = QLabel(text)
    label.setFont(ui_font(TEXT_TITLE, strong=True))
    label.setWordWrap(True)
    return label
