"""How a wire is painted."""

from functools import lru_cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPen

from designer.gui.canvas.detail import Detail, detail_at
from designer.gui.canvas.handle_painting import paint_handles
from designer.gui.canvas.pin_painting import arrow
from designer.gui.canvas.wire import Wire
from designer.gui.theme.colors import mixed
from designer.gui.theme.theme import Theme

_NO_BRUSH, _NO_PEN = Qt.BrushStyle.NoBrush, Qt.PenStyle.NoPen
_FAINT = 0.75
_CALM = 0.15


def paint_wire(painter: QPainter, wire: Wire, theme: Theme, scale: float, *, fine: bool) -> None:
    """Paint a wire, and its points where one may take them; `fine` where it is seen enlarged."""
    ink, faint = _shade(wire, theme)
    width = (1.5 if wire.is_flow else 2.0) + (1.0 if wire.stands_out else 0.0)
    painter.setBrush(_NO_BRUSH)
    painter.setPen(_pen(ink, theme.ink.canvas, faint, max(width, 1.0 / scale)))
    painter.drawPath(wire.strokes(fine=fine))
    if wire.is_flow:
        painter.setPen(_NO_PEN)
        painter.setBrush(mixed(ink, theme.ink.canvas, faint))
        end = wire.ends[1]
        painter.drawPolygon(arrow(QPointF(end.x - 2.0, end.y), 4.5))
    if wire.via and (wire.picked or wire.hovered) and detail_at(scale) >= Detail.TITLE:
        paint_handles(painter, wire.via, wire.lit_bend, theme, ink)


def wire_ink(wire: Wire, theme: Theme) -> str:
    """Return the colour of the pin that a wire leaves."""
    pin = wire.pin
    if pin and pin.is_error:
        return theme.ink.error
    return theme.ink.port(pin.port.type) if pin and pin.port else theme.ink.flow


def _shade(wire: Wire, theme: Theme) -> tuple[str, float]:
    """Return the colour, and how much of the canvas shines through."""
    if wire.picked:
        return theme.ink.accent, 0.0
    own = wire_ink(wire, theme)
    if wire.dimmed:
        return own, _FAINT
    return own, 0.0 if wire.stands_out else _CALM


@lru_cache(maxsize=1024)
def _pen(ink: str, canvas: str, faint: float, width: float) -> QPen:
    pen = QPen(mixed(ink, canvas, faint), width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen
