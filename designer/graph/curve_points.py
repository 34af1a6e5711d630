"""Points along the way of a wire, between which it is drawn in straight pieces."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from itertools import accumulate
from math import ceil, hypot, log2, sqrt

from designer.document.model import Point
from designer.graph.route import Route

_Shares = tuple[float, float, float, float]
"""How much of the four points of a cubic curve a point on it has."""
_FINE = 100
_HIGH = 200.0
"""From which height on a curve has as many points as it may."""


def points_on(way: Route, steps: int = 12) -> tuple[Point, ...]:
    """Return where the way begins and so many points of each of its curves, near enough to measure distances by.

    Those of a lone curve are the closer together the more it bends, so that a steep one has no corners beside its ports; one
    that is nearly level needs fewer.
    """
    points = [way.start]
    at = way.start
    shares = _shares_of_lone(way, steps) if len(way.curves) == 1 else _even_shares(steps)
    for curve in way.curves:
        first, second, end = curve.first, curve.second, curve.end
        points.extend(
            Point(
                a * at.x + b * first.x + c * second.x + d * end.x,
                a * at.y + b * first.y + c * second.y + d * end.y,
            )
            for a, b, c, d in shares
        )
        at = end
    return tuple(points)


def _shares_of_lone(way: Route, most: int) -> tuple[_Shares, ...]:
    end = way.curves[-1].end
    rise = abs(end.y - way.start.y)
    steepness = round(2 * log2(1 + 2 * rise / max(end.x - way.start.x, 1.0)))
    return _shares_in_bends(min(max(ceil(most * sqrt(rise / _HIGH)), 1), most), steepness)


@cache
def _even_shares(steps: int) -> tuple[_Shares, ...]:
    return _shares([step / steps for step in range(1, steps + 1)])


@cache
def _shares_in_bends(steps: int, steepness: int) -> tuple[_Shares, ...]:
    """Return shares with which all pieces of a curve that leaves and arrives level stray about as far from it.

    It is level at a steepness of 0, and with each more steeper by about four tenths.
    A piece strays by its length squared times the curvature. So as many pieces as the root of the curvature belong to a
    length, which for two control points in the middle is the weight below.
    """
    rise = 2 * (2 ** (steepness / 2) - 1)
    fine = [(index + 0.5) / _FINE for index in range(_FINE)]
    weights = [sqrt(abs(1 - 2 * t) / hypot(1 - 2 * t + 2 * t * t, rise * t * (1 - t))) for t in fine]
    passed = [0.0, *accumulate(weights)]
    return _shares([_where(passed, passed[-1] * step / steps) / _FINE for step in range(1, steps)] + [1.0])


def _where(passed: Sequence[float], wanted: float) -> float:
    """Return at which place, counted in whole and parts, a growing row of numbers reaches one."""
    index = bisect_left(passed, wanted) - 1
    return index + (wanted - passed[index]) / (passed[index + 1] - passed[index])


def _shares(along: Sequence[float]) -> tuple[_Shares, ...]:
    return tuple(((1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t * t, t**3) for t in along)
