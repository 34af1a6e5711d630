"""The workflow: the pipeline as AWS calls, choices and waits, with who runs after whom.

An exporter sees this and nothing else: it knows no kinds.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from designer.catalog.branches import ERROR
from designer.catalog.needs import Need, Statement
from designer.catalog.steps import Step
from designer.document.model import Document, Parameter


@dataclass(frozen=True, slots=True, kw_only=True)
class Dependency:
    """A step that must have ended before another begins.

    `branch` is the branch of a choice that must have been taken (empty for none). `data` is set when a value is taken
    from it: the other is then skipped when this one is skipped. Without it the dependency is flow: of all flow
    dependencies of a step at least one must be live.
    """

    step: str
    branch: str = ""
    data: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """A frame of the canvas with the nodes in it, and the steps that these became."""

    name: str
    steps: tuple[str, ...]
    nodes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Workflow:
    """A lowered pipeline.

    `steps` stand in an order in which they may run (cycles aside, see `has_cycles`). `after` has an entry for every
    step. `inside` names, for each step of a nested graph, the `Each` step that holds it, which stands before it; a step waits
    only for steps of its own nested graph, and the holder for what those wait for outside. `needs` are unique and in the
    order of the nodes. `statements` go to the execution role. `document` is what it was made from.
    """

    name: str
    description: str
    region: str
    parameters: tuple[Parameter, ...]
    steps: tuple[Step, ...]
    after: Mapping[str, tuple[Dependency, ...]]
    document: Document
    needs: tuple[Need, ...] = ()
    statements: tuple[Statement, ...] = ()
    stages: tuple[Stage, ...] = ()
    settings: Mapping[str, object] = field(default_factory=dict)
    has_cycles: bool = False
    inside: Mapping[str, str] = field(default_factory=dict)

    def within(self, holder: str) -> tuple[Step, ...]:
        """Return the steps that stand directly in a nested graph, or with empty text in none."""
        return tuple(step for step in self.steps if self.inside.get(step.id, "") == holder)

    def caught(self) -> frozenset[str]:
        """Return the steps after which control goes on by `error` when they fail."""
        return frozenset(
            one.step for dependencies in self.after.values() for one in dependencies if one.branch == ERROR
        )

    def step(self, step_id: str) -> Step:
        """Return the step of that id; `KeyError` when there is none."""
        for step in self.steps:
            if step.id == step_id:
                return step
        raise KeyError(step_id)
