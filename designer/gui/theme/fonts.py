"""The fonts of the window: whatever good face the system has, at fixed pixel sizes."""

from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF

FAMILIES = (
    "Inter",
    "SF Pro Text",
    "Segoe UI Variable Text",
    "Segoe UI",
    "Helvetica Neue",
    "Ubuntu",
    "Cantarell",
    "Noto Sans",
    "DejaVu Sans",
)
CODE_FAMILIES = (
    "JetBrains Mono",
    "SF Mono",
    "Cascadia Mono",
    "Consolas",
    "Ubuntu Mono",
    "Noto Sans Mono",
    "DejaVu Sans Mono",
)


@cache
def ui_font(pixels: int, *, strong: bool = False) -> QFont:
    """Return the interface font; do not change the one returned, it is shared."""
    font = QFont()
    font.setFamilies(list(FAMILIES))
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


@cache
def code_font(pixels: int) -> QFont:
    """Return the font for code; do not change the one returned, it is shared."""
    font = QFont()
    font.setFamilies(list(CODE_FAMILIES))
    font.setStyleHint(QFont.StyleHint.Monospace)
    font.setPixelSize(pixels)
    return font


@cache
def metrics(pixels: int, *, strong: bool = False) -> QFontMetricsF:
    """Return the measures of the interface font."""
    return QFontMetricsF(ui_font(pixels, strong=strong))


def elided(text: str, pixels: int, width: float, *, strong: bool = False) -> str:
    """Return a text cut to a width, with an ellipsis where it was cut."""
    return metrics(pixels, strong=strong).elidedText(text, Qt.TextElideMode.ElideRight, width)
