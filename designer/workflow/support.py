"""How well an engine takes what is drawn."""

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How well a target takes a step."""

    NATIVE = "native"
    LOWERED = "lowered"
    IMPOSSIBLE = "impossible"


@dataclass(frozen=True, slots=True, kw_only=True)
class Support:
    """How a target takes one node: `reason` says how it is lowered, or why it is impossible."""

    node: str
    level: Level
    reason: str = ""


@dataclass(frozen=True, slots=True)
class JoinSupport:
    """How a target takes a sort of edge: `reason` says how it is lowered, or why it is impossible."""

    level: Level = Level.NATIVE
    reason: str = ""
