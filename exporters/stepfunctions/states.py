"""A scope under construction: its states, and where each goes on to."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from designer.catalog.steps import Call, Step
from designer.catalog.values import FileValue, StepOutput
from exporters.stepfunctions.naming import Names
from exporters.stepfunctions.scopes import Path, Scopes
from exporters.stepfunctions.values import EXECUTION, HANDED_IN, Variable, Writer

State: TypeAlias = dict[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What holds for the whole machine.

    `parameters` is set when there are any. `used` are the paths that are read of each step's answer, `files` the files that
    are read of it, `loops` the step to go back to by a branch of a choice, `repeating` the calls that make another thing
    each time, `made` the name of what any other call makes.
    """

    region: str
    steps: Mapping[str, Step]
    calls: Mapping[str, Call]
    scopes: Scopes
    names: Names
    parameters: bool
    used: Mapping[str, tuple[StepOutput, ...]]
    files: Mapping[str, tuple[FileValue, ...]]
    loops: Mapping[tuple[str, str], str]
    repeating: frozenset[str]
    made: Callable[[StepOutput], object | None]
    path: Callable[[StepOutput], tuple[str | int, ...]]
    request: Callable[[Call], Mapping[str, object]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """The states of the whole machine, of one branch of a parallel state, or of a map.

    `distributed` is set inside a distributed map, which runs as an execution of its own.
    """

    plan: Plan
    path: Path
    distributed: bool = False
    states: dict[str, State] = field(default_factory=dict)

    @property
    def writer(self) -> Writer:
        """Return who writes values here."""
        execution = f"${HANDED_IN}" if self.distributed else EXECUTION
        return Writer(name=self.name, made=self.plan.made, path=self.plan.path, execution=execution)

    def name(self, variable: Variable) -> str:
        """Return the name of a variable here."""
        return self.plan.scopes.name(variable, self.path)

    def add(self, name: str, state: State) -> str:
        """Add a state and return its name."""
        self.states[name] = state
        return name

    def end(self) -> str:
        """Return a state that ends the scope, which a choice cannot do."""
        for name, state in self.states.items():
            if state == {"Type": "Succeed"}:
                return name
        return self.add(self.plan.names.free("Done"), {"Type": "Succeed"})


def going_on(following: str | None) -> State:
    """Return the field that says where a state goes on to; None is the end of the scope."""
    return {"Next": following} if following else {"End": True}


def commented(description: str) -> State:
    """Return the comment of a state, where there is something to say."""
    return {"Comment": description} if description else {}
