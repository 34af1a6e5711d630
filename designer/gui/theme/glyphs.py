"""Lines of text as glyphs that are laid out once and painted many times.

Laying a text out costs twice as much as painting it, and the cards of a canvas show the same few lines at every step.
"""

from functools import lru_cache

from PySide6.QtCore import QPointF
from PySide6.QtGui import QGlyphRun, QTextLayout

from designer.gui.theme.fonts import elided, ui_font


@lru_cache(maxsize=8192)
def glyphs_of(text: str, pixels: int, width: float, *, strong: bool = False) -> tuple[QGlyphRun, ...]:
    """Return the glyphs of a text cut to a width, one run for each font that it needs; it stands on the line y = 0."""
    layout = QTextLayout(elided(text, pixels, width, strong=strong), ui_font(pixels, strong=strong))
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    if line.isValid():
        line.setPosition(QPointF(0.0, -line.ascent()))
    return tuple(layout.glyphRuns())
