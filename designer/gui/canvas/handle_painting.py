"""The round handles of a wire's points."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPen

from designer.document.model import Point
from designer.gui.theme.colors import color
from designer.gui.theme.theme import Theme

_RADIUS = 4.5
_LIT_RADIUS = 6.0


def paint_handles(painter: QPainter, via: Sequence[Point], lit: int, theme: Theme, ink: str) -> None:
    """Paint a ring at each point; the one that is lit is larger and filled."""
    painter.setPen(QPen(color(ink), 2.0))
    for index, at in enumerate(via):
        is_lit = index == lit
        painter.setBrush(color(ink if is_lit else theme.ink.canvas))
        radius = _LIT_RADIUS if is_lit else _RADIUS
        painter.drawEllipse(QPointF(at.x, at.y), radius, radius)
