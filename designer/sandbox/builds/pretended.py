"""What a build that is not run gives, where its buildspec says in its first line what it is there for.

An export to CodePipeline writes such a line over the builds that decide, that may be skipped, or that fail on purpose:
`# designer: {"runs_when": [[["BRANCH_check", "then"]]], "fails": true}`. It runs when of every group in `runs_when` one
variable has the value beside it.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from designer.sandbox.documents import Record

_MARK = "# designer: "
_RAN = "RAN"


@dataclass(frozen=True, slots=True)
class Purpose:
    """Say whether a build does its work, and whether that work is to fail."""

    runs: bool
    fails: bool

    def exported(self, names: Iterable[str], otherwise: Mapping[str, str]) -> dict[str, str]:
        """Return the exported variables; `otherwise` has the values of a build that does its work."""
        if self.runs:
            return {name: "true" if name == _RAN else otherwise[name] for name in names}
        return {name: "false" if name == _RAN else "skipped" for name in names}


def purpose(buildspec: str, variables: Mapping[str, str]) -> Purpose:
    """Return what a build is there for; one that says nothing does its work and does not fail."""
    first = buildspec.partition("\n")[0]
    if not first.startswith(_MARK):
        return Purpose(runs=True, fails=False)
    try:
        said: Record = json.loads(first.removeprefix(_MARK))
        groups = said.get("runs_when", [])
        runs = all(any(variables.get(name) == value for name, value in group) for group in groups)
    except (ValueError, TypeError, AttributeError):
        return Purpose(runs=True, fails=False)
    return Purpose(runs=runs, fails=runs and bool(said.get("fails")))
