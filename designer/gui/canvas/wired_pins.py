"""The pins that wires end at."""

from collections.abc import Iterable

from designer.gui.canvas.looks import PinKey
from designer.gui.canvas.wire import Wire


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
