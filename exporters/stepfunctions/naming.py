"""Names: of states beside the steps' own, of variables, and of the jobs and models that a run makes."""

import hashlib
import re
from collections.abc import Iterable

from designer.catalog.steps import Call
from designer.workflow.arn_patterns import generated_prefix
from exporters.stepfunctions.jsonata import literal

LONGEST_STATE_NAME = 80
_LONGEST_JOB_NAME = 63
_LONGEST_BY_MEMBER = {"HyperParameterTuningJobName": 32}
_WHOLE_EXECUTION_NAME = 36
_LEAST_OF_EXECUTION_NAME = 12
_MOMENT = 17
_DIGEST = 2
_ROOM_FOR_NUMBER = len("-99999")


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


def made_name(call: Call, pipeline: str, *, repeats: bool, nested: int = 0) -> str:
    """Return JSONata for the name of what a call makes: pipeline, step, and the end of the execution's name.

    The same execution always gives the same name, so that a second try finds what the first one began. In a loop the
    moment at which the step began takes the place of the execution's name. In each of the `nested` graphs around it, room
    is left for the number of the item.
    """
    longest = _LONGEST_BY_MEMBER.get(call.name_member, _LONGEST_JOB_NAME) - nested * _ROOM_FOR_NUMBER
    room = longest - len(generated_prefix(pipeline))
    least = min(_MOMENT if repeats else _LEAST_OF_EXECUTION_NAME, room - _DIGEST)
    step = _step_part(call.id, room - least)
    kept = min(room - len(step), _WHOLE_EXECUTION_NAME)
    stem = literal(generated_prefix(pipeline) + step)
    if repeats:
        return f"{stem} & $substring($replace($states.context.State.EnteredTime, /[^0-9]/, ''), 0, {kept})"
    name = r"$replace($replace($states.context.Execution.Name, /[^a-zA-Z0-9]+/, '-'), /-$/, '')"
    return f"{stem} & $substring({name}, -{kept})"


def _step_part(step: str, room: int) -> str:
    """Return the step's name with a dash, cut to the room that there is; what is cut is told apart by a digest."""
    words = re.sub(r"[^a-zA-Z0-9]+", "-", step).strip("-")
    if words and len(words) < room:
        return f"{words}-"
    digest = hashlib.sha256(step.encode()).hexdigest()[:_DIGEST]
    cut = words[: max(0, room - _DIGEST - 2)].strip("-")
    return f"{cut}-{digest}-" if cut else digest
