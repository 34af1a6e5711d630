"""The wires from far away: straight lines as one path, which is kept until a wire changes."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from designer.document.model import Point
from designer.gui.canvas.wire import Wire
from designer.gui.theme.colors import mixed
from designer.gui.theme.theme import Theme

_SHARE = 0.45
_CROWD = 4000
"""From so many wires on, their lines are not smoothed: it takes twice the time, and cannot be seen in the crowd."""


class _Place(NamedTuple):
    """Where the points of a wire are in the path."""

    first: int
    points: tuple[Point, ...]


class FarLines:
    """Know the line of each wire that is shown; `version` is another one after each change.

    Qt takes a list of lines piece by piece and a path as a whole, and a point of a path may be moved.
    """

    def __init__(self) -> None:
        self.version = 0
        self._path = QPainterPath()
        self._places: dict[Wire, _Place] = {}
        self._is_old = False

    @property
    def is_crowd(self) -> bool:
        """Say whether there are very many."""
        return len(self._places) > _CROWD

    def follow(self, changed: Iterable[Wire], shown: Callable[[], Iterable[Wire]]) -> None:
        """Take in where the changed wires go now; `shown` gives all of them."""
        moved = [wire for wire in changed if not self._is_known(wire)]
        if not moved and not self._is_old:
            return
        self.version += 1
        if not self._is_old and all(map(self._can_move, moved)):
            for wire in moved:
                self._move(wire)
        else:
            self._begin_anew(shown())

    def forget(self, wire: Wire) -> None:
        """Take in that a wire is shown no more."""
        if self._places.pop(wire, None) is not None:
            self._is_old = True

    def reach(self) -> QRectF:
        """Return the rectangle around all lines."""
        return self._path.controlPointRect()

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """Paint the lines."""
        pen = QPen(mixed(theme.ink.canvas, theme.ink.flow, _SHARE), 1)
        pen.setCosmetic(True)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=not self.is_crowd)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(self._path)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def _is_known(self, wire: Wire) -> bool:
        """Say whether a wire is in the path as it is now."""
        place = self._places.get(wire)
        return place is None if wire.hidden else place is not None and place.points == _points(wire)

    def _can_move(self, wire: Wire) -> bool:
        """Say whether a wire has a place in the path, and as many points as before."""
        place = self._places.get(wire)
        return place is not None and not wire.hidden and len(place.points) == len(wire.via) + 2

    def _move(self, wire: Wire) -> None:
        place = self._places[wire] = self._places[wire]._replace(points=_points(wire))
        for index, at in enumerate(place.points, place.first):
            self._path.setElementPositionAt(index, at.x, at.y)

    def _begin_anew(self, wires: Iterable[Wire]) -> None:
        self._path, self._places, self._is_old = QPainterPath(), {}, False
        count = 0
        for wire in wires:
            points = _points(wire)
            self._places[wire] = _Place(count, points)
            count += len(points)
            self._path.moveTo(*points[0])
            for at in points[1:]:
                self._path.lineTo(*at)


def _points(wire: Wire) -> tuple[Point, ...]:
    start, end = wire.ends
    return (start, *wire.via, end)
