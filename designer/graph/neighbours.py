"""Which node lies next in a direction, and which nodes lie before and after others."""

from collections.abc import Collection, Iterator, Mapping

from designer.document.model import Document, Point
from designer.document.references import outputs_named_in

_ASIDE = 2.0
"""How much farther a step aside counts than one in the direction that was asked for."""


def neighbour(places: Mapping[str, Point], origin: str, across: int, down: int) -> str | None:
    """Return the nearest node in a direction (-1, 0 or 1 on each axis); None where nothing lies there."""
    here = places[origin]
    found: list[tuple[float, str]] = []
    for node_id, place in places.items():
        along = (place.x - here.x) * across + (place.y - here.y) * down
        aside = abs((place.x - here.x) * down) + abs((place.y - here.y) * across)
        if along > 0 and aside <= _ASIDE * along:
            found.append((along + _ASIDE * aside, node_id))
    return min(found, default=(0.0, None))[1]


def first_of(places: Mapping[str, Point]) -> str | None:
    """Return the node that one begins to read with: the one nearest to the upper left corner."""
    return min(places, key=lambda node_id: (places[node_id].x + places[node_id].y, node_id), default=None)


def upstream(document: Document, ids: Collection[str]) -> frozenset[str]:
    """Return these nodes and all that they come after or take something of."""
    return _reached(ids, _joined(document, backwards=True))


def downstream(document: Document, ids: Collection[str]) -> frozenset[str]:
    """Return these nodes and all that come after them or take something of them."""
    return _reached(ids, _joined(document, backwards=False))


def connected(document: Document, ids: Collection[str]) -> frozenset[str]:
    """Return these nodes and all that hang together with them, whichever way."""
    before, after = _joined(document, backwards=True), _joined(document, backwards=False)
    return _reached(ids, {node_id: before[node_id] | after[node_id] for node_id in document.nodes})


def _joined(document: Document, *, backwards: bool) -> dict[str, set[str]]:
    joined: dict[str, set[str]] = {node_id: set() for node_id in document.nodes}
    for source, target in _pairs(document):
        if source in joined and target in joined:
            joined[target if backwards else source].add(source if backwards else target)
    return joined


def _pairs(document: Document) -> Iterator[tuple[str, str]]:
    yield from ((edge.source, edge.target) for edge in document.edges)
    for node_id, node in document.nodes.items():
        yield from ((reference.owner, node_id) for reference in outputs_named_in(node.settings))


def _reached(ids: Collection[str], joined: Mapping[str, set[str]]) -> frozenset[str]:
    reached: set[str] = set()
    waiting = [node_id for node_id in ids if node_id in joined]
    while waiting:
        here = waiting.pop()
        if here not in reached:
            reached.add(here)
            waiting.extend(joined[here])
    return frozenset(reached)
