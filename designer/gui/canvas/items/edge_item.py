"""A wire on the canvas."""

from functools import lru_cache
from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget
from typing_extensions import override

from designer.document.model import Edge, Point
from designer.graph.course import Course, CurvedCourse
from designer.gui.canvas.detail import Detail, detail_at
from designer.gui.canvas.geometry import bounds_of, squared_distance
from designer.gui.canvas.handle_painting import paint_handles
from designer.gui.canvas.pin_painting import arrow
from designer.gui.canvas.strokes import dashed_strokes, solid_strokes
from designer.gui.reporting import reports_errors
from designer.gui.theme.colors import mixed
from designer.gui.theme.theme import Theme

_MARGIN = 8.0
_FAINT = 0.75
_CALM = 0.15
_UNLAID = CurvedCourse(Point(0, 0), Point(0, 0))
_NOWHERE = QRectF()


class EdgeItem(QGraphicsItem):
    """Show one edge as a wire.

    `implied` is one that only a reference in a setting makes; it is dotted. The item has no exact shape, which would be
    asked for at every step of the mouse: whoever wants to know measures `squared_distance`. The points that it is led
    through are shown while it is picked or hovered.
    """

    _lit_bend = -1

    def __init__(self, edge: Edge, theme: Theme, *, implied: bool = False) -> None:
        super().__init__()
        self.edge = edge
        self.implied = implied
        self.theme = theme
        self.ink = ""
        self.picked = False
        self.beside_selected = False
        self.hovered = False
        self.dimmed = False
        self._course: Course = _UNLAID
        self._bounds = _NOWHERE
        self._points: tuple[Point, ...] = ()
        self._strokes: QPainterPath | None = None
        self.setZValue(-10)

    @property
    def ends(self) -> tuple[Point, Point]:
        """Return where the wire begins and ends in the scene."""
        return self._course.ends

    @property
    def via(self) -> tuple[Point, ...]:
        """Return the points that the wire is led through; none while one of its nodes is hidden in a folded frame."""
        return self._course.via

    def set_course(self, course: Course) -> None:
        """Lay the wire anew."""
        if course == self._course:
            return
        self.prepareGeometryChange()
        self._course = course
        self._bounds = bounds_of(course.reach(), _MARGIN)
        self._forget()

    def heed_others(self) -> None:
        """Find the way anew where it depends on cards that may have moved."""
        if self._points and self._course.heeds_others:
            self._forget()

    def set_state(self, *, picked: bool | None = None, hovered: bool | None = None, dimmed: bool | None = None) -> None:
        """Change what is given of the wire's state."""
        state = (
            self.picked if picked is None else picked,
            self.hovered if hovered is None else hovered,
            self.dimmed if dimmed is None else dimmed,
        )
        if state != (self.picked, self.hovered, self.dimmed):
            self.picked, self.hovered, self.dimmed = state
            self.setZValue(-5 if self.picked else -10)
            self.update()

    def light_bend(self, index: int) -> None:
        """Show which of its points is under the mouse; -1 is none."""
        if index != self._lit_bend:
            self._lit_bend = index
            self.update()

    def stand_out(self, *, beside_selected: bool) -> None:
        """Draw the wire of a selected node so that one can follow it."""
        if beside_selected != self.beside_selected:
            self.beside_selected = beside_selected
            self.update()

    def points(self) -> tuple[Point, ...]:
        """Return the ends of the short pieces that the wire is drawn of."""
        if not self._points:
            self._points = self._course.points()
        return self._points

    def squared_distance(self, at: QPointF) -> float:
        """Return the square of the distance from a point of the scene to the wire."""
        return min(squared_distance(at, start, end) for start, end in pairwise(self.points()))

    def crosses(self, line: QLineF) -> bool:
        """Say whether a line of the scene crosses the wire."""
        pieces = (QLineF(start.x, start.y, end.x, end.y) for start, end in pairwise(self.points()))
        return any(line.intersects(piece)[0] == QLineF.IntersectionType.BoundedIntersection for piece in pieces)

    @override
    def boundingRect(self) -> QRectF:
        return self._bounds

    @override
    @reports_errors
    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        ink, faint = self._shade()
        width = (1.5 if self._is_flow else 2.0) + (1.0 if self._stands_out else 0.0)
        thinnest = 1.0 / painter.worldTransform().m11()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(_pen(ink, self.theme.ink.canvas, faint, max(width, thinnest)))
        painter.drawPath(self._found_strokes())
        if self._is_flow:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(mixed(ink, self.theme.ink.canvas, faint))
            end = self.ends[1]
            painter.drawPolygon(arrow(QPointF(end.x - 2.0, end.y), 4.5))
        if self._course.via and (self.picked or self.hovered) and detail_at(1.0 / thinnest) >= Detail.TITLE:
            paint_handles(painter, self._course.via, self._lit_bend, self.theme, ink)

    @property
    def _stands_out(self) -> bool:
        return self.hovered or self.picked or self.beside_selected

    @property
    def _is_flow(self) -> bool:
        return self.edge.is_flow and not self.implied

    def _forget(self) -> None:
        self._points = ()
        self._strokes = None
        self.update()

    def _found_strokes(self) -> QPainterPath:
        if self._strokes is None:
            points = self.points()
            if self._is_flow:
                self._strokes = dashed_strokes(points)
            else:
                self._strokes = dashed_strokes(points, 1.5, 5.0) if self.implied else solid_strokes(points)
        return self._strokes

    def _shade(self) -> tuple[str, float]:
        """Return the colour, and how much of the canvas shines through."""
        ink = self.theme.ink
        if self.picked:
            return ink.accent, 0.0
        own = self.ink or ink.flow
        if self.dimmed:
            return own, _FAINT
        return own, 0.0 if self._stands_out else _CALM


@lru_cache(maxsize=1024)
def _pen(ink: str, canvas: str, faint: float, width: float) -> QPen:
    pen = QPen(mixed(ink, canvas, faint), width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen
