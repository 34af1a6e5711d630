"""Where variables live.

A branch of a parallel state is a scope of its own: it reads the variables around it and cannot assign them, and what it
assigns is gone when it ends. So a value that is read outside is given out through the branch's output and assigned
again by the parallel state, one level after the other; inside it goes by another name, because a scope may not use one
name twice. Where a step may be skipped, what it would have assigned is set to null before. The nested graph of a map is a
scope too; it gives out nothing but its result, and one that is distributed reads only what is handed in.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from designer.graph.guards import GuardTest
from designer.graph.regions import Block, Fork, Guarded, Item, Run, Split
from exporters.stepfunctions.jsonata import FUNCTIONS
from exporters.stepfunctions.naming import Names, variable_name
from exporters.stepfunctions.values import (
    HANDED_IN,
    PARAMETERS,
    AnswerVariable,
    BranchVariable,
    FileVariable,
    IndexVariable,
    ItemVariable,
    StepVariable,
    Variable,
)

Path: TypeAlias = tuple[tuple[int, int], ...]
"""A scope: for each parallel state around it, the state's number and the branch's; a map has a number below zero."""


@dataclass(frozen=True, slots=True)
class Place:
    """The scope of a node, and for each level from the outermost on whether it may be skipped there."""

    path: Path
    may_be_skipped: tuple[bool, ...]


class Scopes:
    """Which variable holds what, under which name, in which scope."""

    def __init__(
        self,
        blocks: Mapping[str, Block],
        reads: Mapping[str, Iterable[Variable]],
        results: Mapping[str, Iterable[Variable]],
        caught: frozenset[str],
    ) -> None:
        """Lay out nested blocks, by the map that holds each (empty for the machine).

        `reads` are the variables that each step reads, `results` those that the result of each map reads inside it,
        `caught` the steps that may fail without ending the execution.
        """
        self._caught = caught
        self.places: dict[str, Place] = {}
        self.inner: dict[str, Place] = {}
        self.blocks = blocks
        self._numbers: dict[int, int] = {}
        self._readers: dict[Variable, list[Path]] = {}
        self._walk(blocks[""], (), (False,))
        self._read({node: self.places[node].path for node in reads if node in self.places}, reads)
        self._read({each: self.inner[each].path for each in results if each in self.inner}, results)
        self._resulting = frozenset(variable for each in results for variable in results[each])
        self._names = self._named()
        self._exported: dict[Path, list[Variable]] = {}
        self._unset: dict[Path, list[Variable]] = {}
        self._homes: dict[Variable, int] = {}
        self._lay_out()

    def _read(self, places: Mapping[str, Path], reads: Mapping[str, Iterable[Variable]]) -> None:
        for node, path in places.items():
            for variable in reads[node]:
                if variable.step in self.places:
                    self._readers.setdefault(variable, []).append(path)

    def number(self, fork: Fork) -> int:
        """Return the number of a parallel state."""
        return self._numbers[id(fork)]

    def handed_in(self, scope: Path) -> tuple[Variable, ...]:
        """Return what is read in a scope, or in one inside it, and assigned outside of it."""
        level = len(scope)
        return tuple(
            variable
            for variable, readers in self._readers.items()
            if self._place(variable).path[:level] != scope and any(reader[:level] == scope for reader in readers)
        )

    def is_read(self, variable: Variable) -> bool:
        """Say whether anybody reads a variable."""
        return variable in self._readers

    def name(self, variable: Variable, reader: Path) -> str:
        """Return the name of a variable for who reads or assigns it in a scope."""
        level = len(_common(self._place(variable).path, reader))
        inner = level - self._home(variable)
        return self._names[variable] if inner <= 0 else f"{self._names[variable]}__inner{inner}"

    def exported(self, scope: Path) -> tuple[Variable, ...]:
        """Return what a scope gives out."""
        return tuple(self._exported.get(scope, ()))

    def unset(self, scope: Path) -> tuple[Variable, ...]:
        """Return what must be set to null when a scope begins, because who would assign it may be skipped."""
        return tuple(self._unset.get(scope, ()))

    def may_be_missing(self, variable: Variable) -> bool:
        """Say whether a variable is null where its own scope ends, because who would assign it was skipped."""
        place = self._place(variable)
        return any(self._may_be_missing(variable, level) for level in range(self._home(variable), len(place.path) + 1))

    def _may_be_missing(self, variable: Variable, level: int) -> bool:
        """Say whether nothing may be assigned at a level: who assigns it there is skipped, or fails and is caught."""
        place = self._place(variable)
        answers = isinstance(variable, StepVariable | FileVariable) and variable.step in self._caught
        return place.may_be_skipped[level] or (answers and level == len(place.path))

    def _lay_out(self) -> None:
        """Note for every scope what it gives out and what may be missing in it."""
        for variable in self._readers:
            place, home = self._place(variable), self._home(variable)
            for level in range(len(place.path) + 1):
                scope = place.path[:level]
                if home < level:
                    self._exported.setdefault(scope, []).append(variable)
                tested = home == level and (self._is_tested(variable) or variable in self._resulting)
                if self._may_be_missing(variable, level) and (home < level or tested):
                    self._unset.setdefault(scope, []).append(variable)

    def _place(self, variable: Variable) -> Place:
        """Return where a variable is assigned first: an item inside its nested graph, anything else beside its step."""
        inside = isinstance(variable, ItemVariable | IndexVariable)
        return self.inner[variable.step] if inside else self.places[variable.step]

    def _is_tested(self, variable: Variable) -> bool:
        return isinstance(variable, BranchVariable)

    def _home(self, variable: Variable) -> int:
        """Return the level of the innermost scope that holds both who assigns a variable and all who read it."""
        if variable not in self._homes:
            path = self._place(variable).path
            self._homes[variable] = min(len(_common(path, reader)) for reader in self._readers[variable])
        return self._homes[variable]

    def _named(self) -> dict[Variable, str]:
        names = Names([PARAMETERS, HANDED_IN, *FUNCTIONS])
        return {variable: names.free(_wanted(variable)) for variable in self._readers}

    def _walk(self, block: Block, path: Path, skipped: tuple[bool, ...]) -> None:
        for item in block:
            self._visit(item, path, skipped)

    def _visit(self, item: Item, path: Path, skipped: tuple[bool, ...]) -> None:
        if isinstance(item, Run | Split):
            self.places[item.node] = Place(path, skipped)
            if item.node in self.blocks:
                inner = Place((*path, (-1 - len(self.inner), 0)), (*skipped, False))
                self.inner[item.node] = inner
                self._walk(self.blocks[item.node], inner.path, inner.may_be_skipped)
        if isinstance(item, Split):
            self._walk(item.then, path, (*skipped[:-1], True))
            self._walk(item.otherwise, path, (*skipped[:-1], True))
        if isinstance(item, Guarded):
            for decision in decisions_in(item.test):
                self._readers.setdefault(BranchVariable(decision), []).append(path)
            self._walk(item.block, path, (*skipped[:-1], True))
        if isinstance(item, Fork):
            number = self._numbers[id(item)] = len(self._numbers)
            for index, block in enumerate(item.blocks):
                self._walk(block, (*path, (number, index)), (*skipped, False))


def decisions_in(test: GuardTest | bool) -> Iterator[str]:  # noqa: FBT001 - a test that is settled is its result
    """Yield the decisions that a test looks at."""
    if isinstance(test, GuardTest):
        yield test.decision
        yield from decisions_in(test.yes)
        yield from decisions_in(test.no)


def _wanted(variable: Variable) -> str:
    if isinstance(variable, ItemVariable | IndexVariable):
        return variable_name(f"{variable.step}_{'item' if isinstance(variable, ItemVariable) else 'index'}")
    if isinstance(variable, AnswerVariable):
        return variable_name(f"{variable.step}_asked")
    if isinstance(variable, FileVariable):
        return variable_name(f"{variable.step}_{variable.output}_{variable.file.removesuffix('.json')}")
    return variable_name(f"{variable.step}_branch" if isinstance(variable, BranchVariable) else variable.step)


def _common(one: Path, other: Path) -> Path:
    length = 0
    while length < min(len(one), len(other)) and one[length] == other[length]:
        length += 1
    return one[:length]
