"""Many things of one sort as one item of the scene: an item for each would cost more than its painting."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter, QRegion
from PySide6.QtWidgets import QGraphicsItem
from typing_extensions import override

from designer.gui.canvas.area_index import AreaIndex
from designer.gui.canvas.geometry import EVERYWHERE, rects_of
from designer.gui.theme.theme import Theme

_MANY = 8


class Drawn(Protocol):
    """What a layer may be made of."""

    @property
    def bounds(self) -> QRectF:
        """The rectangle in the scene that it is painted within; none while it is nowhere."""
        ...

    @property
    def hidden(self) -> bool:
        """Say whether it is not to be seen."""
        ...

    @property
    def rank(self) -> tuple[bool, bool, int]:
        """What is the larger the higher it lies."""
        ...


T = TypeVar("T", bound=Drawn)


class LayerItem(QGraphicsItem, Generic[T]):
    """Know where the things of one sort are; whoever inherits paints them.

    `exposed` is the part of the view that is to be painted, in pixels; None where it is no view that paints. `repaint` is
    given the parts of the scene that look different. `changed` are the things that look different since they were last
    painted from far away.
    """

    def __init__(self, height: float, theme: Theme, repaint: Callable[[QRectF], object]) -> None:
        super().__init__()
        self.theme = theme
        self.exposed: QRegion | None = None
        self.repaint = repaint
        self.changed: set[T] = set()
        self._index: AreaIndex[T] = AreaIndex()
        self._gathered: set[T] | None = None
        self.setZValue(height)

    @contextmanager
    def gathering(self) -> Iterator[None]:
        """Look only at the end where things are; meanwhile the whole scene is to be painted anew."""
        gathered: set[T] = set()
        self._gathered = gathered
        try:
            yield
        finally:
            self._gathered = None
            self.changed |= gathered
            for thing in gathered:
                self._index.put(thing)

    def take(self, thing: T) -> None:
        """Show a thing no more."""
        self._index.take(thing)
        self.changed.discard(thing)
        if self._gathered is not None:
            self._gathered.discard(thing)
        self.repaint(thing.bounds)

    def follow(self, thing: T, before: QRectF) -> None:
        """Show a thing that is new, looks different, or is somewhere else; `before` are the bounds that it had."""
        if self._gathered is not None:
            self._gathered.add(thing)
            return
        self.changed.add(thing)
        if not before.isNull():
            self.repaint(before)
        if thing.bounds is not before:
            self.repaint(thing.bounds)
            self._index.put(thing)

    @property
    def count(self) -> int:
        """Return how many things there are."""
        return len(self._index)

    def shown(self) -> list[T]:
        """Return all things that are not hidden."""
        return [thing for thing in self._index if not thing.hidden]

    def within(self, *areas: QRectF) -> list[T]:
        """Return the things that are seen and may reach into parts of the scene, from the lowest to the topmost."""
        found = {thing for area in areas for thing in self._index.within(area) if not thing.hidden}
        return sorted(found, key=lambda thing: thing.rank)

    def exposed_rects(self, painter: QPainter) -> Iterable[QRect]:
        """Return the pixels that are to be painted as a few rectangles."""
        if self.exposed is None:
            return (QRect(0, 0, painter.device().width(), painter.device().height()),)
        if self.exposed.rectCount() <= _MANY:
            return rects_of(self.exposed)
        return (self.exposed.boundingRect(),)

    @override
    def boundingRect(self) -> QRectF:
        return EVERYWHERE
