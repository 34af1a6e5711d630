"""The card that a node is drawn as: what it says and where its ports are, in scene units.

The window and the picture file share these numbers, so that both look the same.
"""

from collections.abc import Mapping
from functools import cached_property, lru_cache
from typing import NamedTuple

from designer.catalog.branches import ERROR
from designer.catalog.kind import Kind
from designer.catalog.ports import Port
from designer.document.model import Document, Edge, Node, Point
from designer.graph.caption import caption

GRID = 8
"""The step that positions snap to."""
DOT_PITCH = 24
"""The distance of the background's dots."""
CARD_WIDTH = 216
CARD_HEIGHT = 72
CARD_RADIUS = 12
TILE = 40
TILE_RADIUS = 10
MARGIN = 16
TEXT_LEFT = 68
TEXT_WIDTH = CARD_WIDTH - TEXT_LEFT - 14
FIRST_PIN = 20
PIN_PITCH = 16
BRANCH_PITCH = 32
PIN_RADIUS = 5
FRAME_PADDING = 24
FRAME_TITLE = 32


class Pin(NamedTuple):
    """A place on the side of a card where an edge ends. A flow pin has no port."""

    name: str
    title: str
    y: float
    outgoing: bool
    port: Port | None = None

    @property
    def is_flow(self) -> bool:
        """Say whether flow edges end here."""
        return self.port is None

    @property
    def is_error(self) -> bool:
        """Say whether flow leaves here when the node fails."""
        return self.is_flow and self.outgoing and self.name == ERROR

    @property
    def x(self) -> float:
        """The distance from the card's left side."""
        return CARD_WIDTH if self.outgoing else 0.0


class Pins(tuple[Pin, ...]):  # noqa: SLOT001 - the pins by their names are kept beside the tuple
    """The pins of a card, those on the left first, each side from top to bottom."""

    @cached_property
    def by_key(self) -> Mapping[tuple[str, bool, bool], Pin]:
        """The pins by their names, whether something leaves there, and whether it is flow."""
        return {(pin.name, pin.outgoing, pin.is_flow): pin for pin in reversed(self)}  # of two alike the first counts


_AFTER = (Pin(name="", title="after", y=FIRST_PIN, outgoing=False),)
_THEN = (Pin(name="", title="then", y=FIRST_PIN, outgoing=True),)


class _Sides(NamedTuple):
    """What the pins of a card depend on: those of a kind that is not known, where nothing is given."""

    inputs: tuple[Port, ...] = ()
    outputs: tuple[Port, ...] = ()
    branches: tuple[str, ...] = ()
    follows: bool = True
    ends: bool = False
    catches: bool = False


class Card(NamedTuple):
    """What is drawn for a node."""

    id: str
    kind: str
    title: str
    subtitle: str
    detail: str
    category: str
    known: bool
    bypassed: bool
    pins: Pins
    height: float

    def pin(self, name: str, *, outgoing: bool, flow: bool) -> Pin | None:
        """Return the pin that an edge names."""
        return self.pins.by_key.get((name, outgoing, flow))

    def pin_height(self, name: str, *, outgoing: bool, flow: bool) -> float:
        """Return how far below the card's top an edge ends; where the pin is missing, in the middle of a plain card."""
        pin = self.pins.by_key.get((name, outgoing, flow))
        return pin.y if pin else CARD_HEIGHT / 2


def make_card(node: Node, kind: Kind | None) -> Card:
    """Lay out the card of a node; a kind that is not known gives a card without typed pins."""
    pins, height = _laid_out(_sides_of(kind, node.settings) if kind else _Sides())
    return Card(
        id=node.id,
        kind=node.kind,
        title=node.id,
        subtitle=kind.title if kind else f"Unknown kind “{node.kind}”",
        detail=caption(node, kind),
        category=kind.category if kind else "",
        known=kind is not None,
        bypassed=node.bypassed,
        pins=pins,
        height=height,
    )


def edge_ends(edge: Edge, source: Card, target: Card) -> tuple[Point, Point]:
    """Return where an edge leaves and arrives, relative to each card."""
    flow = edge.is_flow
    leaving = source.pin_height(edge.source_port, outgoing=True, flow=flow)
    arriving = target.pin_height(edge.target_port, outgoing=False, flow=flow)
    return Point(CARD_WIDTH, leaving), Point(0.0, arriving)


def make_cards(document: Document, kinds: Mapping[str, Kind]) -> dict[str, Card]:
    """Lay out the cards of all nodes."""
    return {node.id: make_card(node, kinds.get(node.kind)) for node in document.nodes.values()}


def _sides_of(kind: Kind, settings: Mapping[str, object]) -> _Sides:
    return _Sides(
        inputs=kind.inputs(settings),
        outputs=(*kind.outputs(settings), *kind.inner_outputs(settings)),
        branches=kind.branches(settings),
        follows=kind.accepts_flow and not kind.is_trigger,
        ends=kind.ends,
        catches=kind.settings.catches,
    )


@lru_cache(maxsize=1024)
def _laid_out(sides: _Sides) -> tuple[Pins, float]:
    """Return the pins of a card, and its height."""
    pins = Pins(_pins(sides))
    lowest = max([pin.y for pin in pins], default=0.0)
    return pins, max(CARD_HEIGHT, up_to_grid(lowest + FIRST_PIN))


def _pins(sides: _Sides) -> tuple[Pin, ...]:
    left = (*(_AFTER if sides.follows else ()), *_data_pins(sides.inputs, FIRST_PIN + PIN_PITCH, outgoing=False))
    flow = _leaving_pins(sides)
    lowest = flow[-1].y if flow else FIRST_PIN
    right = (*flow, *_data_pins(sides.outputs, lowest + PIN_PITCH, outgoing=True))
    if not sides.catches:
        return left + right
    below = right[-1].y + PIN_PITCH
    return (*left, *right, Pin(name=ERROR, title="on error", y=below, outgoing=True))


def _leaving_pins(sides: _Sides) -> tuple[Pin, ...]:
    if sides.branches:
        return tuple(
            Pin(name=name, title=name, y=FIRST_PIN + BRANCH_PITCH * index, outgoing=True)
            for index, name in enumerate(sides.branches)
        )
    return () if sides.ends else _THEN


def _data_pins(ports: tuple[Port, ...], top: float, *, outgoing: bool) -> tuple[Pin, ...]:
    return tuple(
        Pin(name=port.name, title=port.title, y=top + PIN_PITCH * index, outgoing=outgoing, port=port)
        for index, port in enumerate(ports)
    )


def up_to_grid(length: float) -> float:
    """Return a length that ends at a step of the grid, no shorter than this one."""
    return -(-length // GRID) * GRID
