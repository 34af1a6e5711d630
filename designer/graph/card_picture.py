"""A card in an SVG picture, as the canvas paints it."""

import re
from collections.abc import Iterator
from xml.sax.saxutils import escape

from designer.graph.card import (
    CARD_RADIUS,
    CARD_WIDTH,
    MARGIN,
    PIN_RADIUS,
    TEXT_LEFT,
    TEXT_WIDTH,
    TILE,
    TILE_RADIUS,
    Card,
    Pin,
)
from designer.graph.colours import Ink
from designer.graph.icon_files import icon_text
from designer.graph.svg_text import fitted, number

_BRANCH_ROOM = 34
_DRAWING = re.compile(r"<svg[^>]*>(.*)</svg>", re.DOTALL)


def card_picture(card: Card, wired: frozenset[tuple[str, bool, bool]], colours: Ink) -> Iterator[str]:
    """Yield the lines of a card whose upper left corner is the origin; pins that are not wired are hollow."""
    yield from _body(card, colours)
    yield from _tile(card, colours)
    yield from _texts(card, colours)
    for pin in card.pins:
        is_wired = (pin.name, pin.outgoing, pin.is_flow) in wired
        if pin.port is not None:
            yield _data_pin(pin, colours.port(pin.port.type), colours, wired=is_wired)
        elif pin.outgoing and pin.name and not pin.is_error:
            yield _branch(pin, colours)


def _body(card: Card, colours: Ink) -> Iterator[str]:
    height = number(card.height)
    shadow = "0.3" if colours.dark else "0.06"
    yield (
        f'<rect y="2" width="{CARD_WIDTH}" height="{height}" rx="{CARD_RADIUS}" fill="{colours.shadow}" '
        f'fill-opacity="{shadow}"/>'
    )
    dashes = "" if card.known and not card.bypassed else ' stroke-dasharray="4 3"'
    yield (
        f'<rect width="{CARD_WIDTH}" height="{height}" rx="{CARD_RADIUS}" fill="{colours.card}" '
        f'stroke="{colours.border}"{dashes}/>'
    )


def _tile(card: Card, colours: Ink) -> Iterator[str]:
    yield (
        f'<rect x="{MARGIN}" y="{MARGIN}" width="{TILE}" height="{TILE}" rx="{TILE_RADIUS}" '
        f'fill="{colours.category(card.category)}"/>'
    )
    found = _DRAWING.search(icon_text("kinds", card.kind))
    drawing = found.group(1).strip().replace("currentColor", colours.on_tile) if found else ""
    inset = number(MARGIN + (TILE - 24) / 2)
    yield (
        f'<g transform="translate({inset} {inset})" fill="none" stroke="{colours.on_tile}" stroke-width="1.75" '
        f'stroke-linecap="round" stroke-linejoin="round">{_one_line(drawing)}</g>'
    )


def _one_line(drawing: str) -> str:
    return "".join(line.strip() for line in drawing.splitlines())


def _texts(card: Card, colours: Ink) -> Iterator[str]:
    has_branches = any(pin.outgoing and pin.is_flow and pin.name and not pin.is_error for pin in card.pins)
    room = TEXT_WIDTH - (_BRANCH_ROOM if has_branches else 0)
    top = 25 if card.detail else 33
    title = escape(fitted(card.title, 13, room, strong=True))
    yield f'<text x="{TEXT_LEFT}" y="{top}" font-size="13" font-weight="600" fill="{colours.text}">{title}</text>'
    for offset, text in ((17, card.subtitle), (33, card.detail)):
        if text:
            line = escape(fitted(text, 11, room))
            yield f'<text x="{TEXT_LEFT}" y="{top + offset}" font-size="11" fill="{colours.muted}">{line}</text>'


def _data_pin(pin: Pin, colour: str, colours: Ink, *, wired: bool) -> str:
    fill = colour if wired else colours.card
    stroke = colours.card if wired else colour
    return (
        f'<circle cx="{number(pin.x)}" cy="{number(pin.y)}" r="{PIN_RADIUS}" fill="{fill}" stroke="{stroke}" '
        f'stroke-width="2"/>'
    )


def _branch(pin: Pin, colours: Ink) -> str:
    return (
        f'<text x="{CARD_WIDTH - 13}" y="{number(pin.y + 4)}" font-size="10" font-weight="600" text-anchor="end" '
        f'fill="{colours.muted}">{escape(pin.title)}</text>'
    )
