from typing import cast

from designer.catalog.kinds.succeed import KIND
from exporters.stepfunctions.definition import definition
from tests.unit.catalog.kinds.placing import place
from tests.unit.exporters.drawing import drawn


def test_it_is_an_end_and_nothing_runs() -> None:
    assert KIND.ends
    assert place(KIND, {}).steps == ()


def test_a_branch_that_ends_so_ends_the_machine_as_succeeded() -> None:
    nodes = {
        "ask": {"kind": "lambda", "settings": {"function": "ask", "answers": {"good": "value"}}},
        "is": {"kind": "condition", "settings": {"when": "${ask.good} == 1"}},
        "done": {"kind": "succeed"},
        "stop": {"kind": "fail"},
    }
    states = cast(
        "dict[str, dict[str, object]]", definition(drawn(nodes, "is.then -> done", "is.else -> stop"))["States"]
    )

    choices = cast("list[dict[str, str]]", states["is"]["Choices"])
    assert states[choices[0]["Next"]]["Type"] == "Succeed"
    assert states[str(states["is"]["Default"])]["Type"] == "Fail"
