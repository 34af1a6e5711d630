"""Maps and ways for failures in SageMaker Pipelines: what is written, and what is refused."""

from collections.abc import Mapping

import pytest

from designer.workflow.model import Workflow
from exporters.sagemaker.definition import definition
from exporters.sagemaker.resource import engine_resource
from exporters.sagemaker.support import support
from tests.unit.exporters.drawing import drawn

FUNCTION = {"kind": "lambda", "settings": {"function": "score", "answers": {"auc": "value"}}}
DATA = {"kind": "s3_data", "settings": {"uri": "s3://data/in/"}}


def each(**settings: object) -> dict[str, object]:
    return {"kind": "map", "settings": settings}


def inner(node: Mapping[str, object], **settings: object) -> dict[str, object]:
    own = node.get("settings")
    return {**node, "inside": "rows", "settings": {**(own if isinstance(own, Mapping) else {}), **settings}}


def step(workflow: Workflow, name: str) -> dict[str, object]:
    steps = definition(workflow)["Steps"]
    assert isinstance(steps, list)
    (found,) = [one for one in steps if one["Name"] == name]
    assert isinstance(found, dict)
    return found


def reason(workflow: Workflow, node: str) -> str:
    (found,) = [one for one in support(workflow) if one.node == node]
    assert found.level == "impossible"
    return found.reason


def test_a_map_is_a_step_for_each_item_with_its_steps_inside() -> None:
    workflow = drawn(
        {"rows": each(items=[{"a": 1}, "b"], concurrency=7), "score": inner(FUNCTION, payload={"x": "${rows.item.a}"})}
    )

    found = step(workflow, "rows")

    assert found["Type"] == "ForEach"
    arguments = found["Arguments"]
    assert isinstance(arguments, dict)
    assert (arguments["IterableItems"], arguments["MaxConcurrency"]) == (['{"a": 1}', "b"], 7)
    assert arguments["ForEachBody"][0]["Arguments"] == {"x": {"Get": "ForEach.CurrentItem.a"}}
    assert [one.level for one in support(workflow)] == ["native", "native"]


def test_the_name_of_the_job_tells_the_outputs_of_the_items_apart() -> None:
    workflow = drawn(
        {"data": DATA, "rows": each(items=["a"]), "train": inner({"kind": "training"})}, "data.dataset -> train.train"
    )

    arguments = step(workflow, "rows")["Arguments"]

    assert isinstance(arguments, dict)
    output = arguments["ForEachBody"][0]["Arguments"]["OutputDataConfig"]["S3OutputPath"]
    assert output["Std:Join"]["Values"][-1] == {"Get": "Execution.TrainingJobName"}


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"items": ["a"], "concurrency": 51}, "50 at most"),
        ({"items": ["a"] * 101}, "here are 101"),
        ({"items": ["a"], "distributed": True}, "no distributed maps"),
        ({"items": [{"a": "${execution.id}"}]}, "hold no reference"),
    ],
)
def test_what_a_for_each_step_cannot_hold_is_refused(settings: dict[str, object], said: str) -> None:
    assert said in reason(drawn({"rows": each(**settings), "score": inner(FUNCTION)}), "rows")


def test_a_map_inside_a_map_and_an_empty_one_are_refused() -> None:
    workflow = drawn(
        {
            "rows": each(items=["a"]),
            "columns": {**each(items=["b"]), "inside": "rows"},
        }
    )

    assert "'columns' is one" in reason(workflow, "rows")
    assert "Nothing stands in this map" in reason(workflow, "columns")


def test_the_results_of_a_map_are_refused_as_a_list() -> None:
    workflow = drawn(
        {"rows": each(items=["a"], result="${score.auc}"), "score": inner(FUNCTION), "tell": FUNCTION},
        "rows.results -> tell.values",
    )

    assert "no list of the results" in reason(workflow, "rows")


def test_a_step_runs_when_another_failed() -> None:
    workflow = drawn({"score": FUNCTION, "rescue": FUNCTION}, "score.error -> rescue")

    assert step(workflow, "rescue")["DependsOn"] == [{"Step": "score", "Trigger": "Failed"}]
    assert {one.level for one in support(workflow)} == {"native"}


def test_a_step_that_goes_on_after_both_ways_is_refused() -> None:
    workflow = drawn(
        {"score": FUNCTION, "rescue": FUNCTION, "end": FUNCTION},
        "score.error -> rescue",
        "rescue -> end",
        "score -> end",
    )

    assert "whether “score” failed or not" in reason(workflow, "end")


def test_a_step_that_runs_after_one_failure_or_another_is_refused() -> None:
    workflow = drawn(
        {"score": FUNCTION, "other": FUNCTION, "rescue": FUNCTION}, "score.error -> rescue", "other.error -> rescue"
    )

    assert "Let one step follow each failure" in reason(workflow, "rescue")


def test_a_failure_inside_a_condition_is_refused() -> None:
    condition = {"kind": "condition", "settings": {"when": "${params.Ask} == true"}}
    workflow = drawn(
        {"ask": condition, "score": FUNCTION, "rescue": FUNCTION},
        "ask.then -> score",
        "score.error -> rescue",
        parameters={"Ask": {"type": "Boolean", "default": True}},
    )

    assert "inside a condition or a map" in reason(workflow, "rescue")


def test_errors_that_sagemaker_does_not_know_are_said_to_be_left_out() -> None:
    rules = [{"errors": ["States.Timeout"]}]
    settings = {"function": "score", "retry_rules": rules, "catch_errors": ["States.Timeout"]}
    workflow = drawn({"score": {"kind": "lambda", "settings": settings}, "rescue": FUNCTION}, "score.error -> rescue")

    (found,) = [one for one in support(workflow) if one.node == "score"]

    assert found.level == "lowered"
    assert "again after States.Timeout: that rule is left out" in found.reason
    assert "after any failure, not only after States.Timeout" in found.reason


def test_the_pipeline_runs_so_many_steps_at_a_time_as_it_is_set_to() -> None:
    limited = engine_resource(drawn({"score": FUNCTION}, settings={"max_parallel_steps": 7}), {}).properties
    free = engine_resource(drawn({"score": FUNCTION}), {}).properties

    assert limited["ParallelismConfiguration"] == {"MaxParallelExecutionSteps": 7}
    assert "ParallelismConfiguration" not in free
