"""A wire that was dropped on the bare canvas, and what would fit at its end."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPoint

from designer.catalog.kind import Kind
from designer.document.model import Edge, Point
from designer.graph.card import Pin
from designer.graph.course import Course
from designer.graph.joining import fits


@dataclass(frozen=True, slots=True)
class Fit:
    """A kind that fits at the end of a wire, and the port that would take it (empty for flow)."""

    kind: str
    port: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WireDrop:
    """Where a wire from a node's pin ended and which way it came, and what fits there, the best first."""

    node: str
    pin: Pin
    at: Point
    course: Course
    screen: QPoint
    fits: tuple[Fit, ...] = ()

    def edge(self, node_id: str, port: str) -> Edge:
        """Return the edge between the wire's node and another."""
        if self.pin.outgoing:
            return Edge(source=self.node, source_port=self.pin.name, target=node_id, target_port=port)
        return Edge(source=node_id, source_port=port, target=self.node, target_port=self.pin.name)


def best_first(kinds: Mapping[str, Kind], pins: Iterable[Pin]) -> tuple[Kind, ...]:
    """Return all kinds, those first that take exactly what one of these pins gives."""
    fitting = {
        fit.kind for pin in pins for kind in kinds.values() for rank, fit in _fits(pin, kind) if rank == 0 and pin.port
    }
    return tuple(sorted(kinds.values(), key=lambda kind: kind.id not in fitting))


def what_fits(pin: Pin, kinds: Mapping[str, Kind]) -> tuple[Fit, ...]:
    """Return the kinds that could stand at the other end of a wire from this pin; exact types before any value."""
    found = [(rank, order, fit) for order, kind in enumerate(kinds.values()) for rank, fit in _fits(pin, kind)]
    return tuple(fit for _, _, fit in sorted(found, key=lambda each: each[:2]))


def _fits(pin: Pin, kind: Kind) -> Iterator[tuple[int, Fit]]:
    """Yield at most one way to join a kind, with its rank."""
    if pin.port is None:
        if _takes_flow(pin, kind):
            yield 0, Fit(kind.id, _branch(kind) if not pin.outgoing else "")
        return
    ports = kind.inputs({}) if pin.outgoing else kind.outputs({})
    for port in ports:
        source, target = (pin.port, port) if pin.outgoing else (port, pin.port)
        if fits(source, target):
            yield int(source.type != target.type), Fit(kind.id, port.name)
            return


def _takes_flow(pin: Pin, kind: Kind) -> bool:
    return (kind.accepts_flow and not kind.is_trigger) if pin.outgoing else not kind.ends


def _branch(kind: Kind) -> str:
    return next(iter(kind.branches({})), "")
