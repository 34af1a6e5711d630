"""Which steps may be skipped, and how a step learns in the run whether it is one of them.

CodePipeline has no branches. Every step that comes after a choice looks, before it does anything, at what the steps before
it say of themselves: whether they ran, and which branch they took. That is the reference semantics, word for word.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from designer.catalog.steps import Choice
from designer.workflow.model import Dependency, Workflow

RAN = "RAN"
BRANCH = "BRANCH"


@dataclass(frozen=True, slots=True, kw_only=True)
class Guard:
    """When a step runs: all of `needed` ran, and, where there are any, one of `live` ran by its branch.

    Steps that always run are left out; `live` is then empty when one of the flows is always live.
    """

    needed: tuple[str, ...] = ()
    live: tuple[Dependency, ...] = ()

    @property
    def is_open(self) -> bool:
        """Say whether the step always runs."""
        return not self.needed and not self.live


def guards(workflow: Workflow) -> dict[str, Guard]:
    """Return the guard of every step."""
    found: dict[str, Guard] = {}
    for step in workflow.steps:
        found[step.id] = _guard(workflow.after.get(step.id, ()), found)
    return found


def _guard(after: tuple[Dependency, ...], found: dict[str, Guard]) -> Guard:
    needed = tuple(one.step for one in after if one.data and not _always_runs(one.step, found))
    flows = [one for one in after if not one.data]
    is_always_live = any(not one.branch and _always_runs(one.step, found) for one in flows)
    return Guard(needed=needed, live=() if is_always_live else tuple(flows))


def _always_runs(step: str, found: dict[str, Guard]) -> bool:
    return step not in found or found[step].is_open


def says_whether_it_ran(workflow: Workflow) -> frozenset[str]:
    """Return the steps that others ask whether they ran."""
    return frozenset(step for guard in guards(workflow).values() for step in _asked(guard))


def _asked(guard: Guard) -> Iterator[str]:
    yield from guard.needed
    yield from (one.step for one in guard.live)


def choices(workflow: Workflow) -> frozenset[str]:
    """Return the ids of the choices."""
    return frozenset(step.id for step in workflow.steps if isinstance(step, Choice))


def guard_environment(guard: Guard, choosing: frozenset[str]) -> dict[str, str]:
    """Return the variables that a guard looks at."""
    names: dict[str, str] = {}
    for step in _asked(guard):
        names[ran_variable(step)] = f"#{{{step}.{RAN}}}"
        if step in choosing:
            names[branch_variable(step)] = f"#{{{step}.{BRANCH}}}"
    return names


def guard_test(guard: Guard) -> str:
    """Return a shell test that is true when the step is to run."""
    parts = [f'[ "${ran_variable(step)}" = true ]' for step in guard.needed]
    if guard.live:
        live = " || ".join(_live(one) for one in guard.live)
        parts.append(f"{{ {live}; }}")
    return " && ".join(parts) or "true"


def _live(one: Dependency) -> str:
    ran = f'[ "${ran_variable(one.step)}" = true ]'
    return f'{{ {ran} && [ "${branch_variable(one.step)}" = {one.branch} ]; }}' if one.branch else ran


def ran_variable(step: str) -> str:
    """Return the variable that says whether a step ran."""
    return "RAN_" + "".join(letter if letter.isalnum() else "_" for letter in step)


def branch_variable(step: str) -> str:
    """Return the variable that says which branch a choice took."""
    return "BRANCH_" + "".join(letter if letter.isalnum() else "_" for letter in step)
