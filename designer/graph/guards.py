"""Guards: under which decisions a node runs, as a formula that is the same object whenever it means the same.

A guard is a number in a table of binary decision diagrams. Decisions are tested in the order in which they are given,
which is one in which they are taken, so two guards are equal exactly when their numbers are.
"""

from collections.abc import Sequence
from dataclasses import dataclass

NEVER = 0
ALWAYS = 1


@dataclass(frozen=True, slots=True)
class GuardTest:
    """Look at how a decision went: go on with `yes` when its first branch was taken, else with `no`."""

    decision: str
    yes: "GuardTest | bool"
    no: "GuardTest | bool"


class Guards:
    """The table of all formulas over some decisions."""

    def __init__(self, decisions: Sequence[str]) -> None:
        self._decisions = tuple(decisions)
        self._level = {decision: level for level, decision in enumerate(decisions)}
        end = len(self._decisions)
        self._rows: list[tuple[int, int, int]] = [(end, NEVER, NEVER), (end, ALWAYS, ALWAYS)]
        self._known: dict[tuple[int, int, int], int] = {}
        self._chosen: dict[tuple[int, int, int], int] = {}
        self._simpler: dict[tuple[int, int], int] = {}

    def taken(self, decision: str, *, first: bool) -> int:
        """Return the guard that is true when a decision went to its first (else its second) branch."""
        level = self._level[decision]
        return self._row(level, ALWAYS, NEVER) if first else self._row(level, NEVER, ALWAYS)

    def both(self, one: int, other: int) -> int:
        """Return the guard that is true when both are."""
        return self._choose(one, other, NEVER)

    def either(self, one: int, other: int) -> int:
        """Return the guard that is true when at least one is."""
        return self._choose(one, ALWAYS, other)

    def implies(self, one: int, other: int) -> bool:
        """Say whether the other is true whenever the one is."""
        return self._choose(one, other, ALWAYS) == ALWAYS

    def given(self, guard: int, fact: int) -> int:
        """Return a simpler guard that says the same wherever the fact is true."""
        if fact in (NEVER, ALWAYS) or guard in (NEVER, ALWAYS):
            return guard
        known = self._simpler.get((guard, fact))
        if known is None:
            known = self._simpler[guard, fact] = self._simplify(guard, fact)
        return known

    def test(self, guard: int) -> GuardTest | bool:
        """Write a guard out."""
        if guard in (NEVER, ALWAYS):
            return guard == ALWAYS
        level, yes, no = self._rows[guard]
        return GuardTest(self._decisions[level], self.test(yes), self.test(no))

    def _simplify(self, guard: int, fact: int) -> int:
        level, yes, no = self._rows[guard]
        fact_level, fact_yes, fact_no = self._rows[fact]
        if fact_level < level:
            return self.given(guard, self.either(fact_yes, fact_no))
        if level < fact_level:
            return self._row(level, self.given(yes, fact), self.given(no, fact))
        if fact_yes == NEVER:
            return self.given(no, fact_no)
        if fact_no == NEVER:
            return self.given(yes, fact_yes)
        return self._row(level, self.given(yes, fact_yes), self.given(no, fact_no))

    def _choose(self, test: int, yes: int, no: int) -> int:
        """Return the guard that is `yes` where the test is true and `no` where it is not."""
        if test in (NEVER, ALWAYS):
            return yes if test == ALWAYS else no
        known = self._chosen.get((test, yes, no))
        if known is None:
            level = min(self._rows[guard][0] for guard in (test, yes, no))
            high = self._choose(*(self._side(guard, level, 1) for guard in (test, yes, no)))
            low = self._choose(*(self._side(guard, level, 2) for guard in (test, yes, no)))
            known = self._chosen[test, yes, no] = self._row(level, high, low)
        return known

    def _side(self, guard: int, level: int, side: int) -> int:
        row = self._rows[guard]
        return row[side] if row[0] == level else guard

    def _row(self, level: int, yes: int, no: int) -> int:
        if yes == no:
            return yes
        key = (level, yes, no)
        if key not in self._known:
            self._known[key] = len(self._rows)
            self._rows.append(key)
        return self._known[key]
