"""Automatic arrangement: from left to right in columns, few crossings, straight wires."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from designer.catalog.kind import Kind
from designer.document.edits import move_nodes
from designer.document.model import Document, Note, Point
from designer.document.references import references_in
from designer.graph.card import CARD_HEIGHT, CARD_WIDTH, FRAME_PADDING, FRAME_TITLE, GRID, Card, edge_ends, make_cards
from designer.graph.layout.columns import assign_columns, forward_joins, make_net
from designer.graph.layout.heights import GAP, assign_heights
from designer.graph.layout.net import Join
from designer.graph.layout.ordering import order_columns

COLUMN_PITCH = CARD_WIDTH + 96
PART_GAP = 2 * GAP
CONTAINER_ROOM = FRAME_PADDING + FRAME_TITLE


def arrange(document: Document, kinds: Mapping[str, Kind], ids: Collection[str] | None = None) -> dict[str, Point]:
    """Return new positions for the nodes of these ids (all when None); a part stays where its upper left corner was."""
    chosen = [node_id for node_id in document.nodes if ids is None or node_id in ids]
    cards = make_cards(document, kinds)
    origin = _corner(document, chosen) if ids is not None else Point(0, 0)
    joins = _joins(document, cards, {node_id: index for index, node_id in enumerate(chosen)})
    places: dict[str, Point] = {}
    top = origin.y
    inside = [document.nodes[node_id].inside for node_id in chosen]
    for part in _parts(inside, joins):
        top += CONTAINER_ROOM if inside[part[0]] else 0
        laid, height = _lay_out([cards[chosen[box]] for box in part], _within(part, joins))
        for box, point in zip(part, laid, strict=True):
            places[chosen[box]] = Point(_on_grid(origin.x + point.x), _on_grid(top + point.y))
        top += height + PART_GAP + (FRAME_PADDING if inside[part[0]] else 0)
    return places


def arranged(document: Document, kinds: Mapping[str, Kind], ids: Collection[str] | None = None) -> Document:
    """Return the document with its nodes arranged; each note goes along with the node that it stood nearest to."""
    old = placed(document, kinds)
    new = arrange(document, kinds, ids)
    notes = tuple(_follow(note, old, new) for note in document.notes)
    return replace(move_nodes(document, new), notes=notes)


def placed(document: Document, kinds: Mapping[str, Kind]) -> dict[str, Point]:
    """Return where every node is drawn: its own position, or an arranged one below the others where it has none."""
    own = {node.id: node.position for node in document.nodes.values() if node.position is not None}
    missing = [node_id for node_id in document.nodes if node_id not in own]
    if not missing:
        return own
    if not own:
        return arrange(document, kinds)
    cards = make_cards(document, kinds)
    left = min(point.x for point in own.values())
    below = max(point.y + cards[node_id].height for node_id, point in own.items()) + PART_GAP
    free = arrange(document, kinds, missing)
    return {
        node_id: own.get(node_id) or Point(left + free[node_id].x, below + free[node_id].y)
        for node_id in document.nodes
    }


def _on_grid(length: float) -> float:
    return float(round(length / GRID) * GRID)


def _corner(document: Document, ids: Sequence[str]) -> Point:
    points = [point for node_id in ids if (point := document.nodes[node_id].position) is not None]
    return Point(min((p.x for p in points), default=0.0), min((p.y for p in points), default=0.0))


def _joins(document: Document, cards: Mapping[str, Card], number: Mapping[str, int]) -> list[Join]:
    joins: dict[Join, None] = {}
    for edge in document.edges:
        if edge.source in number and edge.target in number and _are_beside(document, edge.source, edge.target):
            start, end = edge_ends(edge, cards[edge.source], cards[edge.target])
            joins[Join(number[edge.source], number[edge.target], start.y, end.y)] = None
    joined = {(join.source, join.target) for join in joins}
    for source, target in _implied(document, number):
        if (source, target) not in joined:
            joins[Join(source, target, CARD_HEIGHT / 2, CARD_HEIGHT / 2)] = None
    return list(joins)


def _implied(document: Document, number: Mapping[str, int]) -> Iterator[tuple[int, int]]:
    for node_id, target in number.items():
        for _, reference in references_in(document.nodes[node_id].settings):
            if reference.owner in number and _are_beside(document, reference.owner, node_id):
                yield number[reference.owner], target


def _are_beside(document: Document, source: str, target: str) -> bool:
    """Say whether two nodes stand in the same graph; a nested graph is laid out by itself."""
    return source != target and document.nodes[source].inside == document.nodes[target].inside


def _parts(inside: Sequence[str], joins: Sequence[Join]) -> list[list[int]]:
    """Return the groups of boxes that hang together or stand in one nested graph, in the order of their first boxes."""
    count = len(inside)
    root = list(range(count))

    def find(box: int) -> int:
        while root[box] != box:
            root[box] = root[root[box]]
            box = root[box]
        return box

    first = {holder: box for box, holder in reversed(list(enumerate(inside))) if holder}
    pairs = [(join.source, join.target) for join in joins]
    pairs += [(first[holder], box) for box, holder in enumerate(inside) if holder]
    for source, target in pairs:
        one, other = sorted((find(source), find(target)))
        root[other] = one
    parts: dict[int, list[int]] = {}
    for box in range(count):
        parts.setdefault(find(box), []).append(box)
    return list(parts.values())


def _within(part: Sequence[int], joins: Sequence[Join]) -> list[Join]:
    number = {box: index for index, box in enumerate(part)}
    return [
        replace(join, source=number[join.source], target=number[join.target]) for join in joins if join.source in number
    ]


def _lay_out(cards: Sequence[Card], joins: Sequence[Join]) -> tuple[list[Point], float]:
    forward = forward_joins(len(cards), joins)
    column = assign_columns(len(cards), forward)
    first = min(column)
    column = [one - first for one in column]
    net = make_net([card.height for card in cards], forward, column)
    order_columns(net)
    tops = assign_heights(net)[: len(cards)]
    highest = min(tops)
    points = [Point(column[box] * COLUMN_PITCH, tops[box] - highest) for box in range(len(cards))]
    return points, max(point.y + card.height for point, card in zip(points, cards, strict=True))


def _follow(note: Note, old: Mapping[str, Point], new: Mapping[str, Point]) -> Note:
    if not new:
        return note

    def distance(node_id: str) -> float:
        middle = Point(note.position.x + note.width / 2, note.position.y + note.height / 2)
        return (old[node_id].x - middle.x) ** 2 + (old[node_id].y - middle.y) ** 2

    nearest = min(new, key=distance)
    by = Point(new[nearest].x - old[nearest].x, new[nearest].y - old[nearest].y)
    return replace(note, position=Point(note.position.x + by.x, note.position.y + by.y))
