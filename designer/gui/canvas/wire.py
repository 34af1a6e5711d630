"""A wire of the canvas: one edge, the way that it takes, and how it stands out."""

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPainterPath

from designer.document.model import Edge, Point
from designer.graph.card import Pin
from designer.graph.course import Course, CurvedCourse
from designer.gui.canvas.geometry import bounds_of, painter_path, squared_distance
from designer.gui.canvas.strokes import dashed_strokes, solid_strokes

_MARGIN = 8.0
_UNLAID = CurvedCourse(Point(0, 0), Point(0, 0))
_NOWHERE = QRectF()


class Wire:
    """Show one edge as a line.

    `implied` is one that only a reference in a setting makes; it is dotted. `is_flow` says that it is drawn as one that
    only tells what comes after what. `pin` is the one that it leaves, None where the card has no such pin. Of two wires
    the one with the larger `number` lies above. A wire is no item of the scene, which would cost ten times as much:
    `WiresItem` paints all of them, and `changed` is told what looks different, with the bounds it had before.
    """

    __slots__ = (
        "_changed",
        "_is_fine",
        "_number",
        "_points",
        "_strokes",
        "beside_selected",
        "bounds",
        "course",
        "dimmed",
        "edge",
        "hidden",
        "hovered",
        "implied",
        "is_flow",
        "lit_bend",
        "picked",
        "pin",
    )

    def __init__(
        self, edge: Edge, number: int, changed: Callable[["Wire", QRectF], object], *, implied: bool = False
    ) -> None:
        self.edge = edge
        self.implied = implied
        self.is_flow = edge.is_flow and not implied
        self.pin: Pin | None = None
        self.hidden = False
        self.picked = False
        self.beside_selected = False
        self.hovered = False
        self.dimmed = False
        self.lit_bend = -1
        self.course: Course = _UNLAID
        self.bounds = _NOWHERE
        self._number = number
        self._changed = changed
        self._points: tuple[Point, ...] = ()
        self._strokes: QPainterPath | None = None
        self._is_fine = False

    @property
    def ends(self) -> tuple[Point, Point]:
        """Return where the wire begins and ends in the scene."""
        return self.course.ends

    @property
    def via(self) -> tuple[Point, ...]:
        """Return the points that the wire is led through; none while one of its nodes is hidden in a folded frame."""
        return self.course.via

    @property
    def stands_out(self) -> bool:
        """Say whether one is to see the wire before others."""
        return self.hovered or self.picked or self.beside_selected

    @property
    def rank(self) -> tuple[bool, bool, int]:
        """Return what is the larger the higher the wire lies."""
        return self.picked, self.stands_out, self._number

    def follow(self, course: Course) -> None:
        """Take another way."""
        before = self.bounds
        self.course = course
        self.bounds = bounds_of(course.reach(), _MARGIN)
        self._points, self._strokes = (), None
        self._changed(self, before)

    def leave(self, pin: Pin | None) -> None:
        """Come out of another pin, which has the colour."""
        if pin != self.pin:
            self.pin = pin
            if self.bounds is not _NOWHERE:
                self._changed(self, self.bounds)

    def heed_others(self) -> None:
        """Find the way anew where it depends on cards that may have moved."""
        if self._points and self.course.heeds_others:
            self._points, self._strokes = (), None
            self._changed(self, self.bounds)

    def set_hidden(self, *, hidden: bool) -> None:
        """Show the wire no more, or again."""
        if hidden != self.hidden:
            self.hidden = hidden
            self._changed(self, self.bounds)

    def set_state(self, *, picked: bool | None = None, hovered: bool | None = None, dimmed: bool | None = None) -> None:
        """Change what is given of the wire's state."""
        state = (
            self.picked if picked is None else picked,
            self.hovered if hovered is None else hovered,
            self.dimmed if dimmed is None else dimmed,
        )
        if state != (self.picked, self.hovered, self.dimmed):
            self.picked, self.hovered, self.dimmed = state
            self._changed(self, self.bounds)

    def light_bend(self, index: int) -> None:
        """Show which of its points is under the mouse; -1 is none."""
        if index != self.lit_bend:
            self.lit_bend = index
            self._changed(self, self.bounds)

    def stand_out(self, *, beside_selected: bool) -> None:
        """Draw the wire of a selected node so that one can follow it."""
        if beside_selected != self.beside_selected:
            self.beside_selected = beside_selected
            self._changed(self, self.bounds)

    def points(self) -> tuple[Point, ...]:
        """Return the ends of the short pieces that the wire is drawn of."""
        if not self._points:
            self._points = self.course.points()
        return self._points

    def strokes(self, *, fine: bool = False) -> QPainterPath:
        """Return what the pen draws; `fine` without the seams that one may see where it is enlarged, and slower."""
        if self._strokes is None or self._is_fine != fine:
            self._strokes, self._is_fine = self._drawn(fine=fine), fine
        return self._strokes

    def squared_distance(self, at: QPointF) -> float:
        """Return the square of the distance from a point of the scene to the wire."""
        return min(squared_distance(at, start, end) for start, end in pairwise(self.points()))

    def crosses(self, line: QLineF) -> bool:
        """Say whether a line of the scene crosses the wire."""
        pieces = (QLineF(start.x, start.y, end.x, end.y) for start, end in pairwise(self.points()))
        return any(line.intersects(piece)[0] == QLineF.IntersectionType.BoundedIntersection for piece in pieces)

    def _drawn(self, *, fine: bool) -> QPainterPath:
        points = self.course.points(fine=True) if fine else self.points()
        if self.is_flow:
            return dashed_strokes(points)
        if self.implied:
            return dashed_strokes(points, 1.5, 5.0)
        return painter_path(points) if fine else solid_strokes(points)
