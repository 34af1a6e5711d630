"""Dragging the body of a wire bends it; dragging one of its points moves that."""

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF

from designer.document.bends import edge_in
from designer.document.bends import lead as led
from designer.document.model import Edge, Point
from designer.graph.aligning import Box
from designer.graph.bending import place_among, squared_distance_to
from designer.graph.snapping import snap
from designer.gui.canvas.bending import lead
from designer.gui.canvas.geometry import point, snapped
from designer.gui.canvas.items.guide_item import GuideItem
from designer.gui.canvas.picking import Bend
from designer.gui.canvas.stage import Pointer, Stage
from designer.gui.language.words import tr

_THRESHOLD_PIXELS = 4.0
_SNAP_PIXELS = 6.0
_SEEN_PIXELS = 900.0
_BACK_PIXELS = 5.0
_END_PIXELS = 40.0
_END_SHARE = 0.3


class BendGesture:
    """Move one point of a wire; without a place in `bend` a new one is made under the mouse.

    A point that is put back to where the wire would go without it is taken away. `turned` says that Alt was held for
    the gesture itself, so that it does not turn snapping round.
    """

    def __init__(self, stage: Stage, pointer: Pointer, bend: Bend, *, turned: bool = False) -> None:
        self._stage = stage
        self._start = pointer.at
        self._edge = edge_in(stage.session.document, bend.edge)
        self._is_new = not bend.is_there
        self._turned = turned
        self._moving = False
        self._guides = GuideItem(stage.scene)
        self._still: tuple[Box, ...] | None = None
        wire, via = stage.scene.edges[self._edge], self._edge.via
        self._ends = wire.ends
        self._index = place_among(wire.points(), via, point(pointer.at)) if self._is_new else bend.index
        rest = via if self._is_new else (*via[: self._index], *via[self._index + 1 :])
        self._rest = rest
        self._without = stage.scene.laying.course_of(replace(self._edge, via=rest)).points()

    def move(self, pointer: Pointer) -> None:
        """Lead the wire through the mouse; the document follows at the end."""
        if not self._moving and (pointer.at - self._start).manhattanLength() * pointer.scale < _THRESHOLD_PIXELS:
            return
        self._moving = True
        lead(self._stage.scene, replace(self._edge, via=self._via(pointer)))

    def release(self, pointer: Pointer) -> None:
        """Make one edit of the whole movement."""
        if not self._moving:
            return
        via = self._via(pointer)
        self.cancel()
        self._stage.picking.active = Bend(self._edge, self._index)
        self._stage.session.apply(led(self._stage.session.document, self._edge, via), self._text(via))

    def cancel(self) -> None:
        """Lead the wire as before."""
        self._guides.leave()
        if self._moving and self._edge in self._stage.scene.edges:
            lead(self._stage.scene, self._edge)

    def _via(self, pointer: Pointer) -> tuple[Point, ...]:
        reach = _BACK_PIXELS / pointer.scale
        if squared_distance_to(self._without, Point(pointer.at.x(), pointer.at.y())) <= reach * reach:
            self._guides.leave()
            return self._rest
        return (*self._rest[: self._index], self._place(pointer), *self._rest[self._index :])

    def _text(self, via: tuple[Point, ...]) -> str:
        if len(via) == len(self._rest):
            return tr("Remove bend")
        return tr("Bend wire") if self._is_new else tr("Move bend")

    def _place(self, pointer: Pointer) -> Point:
        is_free = pointer.free and not self._turned
        if self._stage.snapping.wanted == is_free:
            self._guides.leave()
            return point(pointer.at)
        at = snapped(pointer.at)
        if self._still is None:
            self._still = (*self._corners(), *self._cards(pointer.scale))
        found = snap(Box(point(at), 0.0, 0.0), self._still, _SNAP_PIXELS / pointer.scale)
        self._guides.point_out(found)
        return point(at + QPointF(found.across or 0.0, found.down or 0.0))

    def _corners(self) -> Iterator[Box]:
        """Yield the wire's ends and its other points."""
        for at in (*self._ends, *self._rest):
            yield Box(at, 0.0, 0.0)

    def _cards(self, scale: float) -> Iterator[Box]:
        """Yield the cards, as far as they are seen."""
        reach, at = _SEEN_PIXELS / scale, self._start
        for card in self._stage.scene.cards.within(QRectF(at.x() - reach, at.y() - reach, 2 * reach, 2 * reach)):
            yield Box(card.at, card.card.height)


def is_at_end(stage: Stage, pointer: Pointer, edge: Edge) -> bool:
    """Say whether the mouse is so near to an end of a wire that this end is meant."""
    start, end = (QPointF(one.x, one.y) for one in stage.scene.edges[edge].ends)
    near = min(_END_PIXELS / pointer.scale, (end - start).manhattanLength() * _END_SHARE)
    return min((pointer.at - one).manhattanLength() for one in (start, end)) < near
