"""A picture of the pipeline as SVG text, with the look of the canvas and without a window.

The same document gives the same bytes: numbers are written in one way and nothing is asked of the machine. Text widths
are estimated, because no font can be measured here.
"""

from collections.abc import Iterator, Mapping
from xml.sax.saxutils import escape, quoteattr

from designer.catalog.branches import ERROR
from designer.catalog.kind import Kind
from designer.document.model import Document, Edge, Frame, Note, Point
from designer.graph.arrange import placed
from designer.graph.card import (
    CARD_RADIUS,
    CARD_WIDTH,
    DOT_PITCH,
    FRAME_PADDING,
    FRAME_TITLE,
    Card,
    edge_ends,
    make_cards,
)
from designer.graph.card_picture import card_picture
from designer.graph.colours import Ink, frame_colour, ink, note_look
from designer.graph.containers import containers_of
from designer.graph.note_text import plain_note
from designer.graph.route import Route, route, route_through
from designer.graph.svg_text import FONT, number, wrapped

_MARGIN = 48.0
_EMPTY = (0.0, 0.0, 320.0, 120.0)
_Box = tuple[float, float, float, float]


def svg(document: Document, kinds: Mapping[str, Kind], *, dark: bool = False) -> str:
    """Return the whole document as an SVG file."""
    colours = ink(dark=dark)
    cards = make_cards(document, kinds)
    places = placed(document, kinds)
    drawn = (*document.frames, *containers_of(document))
    frames = [(frame, _frame_box(frame, cards, places)) for frame in drawn if set(frame.nodes) & set(cards)]
    left, top, right, bottom = _bounds(document, cards, places, [box for _, box in frames])
    box = (left - _MARGIN, top - _MARGIN, right - left + 2 * _MARGIN, bottom - top + 2 * _MARGIN)
    lines = [_opening(document.name, box), f"<title>{escape(document.name)}</title>", *_ground(box, colours)]
    for frame, around in frames:
        lines.extend(_frame(frame, around, colours))
    for edge in document.edges:
        if edge.source in cards and edge.target in cards:
            lines.extend(_edge(edge, cards, places, colours))
    for note in document.notes:
        lines.extend(_note(note, colours))
    for node_id, card in cards.items():
        place = places[node_id]
        lines.append(f'<g transform="translate({number(place.x)} {number(place.y)})">')
        lines.extend(card_picture(card, _wired(document, node_id), colours))
        lines.append("</g>")
    lines.append("</svg>")
    return "\n".join(lines) + "\n"


def _opening(name: str, box: _Box) -> str:
    size = f'width="{number(box[2])}" height="{number(box[3])}"'
    view = " ".join(number(each) for each in box)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} viewBox="{view}" font-family="{FONT}" role="img" '
        f"aria-label={quoteattr(name)}>"
    )


def _ground(box: _Box, colours: Ink) -> Iterator[str]:
    left, top, width, height = (number(each) for each in box)
    area = f'x="{left}" y="{top}" width="{width}" height="{height}"'
    half = number(DOT_PITCH / 2)
    yield (
        f'<defs><pattern id="dots" width="{DOT_PITCH}" height="{DOT_PITCH}" patternUnits="userSpaceOnUse">'
        f'<circle cx="{half}" cy="{half}" r="1.1" fill="{colours.dot}"/></pattern></defs>'
    )
    yield f'<rect {area} fill="{colours.canvas}"/>'
    yield f'<rect {area} fill="url(#dots)"/>'


def _bounds(document: Document, cards: Mapping[str, Card], places: Mapping[str, Point], frames: list[_Box]) -> _Box:
    boxes = [
        (places[node_id].x, places[node_id].y, places[node_id].x + CARD_WIDTH, places[node_id].y + card.height)
        for node_id, card in cards.items()
    ]
    boxes += [
        (note.position.x, note.position.y, note.position.x + note.width, note.position.y + note.height)
        for note in document.notes
    ]
    boxes += [(at.x, at.y, at.x, at.y) for edge in document.edges for at in edge.via]
    return _united(boxes + frames) if boxes else _EMPTY


def _united(boxes: list[_Box]) -> _Box:
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def _frame_box(frame: Frame, cards: Mapping[str, Card], places: Mapping[str, Point]) -> _Box:
    inside = [
        (
            places[node_id].x,
            places[node_id].y,
            places[node_id].x + CARD_WIDTH,
            places[node_id].y + cards[node_id].height,
        )
        for node_id in frame.nodes
        if node_id in cards
    ]
    left, top, right, bottom = _united(inside)
    return left - FRAME_PADDING, top - FRAME_PADDING - FRAME_TITLE, right + FRAME_PADDING, bottom + FRAME_PADDING


def _frame(frame: Frame, box: _Box, colours: Ink) -> Iterator[str]:
    left, top, right, bottom = box
    colour = frame_colour(frame.color, colours)
    yield (
        f'<rect x="{number(left)}" y="{number(top)}" width="{number(right - left)}" height="{number(bottom - top)}" '
        f'rx="16" fill="{colour}" fill-opacity="{0.05 if colours.dark else 0.07}" stroke="{colour}" '
        f'stroke-opacity="0.43" stroke-width="1.2"/>'
    )
    yield (
        f'<text x="{number(left + FRAME_PADDING)}" y="{number(top + FRAME_TITLE / 2 + 8)}" font-size="12" '
        f'font-weight="600" fill="{colour}">{escape(frame.title)}</text>'
    )


def _edge(edge: Edge, cards: Mapping[str, Card], places: Mapping[str, Point], colours: Ink) -> Iterator[str]:
    source, target = places[edge.source], places[edge.target]
    start, end = edge_ends(edge, cards[edge.source], cards[edge.target])
    ends = Point(source.x + start.x, source.y + start.y), Point(target.x + end.x, target.y + end.y)
    way = route_through(ends[0], edge.via, ends[1]) if edge.via else route(*ends)
    if edge.is_flow:
        ink = colours.error if edge.source_port == ERROR else colours.flow
        stroke = f'stroke="{ink}" stroke-width="1.5" stroke-dasharray="6 4.5"'
        yield f'<path d="{_path(way)}" fill="none" {stroke}/>'
        tip = way.curves[-1].end
        back, up, down = number(tip.x - 9.2), number(tip.y - 4.5), number(tip.y + 4.5)
        point = f"{number(tip.x - 2)} {number(tip.y)}"
        yield f'<path d="M{back} {up}L{point}L{back} {down}Z" fill="{ink}"/>'
        return
    pin = cards[edge.source].pin(edge.source_port, outgoing=True, flow=False)
    colour = colours.port(pin.port.type) if pin and pin.port else colours.flow
    yield f'<path d="{_path(way)}" fill="none" stroke="{colour}" stroke-opacity="0.85" stroke-width="2"/>'


def _path(way: Route) -> str:
    curves = "".join(f"C{_pair(curve.first)} {_pair(curve.second)} {_pair(curve.end)}" for curve in way.curves)
    return f"M{_pair(way.start)}{curves}"


def _pair(point: Point) -> str:
    return f"{number(point.x)} {number(point.y)}"


def _note(note: Note, colours: Ink) -> Iterator[str]:
    x, y, look = note.position.x, note.position.y, note_look(note.color, colours)
    yield (
        f'<rect x="{number(x)}" y="{number(y)}" width="{number(note.width)}" height="{number(note.height)}" '
        f'rx="{CARD_RADIUS - 4}" fill="{look.fill}" stroke="{look.border}"/>'
    )
    room = int((note.height - 20) // 17)
    for index, line in enumerate(wrapped(plain_note(note.text), 12, note.width - 24)[:room]):
        yield (
            f'<text x="{number(x + 12)}" y="{number(y + 24 + 17 * index)}" font-size="12" '
            f'fill="{colours.text}">{escape(line)}</text>'
        )


def _wired(document: Document, node_id: str) -> frozenset[tuple[str, bool, bool]]:
    return frozenset(
        (edge.source_port if outgoing else edge.target_port, outgoing, edge.is_flow)
        for edge in document.edges
        for outgoing in (True, False)
        if node_id == (edge.source if outgoing else edge.target)
    )
