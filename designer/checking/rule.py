"""What a rule is: a demand on a pipeline, with the text that the program and the reference page show."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from designer.checking.finding import Fix, Severity
from designer.checking.memory import Memory
from designer.graph.model import Graph
from designer.workflow.lowering import Attempt
from designer.workflow.targets import Target


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What is checked: the graph, what it lowered to, and the target where one was chosen.

    `memory` recalls what was found at nodes and steps that are the same as in the check before.
    """

    graph: Graph
    attempt: Attempt
    target: Target | None = None
    memory: Memory = field(default_factory=Memory)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place where a demand is not met, and a sentence that says what to do.

    `severity` is given where it is not the rule's own.
    """

    message: str
    node: str = ""
    port: str = ""
    setting: str = ""
    target: str = ""
    fix: Fix | None = None
    severity: Severity | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A demand.

    Its id begins with its family: S structure, V values, T targets, A AWS, X security. An id is never reused.
    """

    id: str
    severity: Severity
    title: str
    why: str
    spots: Callable[[Subject], Iterator[Spot]]
