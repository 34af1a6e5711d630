"""Which steps may be skipped, and how a step learns in the run whether it is one of them.

CodePipeline has no branches. A choice says of itself which branch it took, or that it was skipped, and every step that
comes after one looks at that before it does anything. Whether a step runs follows from these answers alone, since a step
that was called and failed ends the pipeline.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from designer.catalog.branches import ELSE, THEN
from designer.catalog.steps import Choice
from designer.workflow.model import Dependency, Workflow
from exporters.codepipeline.shell_values import variable

RAN = "RAN"
BRANCH = "BRANCH"
SKIPPED = "skipped"
_MOST_CLAUSES = 40


@dataclass(frozen=True, slots=True, order=True)
class Taken:
    """That a choice ran and went on by a branch."""

    choice: str
    branch: str


_Clauses: TypeAlias = frozenset[frozenset[Taken]]
_ALWAYS: _Clauses = frozenset()
_NEVER: _Clauses = frozenset({frozenset()})


@dataclass(frozen=True, slots=True)
class Guard:
    """When a step runs: when of every clause one member holds; without clauses always.

    `is_too_large` is set where that would take too many clauses to write down; `clauses` are then empty.
    """

    clauses: tuple[tuple[Taken, ...], ...] = ()
    is_too_large: bool = False

    @property
    def is_open(self) -> bool:
        """Say whether the step always runs."""
        return not self.clauses and not self.is_too_large

    @property
    def choices(self) -> tuple[str, ...]:
        """Return the choices that decide, in a stable order."""
        return tuple(sorted({one.choice for clause in self.clauses for one in clause}))


class _TooLarge(Exception):
    pass


def guards(workflow: Workflow) -> dict[str, Guard]:
    """Return the guard of every step."""
    choices = frozenset(step.id for step in workflow.steps if isinstance(step, Choice))
    found: dict[str, _Clauses | None] = {}
    for step in workflow.steps:
        try:
            found[step.id] = _clauses(workflow.after.get(step.id, ()), found, choices)
        except _TooLarge:
            found[step.id] = None
    return {step: _guard(clauses) for step, clauses in found.items()}


def _guard(clauses: _Clauses | None) -> Guard:
    if clauses is None:
        return Guard(is_too_large=True)
    return Guard(clauses=tuple(sorted(tuple(sorted(clause)) for clause in clauses)))


def _clauses(after: Iterable[Dependency], found: Mapping[str, _Clauses | None], choices: frozenset[str]) -> _Clauses:
    clauses: _Clauses = _ALWAYS
    live: _Clauses | None = None
    for one in after:
        if one.data:
            clauses |= _of(one.step, found)
        else:
            flow = frozenset({frozenset({Taken(one.step, one.branch)})}) if one.branch else _of(one.step, found)
            live = _either(_NEVER if live is None else live, flow)
    return _simplified(clauses | (live or _ALWAYS), found, choices)


def _of(step: str, found: Mapping[str, _Clauses | None]) -> _Clauses:
    clauses = found.get(step, _ALWAYS)
    if clauses is None:
        raise _TooLarge
    return clauses


def _either(left: _Clauses, right: _Clauses) -> _Clauses:
    """Return the clauses that hold when those of one side do."""
    if len(left) * len(right) > _MOST_CLAUSES**2:
        raise _TooLarge
    return _without_weaker(frozenset(one | other for one in left for other in right))


def _simplified(clauses: _Clauses, found: Mapping[str, _Clauses | None], choices: frozenset[str]) -> _Clauses:
    """Put in place of "one branch or the other of a choice" that the choice ran."""
    done: set[frozenset[Taken]] = set()
    waiting = list(clauses)
    while waiting:
        clause = waiting.pop()
        both = next((one for one in sorted(choices) if {Taken(one, THEN), Taken(one, ELSE)} <= clause), None)
        if both is None:
            done.add(clause)
        else:
            rest = clause - {Taken(both, THEN), Taken(both, ELSE)}
            waiting += [rest | other for other in _of(both, found)]
    return _without_weaker(frozenset(done))


def _without_weaker(clauses: _Clauses) -> _Clauses:
    """Leave out every clause that holds whenever another one does."""
    kept = frozenset(clause for clause in clauses if not any(other < clause for other in clauses))
    if len(kept) > _MOST_CLAUSES:
        raise _TooLarge
    return kept


def guard_environment(guard: Guard) -> dict[str, str]:
    """Return the variables that a guard looks at, and what CodePipeline fills them with."""
    return {variable(BRANCH, choice): f"#{{{choice}.{BRANCH}}}" for choice in guard.choices}


def guard_test(guard: Guard) -> str:
    """Return a shell test that is true when the step is to run."""
    return " && ".join(_any_of(clause) for clause in guard.clauses) or "true"


def _any_of(clause: tuple[Taken, ...]) -> str:
    tests = [f'[ "${variable(BRANCH, one.choice)}" = {one.branch} ]' for one in clause]
    return tests[0] if len(tests) == 1 else f"{{ {' || '.join(tests)}; }}"
