"""Wires follow the points of their edges, also while these are only carried along by a drag."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from PySide6.QtCore import QPointF

from designer.document.bends import moved_bends
from designer.document.model import Document, Edge, Point
from designer.gui.canvas.wire import Wire


def led_anew(wires: Mapping[Edge, Wire], edges: Iterable[Edge]) -> set[str]:
    """Give wires the points of the edges that they show; return the nodes of those that are led in another way now."""
    bent = {edge: edge for edge in edges if edge.via}
    straight = (replace(wire.edge, via=()) for wire in wires.values() if wire.edge.via and wire.edge not in bent)
    touched: set[str] = set()
    for edge in (*bent, *straight):
        if edge in wires and wires[edge].edge.via != edge.via:
            wires[edge].edge = edge
            touched |= {edge.source, edge.target}
    return touched


def carried(document: Document, ids: Iterable[str]) -> tuple[Edge, ...]:
    """Return the bent wires that are moved as a whole with these nodes."""
    moved = frozenset(ids)
    return tuple(edge for edge in document.edges if edge.via and edge.source in moved and edge.target in moved)


def carry(wires: Mapping[Edge, Wire], edges: Iterable[Edge], by: QPointF) -> None:
    """Give the points of wires their places after a movement; they are laid anew with the nodes."""
    for edge in edges:
        wires[edge].edge = replace(edge, via=moved_bends(edge.via, Point(by.x(), by.y())))
