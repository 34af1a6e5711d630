"""The way of an edge in right angles: level and upright pieces with rounded corners.

It leaves to the right and arrives from the left. Where cards may be in its way, it takes the height at which there are
fewest.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from math import cos, hypot, pi, sin

from designer.document.model import Point
from designer.graph.card import CARD_WIDTH, GRID, PIN_PITCH
from designer.graph.rectangles import Rectangle, around

RADIUS = 8.0
_ARC_STEPS = 5
_OUT = 24.0
"""How far a way that goes back leads away from the cards before it turns."""
_SWAY_IN, _SWAY_OUT = 8.0, 14.0
"""How far ways that go back from and to several pins are moved aside of each other at most."""
_STAGGER = 5.0
_STAGGERS = 3
_APART = 32.0
"""How far two cards must be apart in height for a way to pass between them."""
_HALF_GAP = 48.0
"""How far from its ends a long way is upright: in the middle of the gap between two columns."""
_FAR = CARD_WIDTH + 2 * _HALF_GAP
_SHORTEST = 12.0
_SOURCE_SHIFT = 7.0
_TARGET_SHIFT = 4.0
_CLEAR = 6.0
_ASIDE = 16.0
_DETOUR = 120.0
"""How far above or below its ends or cards a way goes to keep clear of other cards."""
_MOST_LEVELS = 8
_MOST_CARDS = 60
"""Among more cards than these no detour is sought: so long a way is never seen as a whole."""

CardsWithin = Callable[[Rectangle], Sequence[Rectangle]]


@dataclass(frozen=True, slots=True)
class Socket:
    """Where a wire ends, and the card that it ends at."""

    at: Point
    card: Rectangle

    @property
    def lane(self) -> float:
        """How many pins it is below the middle of its card."""
        return (self.at.y - self.card.middle) / PIN_PITCH


def loose(at: Point) -> Socket:
    """Return an end that is at no card."""
    return Socket(at, around(at, at))


def leads_ahead(source: Socket, target: Socket) -> bool:
    """Say whether the way goes straight on to the right."""
    ahead = target.at.x - source.at.x
    if ahead >= 2 * _SHORTEST:
        return True
    return ahead >= 0 and (_passage(source.card, target.card) is None or abs(target.at.y - source.at.y) < _OUT)


def is_free(source: Socket, target: Socket) -> bool:
    """Say whether the way goes straight on, and no card fits between its ends."""
    return leads_ahead(source, target) and target.at.x - source.at.x <= _FAR


def reach(source: Socket, target: Socket) -> tuple[Point, Point]:
    """Return two corners of the area that the way never leaves, whatever stands there."""
    if is_free(source, target):
        return source.at, target.at
    is_ahead = leads_ahead(source, target)
    area = (
        around(source.at, target.at)
        if is_ahead
        else _joint(source.card, target.card).grown(_OUT + _SWAY_OUT + _STAGGER * _STAGGERS)
    )
    return Point(area.left, area.top - _DETOUR), Point(area.right, area.bottom + _DETOUR)


def corners(source: Socket, target: Socket, cards_within: CardsWithin) -> tuple[Point, ...]:
    """Return where the way turns, with its ends."""
    if is_free(source, target):
        return _ahead(source, target)
    first, second = reach(source, target)
    own = {source.card, target.card}
    others = [card for card in cards_within(around(first, second)) if card not in own]
    ways = _far(source, target, others) if leads_ahead(source, target) else _back(source, target, others)
    return _freest(ways, [card.grown(_CLEAR) for card in others])


def rounded(turns: Sequence[Point]) -> tuple[Point, ...]:
    """Return points along the way with its corners rounded; a corner between short pieces has a smaller radius."""
    points = [turns[0]]
    for before, corner, after in zip(turns, turns[1:], turns[2:], strict=False):
        points.extend(_arc(before, corner, after))
    points.append(turns[-1])
    return tuple(points)


def _ahead(source: Socket, target: Socket) -> tuple[Point, ...]:
    start, end = source.at, target.at
    middle = (start.x + end.x) / 2
    x = middle + _limited(_shift(source, target), (end.x - start.x) / 2 - _SHORTEST)
    return _turns((start, Point(x, start.y), Point(x, end.y), end))


def _far(source: Socket, target: Socket, others: Sequence[Rectangle]) -> Iterator[tuple[Point, ...]]:
    """Yield ways that are upright in the gaps after the source and before the target, the shortest first."""
    start, end = source.at, target.at
    between = [card for card in others if card.left > start.x and card.right < end.x]
    after = min([_HALF_GAP, *((card.left - start.x) / 2 for card in between)])
    before = min([_HALF_GAP, *((end.x - card.right) / 2 for card in between)])
    shift = _limited(_shift(source, target), min(after, before) - _SHORTEST)
    first, last = start.x + after + shift, end.x - before + shift
    for level in (end.y, start.y, *_levels_beside(others, around(start, end), start.y, end.y)):
        yield _stepped(start, first, level, last, end)


def _levels_beside(cards: Sequence[Rectangle], about: Rectangle, *ends: float) -> list[float]:
    """Return the heights beside cards that a way may take, those first that are the least detour."""
    if len(cards) > _MOST_CARDS:
        return []
    beside = {level for card in cards for level in (card.top - _ASIDE, card.bottom + _ASIDE)}
    low, high = about.top - _DETOUR, about.bottom + _DETOUR
    fit = (level for level in beside if low < level < high and all(abs(level - end) > RADIUS for end in ends))
    return sorted(fit, key=lambda level: (sum(abs(level - end) for end in ends), level))[:_MOST_LEVELS]


def _stepped(start: Point, first: float, level: float, last: float, end: Point) -> tuple[Point, ...]:
    bends = (Point(first, start.y), Point(first, level), Point(last, level), Point(last, end.y))
    return _turns((start, *bends, end))


def _freest(ways: Iterator[tuple[Point, ...]], cards: Sequence[Rectangle]) -> tuple[Point, ...]:
    """Return the first of the ways that have fewest cards in them."""
    best = next(ways)
    least = _struck(best, cards)
    for way in ways:
        if least == 0:
            break
        count = _struck(way, cards)
        if count < least:
            best, least = way, count
    return best


def _struck(way: Sequence[Point], cards: Sequence[Rectangle]) -> int:
    pieces = [around(start, end).grown(0.5) for start, end in pairwise(way)]
    return sum(piece.meets(card) for piece in pieces for card in cards)


def _back(source: Socket, target: Socket, others: Sequence[Rectangle]) -> Iterator[tuple[Point, ...]]:
    """Yield ways between the two cards, then below or above both."""
    start, end = source.at, target.at
    lanes = _SOURCE_SHIFT * source.lane + _TARGET_SHIFT * target.lane
    stagger = _stagger(start, end)
    passage = _passage(source.card, target.card)
    if passage is not None:
        level, room = passage
        sway = _limited(stagger + _swayed(-lanes), room)
        yield _stepped(start, start.x + _OUT + sway, level + sway, end.x - _OUT - sway, end)
    both = _joint(source.card, target.card)
    above, below = both.top - _OUT, both.bottom + _OUT
    beside = (one for one in _levels_beside(others, both.grown(_OUT), start.y, end.y) if not above < one < below)
    nearest = sorted((below, above), key=lambda level: abs(level - start.y) + abs(level - end.y))
    for level in (*nearest, *beside):
        is_below = level > start.y
        sway = stagger + _swayed(-lanes if is_below else lanes)
        bend = level + (sway if is_below else -sway)
        yield _stepped(start, both.right + _OUT + sway, bend, both.left - _OUT - sway, end)


def _swayed(lanes: float) -> float:
    return min(max(lanes, -_SWAY_IN), _SWAY_OUT)


def _stagger(start: Point, end: Point) -> float:
    """Return how much farther out a way back goes, so that those of different heights do not run along one line."""
    return _STAGGER * (abs(end.y - start.y) // GRID % _STAGGERS)


def _joint(first: Rectangle, second: Rectangle) -> Rectangle:
    """Return the rectangle around two."""
    return Rectangle(
        min(first.left, second.left),
        min(first.top, second.top),
        max(first.right, second.right),
        max(first.bottom, second.bottom),
    )


def _passage(first: Rectangle, second: Rectangle) -> tuple[float, float] | None:
    """Return the height in the middle between two cards, and how far one may be off it; None where they are level."""
    top, bottom = (first.bottom, second.top) if first.top < second.top else (second.bottom, first.top)
    return ((top + bottom) / 2, (bottom - top) / 2 - _ASIDE / 2) if bottom - top >= _APART else None


def _shift(source: Socket, target: Socket) -> float:
    """Return how far a way is upright from the middle, so that ways from and to several pins neither meet nor cross."""
    lanes = _SOURCE_SHIFT * source.lane + _TARGET_SHIFT * target.lane
    return -lanes if target.at.y > source.at.y else lanes


def _limited(value: float, most: float) -> float:
    limit = max(most, 0.0)
    return min(max(value, -limit), limit)


def _turns(points: Sequence[Point]) -> tuple[Point, ...]:
    """Leave out the points between the ends where the way does not turn."""
    kept = [points[0]]
    for place in range(1, len(points) - 1):
        before, at, after = kept[-1], points[place], points[place + 1]
        if at != before and not (before.x == at.x == after.x or before.y == at.y == after.y):
            kept.append(at)
    return (*kept, points[-1])


def _arc(before: Point, corner: Point, after: Point) -> Iterator[Point]:
    to_before, back = _direction(corner, before)
    to_after, on = _direction(corner, after)
    radius = min(RADIUS, back / 2, on / 2)
    for one, other in _shares():
        a, b = radius * (1 - one), radius * (1 - other)
        yield Point(corner.x + a * to_before.x + b * to_after.x, corner.y + a * to_before.y + b * to_after.y)


@cache
def _shares() -> tuple[tuple[float, float], ...]:
    angles = [pi / 2 * step / _ARC_STEPS for step in range(_ARC_STEPS + 1)]
    return tuple((round(sin(angle), 9), round(cos(angle), 9)) for angle in angles)


def _direction(start: Point, end: Point) -> tuple[Point, float]:
    length = hypot(end.x - start.x, end.y - start.y)
    return Point((end.x - start.x) / length, (end.y - start.y) / length), length
