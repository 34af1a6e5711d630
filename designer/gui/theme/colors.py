"""Qt colours from the hexadecimal text of the inks."""

from functools import cache

from PySide6.QtGui import QColor


@cache
def color(text: str, alpha: int = 255) -> QColor:
    """Return a colour; do not change the one returned, it is shared."""
    made = QColor(text)
    made.setAlpha(alpha)
    return made


@cache
def mixed(one: str, other: str, share: float) -> QColor:
    """Return a colour between two: `share` of the other."""
    first, second = QColor(one), QColor(other)
    return QColor(
        round(first.red() + (second.red() - first.red()) * share),
        round(first.green() + (second.green() - first.green()) * share),
        round(first.blue() + (second.blue() - first.blue()) * share),
    )
