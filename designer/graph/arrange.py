"""Automatic arrangement: from left to right in columns, few crossings, straight wires."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from designer.catalog.kind import Kind
from designer.document.bends import straighten
from designer.document.edits import move_nodes
from designer.document.model import Document, Note, Point
from designer.document.references import outputs_named_in
from designer.graph.card import CARD_HEIGHT, CARD_WIDTH, FRAME_PADDING, FRAME_TITLE, GRID, Card, edge_ends, make_cards
from designer.graph.layout.blocks import OUTSIDE, Block, End, card_block, ends_of, framed
from designer.graph.layout.columns import assign_columns, forward_joins, make_net
from designer.graph.layout.frames import FrameTree, frames_around, with_free
from designer.graph.layout.heights import GAP, assign_heights
from designer.graph.layout.net import Join
from designer.graph.layout.ordering import order_columns

COLUMN_GAP = 96
PART_GAP = 2 * GAP
CONTAINER_ROOM = FRAME_PADDING + FRAME_TITLE


def arrange(document: Document, kinds: Mapping[str, Kind], ids: Collection[str] | None = None) -> dict[str, Point]:
    """Return new positions for the nodes of these ids (all when None); a part stays where its upper left corner was.

    What stands in a frame is arranged by itself, and the frame then takes its place among the others as one box.
    """
    chosen = [node_id for node_id in document.nodes if ids is None or node_id in ids]
    cards = make_cards(document, kinds)
    origin = _corner(document, chosen) if ids is not None else Point(0, 0)
    block = _block(document, cards, chosen, frames_around(document.frames, chosen))
    return {
        node_id: Point(_on_grid(origin.x + point.x), _on_grid(origin.y + point.y))
        for node_id, point in block.places.items()
    }


def _block(
    document: Document,
    cards: Mapping[str, Card],
    chosen: Sequence[str],
    frames: Sequence[FrameTree],
    *,
    is_framed: bool = False,
) -> Block:
    """Return the arrangement of nodes as one block, those of each frame arranged before."""
    boxes = [
        framed(_block(document, cards, tree.members, tree.inner, is_framed=True))
        if isinstance(tree, FrameTree)
        else card_block(cards[tree])
        for tree in with_free(chosen, frames)
    ]
    ends = ends_of(boxes)
    inside = [document.nodes[next(iter(box.places))].inside for box in boxes]
    joins = _joins(document, cards, ends)
    from_outside = list(_from_outside(document, cards, ends, len(boxes))) if is_framed else []
    if from_outside:
        joins += from_outside
        boxes.append(OUTSIDE)
        inside.append("")
    places: dict[str, Point] = {}
    top = width = bottom = 0.0
    for part in _parts(inside, joins):
        top += CONTAINER_ROOM if inside[part[0]] else 0
        laid, height = _lay_out([boxes[box] for box in part], _within(part, joins))
        left = min((point.x for box, point in zip(part, laid, strict=True) if boxes[box].places), default=0.0)
        for box, point in zip(part, laid, strict=True):
            places |= boxes[box].moved(Point(point.x - left, top + point.y))
            width = max(width, point.x - left + boxes[box].width)
        bottom = top + height + (FRAME_PADDING if inside[part[0]] else 0)
        top = bottom + (PART_GAP if len(part) > 1 else GAP)
    return Block(places=places, width=width, height=bottom)


def with_places(document: Document, kinds: Mapping[str, Kind]) -> Document:
    """Return the document with the positions that are only shown written down."""
    return move_nodes(document, placed(document, kinds))


def arranged(document: Document, kinds: Mapping[str, Kind], ids: Collection[str] | None = None) -> Document:
    """Return the document with its nodes arranged; each note goes along with the node that it stood nearest to.

    Wires between arranged nodes are led through no points any more: these stood where the old cards wanted them.
    """
    old = placed(document, kinds)
    new = arrange(document, kinds, ids)
    notes = tuple(_follow(note, old, new) for note in document.notes)
    among = {edge for edge in document.edges if edge.via and edge.source in new and edge.target in new}
    return replace(straighten(move_nodes(document, new), among), notes=notes)


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


def _joins(document: Document, cards: Mapping[str, Card], ends: Mapping[str, End]) -> list[Join]:
    """Return the joins between boxes; what joins nodes of one box is its own affair."""
    joins: dict[Join, None] = {}
    for edge in document.edges:
        if edge.source in ends and edge.target in ends and _are_beside(document, edge.source, edge.target):
            start, end = edge_ends(edge, cards[edge.source], cards[edge.target])
            joins[_join(ends[edge.source], ends[edge.target], start.y, end.y)] = None
    joined = {(join.source, join.target) for join in joins}
    for source, target in _implied(document, ends):
        if (ends[source].box, ends[target].box) not in joined:
            joins[_join(ends[source], ends[target], CARD_HEIGHT / 2, CARD_HEIGHT / 2)] = None
    return [join for join in joins if join.source != join.target]


def _from_outside(
    document: Document, cards: Mapping[str, Card], ends: Mapping[str, End], outside: int
) -> Iterator[Join]:
    """Yield a join from a box that stands for all outside of a frame, so that wires from there have a way of their own."""
    for edge in document.edges:
        if edge.target not in ends or edge.source in ends or edge.source not in cards:
            continue
        if _are_beside(document, edge.source, edge.target):
            _, end = edge_ends(edge, cards[edge.source], cards[edge.target])
            yield Join(outside, ends[edge.target].box, 0.0, ends[edge.target].top + end.y)


def _join(source: End, target: End, source_y: float, target_y: float) -> Join:
    return Join(source.box, target.box, source.top + source_y, target.top + target_y)


def _implied(document: Document, ends: Mapping[str, End]) -> Iterator[tuple[str, str]]:
    for node_id in ends:
        for reference in outputs_named_in(document.nodes[node_id].settings):
            if reference.owner in ends and _are_beside(document, reference.owner, node_id):
                yield reference.owner, node_id


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


def _lay_out(boxes: Sequence[Block], joins: Sequence[Join]) -> tuple[list[Point], float]:
    forward = forward_joins(len(boxes), joins)
    column = assign_columns(len(boxes), forward)
    first = min(column)
    column = [one - first for one in column]
    net = make_net([box.height for box in boxes], forward, column)
    order_columns(net)
    tops = assign_heights(net)[: len(boxes)]
    highest = min(tops)
    lefts = _lefts(boxes, column)
    points = [Point(lefts[column[box]], tops[box] - highest) for box in range(len(boxes))]
    return points, max(point.y + box.height for point, box in zip(points, boxes, strict=True))


def _lefts(boxes: Sequence[Block], column: Sequence[int]) -> list[float]:
    """Return where each column begins: after the widest box of the one before."""
    widest = [0.0] * (max(column) + 1)
    for box, place in zip(boxes, column, strict=True):
        widest[place] = max(widest[place], box.width)
    lefts = [0.0]
    for width in widest:
        lefts.append(lefts[-1] + (width or CARD_WIDTH) + COLUMN_GAP)
    return lefts


def _follow(note: Note, old: Mapping[str, Point], new: Mapping[str, Point]) -> Note:
    if not new:
        return note

    def distance(node_id: str) -> float:
        middle = Point(note.position.x + note.width / 2, note.position.y + note.height / 2)
        return (old[node_id].x - middle.x) ** 2 + (old[node_id].y - middle.y) ** 2

    nearest = min(new, key=distance)
    by = Point(new[nearest].x - old[nearest].x, new[nearest].y - old[nearest].y)
    return replace(note, position=Point(note.position.x + by.x, note.position.y + by.y))
