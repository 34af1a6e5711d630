"""How problems, target support and run status are painted onto a card."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from designer.graph.card import CARD_WIDTH, MARGIN, TILE, TILE_RADIUS, Card
from designer.gui.canvas.looks import Marks, RunMark, SupportMark
from designer.gui.theme.colors import color
from designer.gui.theme.fonts import ui_font
from designer.gui.theme.theme import Theme

_RADIUS = 9.0
_LARGEST_COUNT = 9
_SIXTEENTHS = 16
_RING = 3.0


def paint_badges(painter: QPainter, card: Card, marks: Marks, theme: Theme, scale: float) -> None:
    """Paint the problem count at the upper right corner and the support mark at the lower right one."""
    grown = min(max(1.0, 0.7 / scale), 1.9)
    if marks.errors or marks.warnings:
        ink = theme.ink.error if marks.errors else theme.ink.warning
        _count(painter, QPointF(CARD_WIDTH - 6, 0), marks.errors or marks.warnings, ink, theme, _RADIUS * grown)
    if marks.support is SupportMark.NONE:
        return
    lowered = marks.support is SupportMark.LOWERED
    centre = QPointF(CARD_WIDTH - 6, card.height)
    _disc(painter, centre, theme.ink.flow if lowered else theme.ink.error, theme, 8 * grown)
    painter.setPen(QPen(color(theme.ink.card), 1.8 * grown, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
    if lowered:
        painter.drawPolyline(_points(centre, grown, ((-3, -1.2), (0, 2), (3, -1.2))))
    else:
        painter.drawPolyline(_points(centre, grown, ((-2.6, -2.6), (2.6, 2.6))))


def paint_run_mark(painter: QPainter, run: RunMark, theme: Theme) -> None:
    """Paint a ring around the tile while a step runs, and a sign at its corner when it has ended."""
    if run in {RunMark.NONE, RunMark.WAITING}:
        return
    ink = _run_ink(run, theme)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(color(ink, 90 if run is RunMark.RUNNING else 255), _RING - 0.5))
    ring = QRectF(MARGIN, MARGIN, TILE, TILE).adjusted(-_RING, -_RING, _RING, _RING)
    painter.drawRoundedRect(ring, TILE_RADIUS + _RING, TILE_RADIUS + _RING)
    centre = QPointF(MARGIN + TILE, MARGIN + TILE)
    _disc(painter, centre, ink, theme, 8)
    painter.setPen(QPen(color(theme.ink.card), 1.8, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
    if run is RunMark.RUNNING:
        painter.drawArc(QRectF(centre.x() - 3.6, centre.y() - 3.6, 7.2, 7.2), 30 * _SIXTEENTHS, 270 * _SIXTEENTHS)
    for stroke in _SIGNS[run]:
        painter.drawPolyline(_points(centre, 1.0, stroke))


_SIGNS: dict[RunMark, tuple[tuple[tuple[float, float], ...], ...]] = {
    RunMark.RUNNING: (),
    RunMark.SUCCEEDED: (((-3.4, 0.2), (-1.0, 2.6), (3.4, -2.4)),),
    RunMark.FAILED: (((-2.6, -2.6), (2.6, 2.6)), ((2.6, -2.6), (-2.6, 2.6))),
    RunMark.STOPPED: (((-2.2, -2.2), (2.2, -2.2), (2.2, 2.2), (-2.2, 2.2), (-2.2, -2.2)),),
    RunMark.SKIPPED: (((-3.0, 0.0), (3.0, 0.0)),),
}


def _run_ink(run: RunMark, theme: Theme) -> str:
    ink = theme.ink
    inks = {
        RunMark.RUNNING: ink.accent,
        RunMark.SUCCEEDED: ink.success,
        RunMark.FAILED: ink.error,
        RunMark.STOPPED: ink.warning,
    }
    return inks.get(run, ink.flow)


def _points(centre: QPointF, grown: float, offsets: tuple[tuple[float, float], ...]) -> QPolygonF:
    return QPolygonF([QPointF(centre.x() + x * grown, centre.y() + y * grown) for x, y in offsets])


def _disc(painter: QPainter, centre: QPointF, ink: str, theme: Theme, radius: float) -> None:
    painter.setPen(QPen(color(theme.ink.canvas), 2))
    painter.setBrush(color(ink))
    painter.drawEllipse(centre, radius, radius)


def _count(painter: QPainter, centre: QPointF, number: int, ink: str, theme: Theme, radius: float) -> None:
    _disc(painter, centre, ink, theme, radius)
    painter.setFont(ui_font(round(radius * 1.2), strong=True))
    painter.setPen(color(theme.ink.canvas if theme.dark else theme.ink.on_tile))
    room = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
    text = str(number) if number <= _LARGEST_COUNT else f"{_LARGEST_COUNT}+"
    painter.drawText(room, Qt.AlignmentFlag.AlignCenter, text)
