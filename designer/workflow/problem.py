"""Why a node could not be lowered."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Why a node could not be lowered.

    `setting` is dotted, and empty when the node as a whole is meant. `follows` is set when the cause is elsewhere (a node
    before this one that could not be lowered, a reference that leads nowhere), so that nobody is told twice.
    """

    node: str
    setting: str
    message: str
    follows: bool = False
