"""What a wire takes from the pins that it joins, and a pin from its wires."""

from collections.abc import Iterable

from designer.graph.card import Card
from designer.gui.canvas.looks import PinKey
from designer.gui.canvas.wire import Wire
from designer.gui.theme.theme import Theme


def ink_of(wire: Wire, source: Card, theme: Theme) -> str:
    """Return the colour of a wire that leaves this card."""
    pin = source.pin(wire.edge.source_port, outgoing=True, flow=wire.is_flow)
    if pin and pin.is_error:
        return theme.ink.error
    return theme.ink.port(pin.port.type) if pin and pin.port else theme.ink.flow


def wired_pins(node_id: str, wires: Iterable[Wire]) -> frozenset[PinKey]:
    """Return the pins of a node at which these wires end."""
    keys: set[PinKey] = set()
    for wire in wires:
        edge = wire.edge
        if edge.source == node_id:
            keys.add((edge.source_port, True, wire.is_flow))
        elif not wire.implied:
            keys.add((edge.target_port, False, wire.is_flow))
    return frozenset(keys)
