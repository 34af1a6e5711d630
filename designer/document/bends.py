"""Edits of the way that a wire is led: the points that it bends at.

An edge that is asked for is found by its ends and ports; one that is not there raises `KeyError`, and so does a point that
is not there `IndexError`.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace

from designer.document.model import Document, Edge, Point

_SAME = 1.0
"""Two nodes that were moved by whole units moved together when they differ by no more than this."""


def add_bend(document: Document, edge: Edge, index: int, at: Point) -> Document:
    """Lead a wire through one more point, which comes to stand at this place among the others."""
    via = edge_in(document, edge).via
    return lead(document, edge, (*via[:index], at, *via[index:]))


def move_bend(document: Document, edge: Edge, index: int, at: Point) -> Document:
    """Put a point of a wire elsewhere."""
    via = list(edge_in(document, edge).via)
    via[index] = at
    return lead(document, edge, tuple(via))


def remove_bend(document: Document, edge: Edge, index: int) -> Document:
    """Take a point of a wire away."""
    via = list(edge_in(document, edge).via)
    del via[index]
    return lead(document, edge, tuple(via))


def straighten(document: Document, edges: Collection[Edge]) -> Document:
    """Take all points of these wires away."""
    return _led(document, lambda edge: () if edge in edges else edge.via)


def lead(document: Document, edge: Edge, via: tuple[Point, ...]) -> Document:
    """Lead a wire through these points and no others."""
    edge_in(document, edge)
    return _led(document, lambda one: via if one == edge else one.via)


def edge_in(document: Document, edge: Edge) -> Edge:
    """Return the edge of a document that joins the same ports, with its points."""
    for one in document.edges:
        if one == edge:
            return one
    raise KeyError(str(edge))


def carry_bends(document: Document, moves: Mapping[str, Point]) -> Document:
    """Move the points of each wire whose two nodes are moved by the same; `moves` says by how much each node is."""

    def carried(edge: Edge) -> tuple[Point, ...]:
        by, other = moves.get(edge.source), moves.get(edge.target)
        return moved_bends(edge.via, by) if by and other and _is_same(by, other) else edge.via

    return _led(document, carried)


def moved_bends(via: tuple[Point, ...], by: Point) -> tuple[Point, ...]:
    """Return points moved."""
    return tuple(Point(one.x + by.x, one.y + by.y) for one in via)


def _is_same(one: Point, other: Point) -> bool:
    return abs(one.x - other.x) <= _SAME and abs(one.y - other.y) <= _SAME


def _led(document: Document, way: Callable[[Edge], tuple[Point, ...]]) -> Document:
    changed = {place: via for place, edge in enumerate(document.edges) if (via := way(edge)) != edge.via}
    if not changed:
        return document
    edges = list(document.edges)
    for place, via in changed.items():
        edges[place] = replace(edges[place], via=via)
    return replace(document, edges=tuple(edges))
