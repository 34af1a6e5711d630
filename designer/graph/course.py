"""How a wire is drawn: as a curve, or in right angles."""

from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from designer.document.model import Point
from designer.graph.bent_angles import bent_corners
from designer.graph.curve_points import points_on
from designer.graph.right_angles import CardsWithin, Socket, corners, is_free, reach, rounded
from designer.graph.route import route, route_through, runs_forward

_STEPS, _FINE_STEPS = 20, 40
_STEPS_OF_PIECE, _FINE_STEPS_OF_PIECE = 16, 28


class Course(Protocol):
    """The way of a wire, which is computed when it is asked for."""

    @property
    def ends(self) -> tuple[Point, Point]:
        """Where the wire begins and ends."""
        ...

    @property
    def via(self) -> tuple[Point, ...]:
        """The points between its ends that the wire is led through."""
        ...

    @property
    def heeds_others(self) -> bool:
        """Say whether the way depends on other cards."""
        ...

    def reach(self) -> tuple[Point, ...]:
        """Return points whose rectangle the wire never leaves."""
        ...

    def points(self, *, fine: bool = False) -> tuple[Point, ...]:
        """Return points along the wire, near enough to measure distances by and to draw it; `fine` where it is enlarged."""
        ...


class CurvedCourse(NamedTuple):
    """A wire that is a smooth curve."""

    start: Point
    end: Point

    @property
    def ends(self) -> tuple[Point, Point]:
        """Where the wire begins and ends."""
        return self.start, self.end

    @property
    def via(self) -> tuple[Point, ...]:
        """Say that it is led through no points."""
        return ()

    @property
    def heeds_others(self) -> bool:
        """Say that other cards are nothing to a curve."""
        return False

    def reach(self) -> tuple[Point, ...]:
        """Return the ends, or the control points, which no curve leaves."""
        if runs_forward(self.start, self.end):
            return self.ends
        way = route(self.start, self.end)
        return (way.start, *(each for curve in way.curves for each in (curve.first, curve.second, curve.end)))

    def points(self, *, fine: bool = False) -> tuple[Point, ...]:
        """Return points along the curve."""
        return points_on(route(self.start, self.end), _FINE_STEPS if fine else _STEPS)


@dataclass(frozen=True, slots=True)
class RightAngledCourse:
    """A wire of level and upright pieces."""

    source: Socket
    target: Socket
    cards_within: CardsWithin = field(compare=False)

    @property
    def ends(self) -> tuple[Point, Point]:
        """Where the wire begins and ends."""
        return self.source.at, self.target.at

    @property
    def via(self) -> tuple[Point, ...]:
        """Say that it is led through no points."""
        return ()

    @property
    def heeds_others(self) -> bool:
        """Say whether a card may be in its way."""
        return not is_free(self.source, self.target)

    def reach(self) -> tuple[Point, ...]:
        """Return two corners of the area in which the way is sought."""
        return reach(self.source, self.target)

    def points(self, *, fine: bool = False) -> tuple[Point, ...]:  # noqa: ARG002 - straight pieces are never finer
        """Return the ends of the pieces, and points along the rounded corners."""
        return rounded(corners(self.source, self.target, self.cards_within))


@dataclass(frozen=True, slots=True)
class BentCourse:
    """A wire that is led through points: a smooth curve, or pieces in right angles."""

    start: Point
    via: tuple[Point, ...]
    end: Point
    right_angled: bool = False

    @property
    def ends(self) -> tuple[Point, Point]:
        """Where the wire begins and ends."""
        return self.start, self.end

    @property
    def heeds_others(self) -> bool:
        """Say that whoever leads a wire minds the other cards himself."""
        return False

    def reach(self) -> tuple[Point, ...]:
        """Return the corners, or the control points, which no curve leaves."""
        if self.right_angled:
            return bent_corners(self.start, self.via, self.end)
        way = route_through(self.start, self.via, self.end)
        return (way.start, *(each for curve in way.curves for each in (curve.first, curve.second, curve.end)))

    def points(self, *, fine: bool = False) -> tuple[Point, ...]:
        """Return points along the way."""
        if self.right_angled:
            return rounded(bent_corners(self.start, self.via, self.end))
        steps = _FINE_STEPS_OF_PIECE if fine else _STEPS_OF_PIECE
        return points_on(route_through(self.start, self.via, self.end), steps)
