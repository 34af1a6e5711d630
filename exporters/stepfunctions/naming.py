"""Names: of states beside the steps' own, of variables, and of the jobs and models that a run makes."""

import re
from collections.abc import Iterable

from designer.catalog.steps import Call

LONGEST_STATE_NAME = 80
_LONGEST_JOB_NAME = 63
_LONGEST_BY_MEMBER = {"HyperParameterTuningJobName": 32, "TransformJobName": 63}
_WHOLE_EXECUTION_NAME = 36
_PART_OF_EXECUTION_NAME = 12


class Names:
    """The names that are given already; a new one differs from all of them."""

    def __init__(self, given: Iterable[str] = ()) -> None:
        self._given = set(given)

    def free(self, wanted: str, longest: int = LONGEST_STATE_NAME) -> str:
        """Take a name like the one wanted."""
        name = wanted[:longest]
        number = 2
        while name in self._given:
            ending = f" {number}" if " " in wanted else f"_{number}"
            name = wanted[: longest - len(ending)] + ending
            number += 1
        self._given.add(name)
        return name

    def beside(self, node: str, purpose: str) -> str:
        """Take the name of a further state of a node."""
        return self.free(f"{node[: LONGEST_STATE_NAME - len(purpose) - 1]} {purpose}")


def variable_name(node: str) -> str:
    """Return a variable's name like a node's id."""
    name = re.sub(r"[^A-Za-z0-9]+", "_", node).strip("_")[:60]
    return name if name[:1].isalpha() else f"step_{name}"


def made_name(call: Call, pipeline: str, *, repeats: bool) -> str:
    """Return JSONata for the name of what a call makes: pipeline, step, and the end of the execution's name.

    The same execution always gives the same name, so that a second try finds what the first one began. In a loop the
    moment at which the step began takes the place of the execution's name.
    """
    longest = _LONGEST_BY_MEMBER.get(call.name_member, _LONGEST_JOB_NAME)
    kept = _WHOLE_EXECUTION_NAME if longest == _LONGEST_JOB_NAME else _PART_OF_EXECUTION_NAME
    if repeats:
        moment = "$replace($states.context.State.EnteredTime, /[^0-9]/, '')"
        return f"'{_stem(pipeline, call.id, longest - 18)}-' & $substring({moment}, 0, 17)"
    name = r"$replace($replace($states.context.Execution.Name, /[^a-zA-Z0-9]+/, '-'), /-$/, '')"
    return f"'{_stem(pipeline, call.id, longest - kept - 1)}-' & $substring({name}, -{kept})"


def _stem(pipeline: str, step: str, longest: int) -> str:
    step_words, pipeline_words = _words(step), _words(pipeline)
    room = longest - len(step_words) - 1
    stem = f"{pipeline_words[:room].strip('-')}-{step_words}" if room > 1 else step_words[:longest]
    return stem.strip("-") or "step"


def _words(text: str) -> str:
    return re.sub(r"[^a-zA-Z0-9]+", "-", text).strip("-")
