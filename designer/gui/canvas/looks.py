"""What a node's card shows beside its content: state of the mouse, problems, support, run."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

PinKey = tuple[str, bool, bool]
"""A pin by name, whether it is outgoing, and whether it is for flow."""


class RunMark(StrEnum):
    """How far a node's step came in the run that is shown."""

    NONE = ""
    WAITING = "waiting"
    RUNNING = "running"
    SUCCEEDED = "succeeded"
    FAILED = "failed"
    STOPPED = "stopped"
    SKIPPED = "skipped"


class SupportMark(StrEnum):
    """How the chosen target takes a node; natively taken ones show nothing."""

    NONE = ""
    LOWERED = "lowered"
    IMPOSSIBLE = "impossible"


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """The badges of a node."""

    errors: int = 0
    warnings: int = 0
    support: SupportMark = SupportMark.NONE
    support_reason: str = ""
    run: RunMark = RunMark.NONE
    run_reason: str = ""


NO_MARKS = Marks()


class Look(NamedTuple):
    """How a card looks at the moment."""

    selected: bool = False
    hovered: bool = False
    dimmed: bool = False
    lit: frozenset[PinKey] = frozenset()
    marks: Marks = NO_MARKS


PLAIN = Look()
