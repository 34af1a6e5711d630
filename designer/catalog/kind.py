"""A kind of node as data: its ports, its settings model, and one pure function that lowers it.

A kind names its model and what is lowered by their types alone: who draws a kind has no need of them.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from designer.catalog.ports import Port

if TYPE_CHECKING:
    from designer.catalog.placed import Lowered, Placed
    from designer.catalog.settings import Settings


class Category(StrEnum):
    """The groups of the palette, in its order."""

    DATA = "data"
    TRIGGER = "trigger"
    PREPARE = "prepare"
    TRAIN = "train"
    REGISTER = "register"
    DEPLOY = "deploy"
    CONTROL = "control"


def _no_ports(_: Mapping[str, object]) -> tuple[Port, ...]:
    return ()


def _no_branches(_: Mapping[str, object]) -> tuple[str, ...]:
    return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A sort of node that may be placed.

    `inputs`, `outputs` and `branches` are functions of the raw settings, because they may depend on them (the channels
    of a training job); they must not fail on wrong settings. A kind with branches has one flow output per branch, any
    other has one unnamed flow output. `ends` is set when nothing may follow. `is_trigger` is set when it starts the
    pipeline. `nests` is set when the node holds a nested graph, which sees `inner_outputs` and the outside sees
    `outputs`. `kept` is set when the node is kept as it was written for one engine: a `${...}` in it is
    its own. `lower` may raise `ValueError` with a sentence when settings contradict each other.
    """

    id: str
    title: str
    summary: str
    category: Category
    settings: "type[Settings]"
    lower: "Callable[[Placed], Lowered]"
    inputs: Callable[[Mapping[str, object]], tuple[Port, ...]] = _no_ports
    outputs: Callable[[Mapping[str, object]], tuple[Port, ...]] = _no_ports
    branches: Callable[[Mapping[str, object]], tuple[str, ...]] = _no_branches
    inner_outputs: Callable[[Mapping[str, object]], tuple[Port, ...]] = _no_ports
    is_trigger: bool = False
    nests: bool = False
    kept: bool = False
    ends: bool = False
    accepts_flow: bool = True
