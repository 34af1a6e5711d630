"""Calls that SageMaker Pipelines has no step for go by a function of ours, which is run here as it will be in Lambda."""

import importlib.util
import json
from collections.abc import Mapping
from types import ModuleType
from typing import Any, cast

import pytest

from designer.resources import resource_path
from designer.workflow.model import Workflow
from exporters.sagemaker.callers import caller_of, with_callers
from exporters.sagemaker.definition import definition
from exporters.sagemaker.support import support
from exporters.sagemaker.target import TARGET
from tests.unit.exporters.drawing import drawn

_ASK = {"kind": "lambda", "settings": {"function": "ask", "answers": {"good": "value"}}}
_GET = {
    "kind": "dynamodb_item",
    "settings": {"do": "get", "table": "scores", "key": {"id": '${ask.good} "x"'}, "answers": {"score": "number"}},
}
_TOPIC = "arn:aws:sns:us-east-1:123456789012:told"
_TELL = {"kind": "notify", "settings": {"message": "It is ${item.score}.", "topic_arn": _TOPIC}}
_NESTED = {"kind": "pipeline_call", "settings": {"pipeline": "nightly", "timeout_seconds": 600}}


def _step(workflow: Workflow, name: str) -> Mapping[str, Any]:
    steps = cast("list[Mapping[str, Any]]", definition(with_callers(workflow))["Steps"])
    return next(step for step in steps if step["Name"] == name)


@pytest.fixture
def workflow() -> Workflow:
    return drawn({"ask": _ASK, "item": _GET, "tell": _TELL, "nested": _NESTED}, "tell -> nested")


def test_such_a_call_is_a_lambda_step_and_what_it_gives_an_answer_of_it(workflow: Workflow) -> None:
    item, tell = _step(workflow, "item"), _step(workflow, "tell")

    assert (item["Type"], item["FunctionArn"]) == ("Lambda", "${PipelineCallerArn}")
    assert item["OutputParameters"] == [{"OutputName": "Item_score_N", "OutputType": "String"}]
    assert json.loads(item["Arguments"]["request"]) == {"TableName": "scores", "Key": {"id": {"S": {"$value": "v1"}}}}
    assert "Steps.ask.OutputParameters['good']" in str(item["Arguments"]["v1"])
    assert "Steps.item.OutputParameters['Item_score_N']" in str(tell["Arguments"]["v1"])
    assert all(isinstance(one, str | Mapping) for one in item["Arguments"].values())


def test_it_is_told_as_lowered(workflow: Workflow) -> None:
    levels = {one.node: (one.level.value, "ten minutes" in one.reason) for one in support(workflow)}

    assert levels == {
        "ask": ("native", False),
        "item": ("lowered", True),
        "tell": ("lowered", True),
        "nested": ("lowered", True),
    }


def test_the_function_may_make_these_calls_and_the_pipeline_may_only_ask_it(workflow: Workflow) -> None:
    found = caller_of(workflow)
    assert found is not None
    function, asset = found

    actions = {action for one in function.statements for action in one.actions}
    assert {"dynamodb:GetItem", "sns:Publish", "sagemaker:StartPipelineExecution"} <= actions
    files = {one.path: one.content for one in TARGET.render(workflow)}
    assert asset.content in files.values()
    template = files["template.yaml"].decode()
    engine = template[template.index("  EngineRole:") : template.index("  Pipeline:")]
    assert "dynamodb:" not in engine
    assert "function:${PipelineCaller}" in engine


def test_without_such_calls_there_is_no_function() -> None:
    assert caller_of(drawn({"ask": _ASK})) is None
    assert "PipelineCaller" not in str(TARGET.render(drawn({"ask": _ASK})))


def test_what_waits_longer_or_stands_in_a_map_says_what_to_do() -> None:
    long = drawn({"nested": {"kind": "pipeline_call", "settings": {"pipeline": "nightly"}}})
    each = {"kind": "map", "settings": {"items": ["a"]}}
    inside = drawn(
        {"each": each, "tell": {**_TELL, "inside": "each", "settings": {"message": "x", "topic_arn": _TOPIC}}}
    )

    for workflow, node in ((long, "nested"), (inside, "tell")):
        (report,) = [one for one in support(workflow) if one.node == node]
        assert (report.level.value, "600 seconds" in report.reason) == ("impossible", True)


class _Client:
    """Answers from a list, and remembers what was asked."""

    def __init__(self, *answers: Mapping[str, object]) -> None:
        self.answers = list(answers)
        self.asked: list[tuple[str, Mapping[str, object]]] = []

    def __getattr__(self, method: str) -> Any:  # noqa: ANN401 - stands for whatever boto3 makes
        def answered(**request: object) -> Mapping[str, object]:
            self.asked.append((method, request))
            return self.answers.pop(0)

        return answered


class _Context:
    def __init__(self, *left: int) -> None:
        self._left = list(left)

    def get_remaining_time_in_millis(self) -> int:
        return self._left.pop(0)


@pytest.fixture
def code() -> ModuleType:
    spec = importlib.util.spec_from_file_location("caller", resource_path("functions", "caller.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _run(
    code: ModuleType, monkeypatch: pytest.MonkeyPatch, client: _Client, event: Mapping[str, object], *left: int
) -> Any:  # noqa: ANN401
    monkeypatch.setattr(code.boto3, "client", lambda service: client if service == event["service"] else None)
    monkeypatch.setattr(code.time, "sleep", lambda seconds: None)
    return code.handler(dict(event), _Context(*left))


def test_the_function_fills_the_request_and_takes_what_is_wanted(
    code: ModuleType, monkeypatch: pytest.MonkeyPatch, workflow: Workflow
) -> None:
    client = _Client({"Item": {"score": {"N": "0.5"}}})
    event = {**_step(workflow, "item")["Arguments"], "v1": 'a "quoted" word'}

    assert _run(code, monkeypatch, client, event) == {"Item_score_N": 0.5}
    assert client.asked == [("get_item", {"TableName": "scores", "Key": {"id": {"S": 'a "quoted" word'}}})]


def test_the_function_waits_for_a_good_end(
    code: ModuleType, monkeypatch: pytest.MonkeyPatch, workflow: Workflow
) -> None:
    client = _Client(
        {"PipelineExecutionArn": "arn"},
        {"PipelineExecutionStatus": "Executing"},
        {"PipelineExecutionStatus": "Succeeded"},
    )

    assert _run(code, monkeypatch, client, _step(workflow, "nested")["Arguments"], 300_000) == {}
    assert client.asked[1:] == [("describe_pipeline_execution", {"PipelineExecutionArn": "arn"})] * 2


def test_the_function_fails_with_the_reason_and_when_its_time_is_over(
    code: ModuleType, monkeypatch: pytest.MonkeyPatch, workflow: Workflow
) -> None:
    event = _step(workflow, "nested")["Arguments"]
    bad = {"PipelineExecutionStatus": "Failed", "FailureReason": "no data"}

    with pytest.raises(RuntimeError, match="Failed: no data"):
        _run(code, monkeypatch, _Client({"PipelineExecutionArn": "arn"}, bad), event)
    with pytest.raises(TimeoutError, match="still says Executing"):
        _run(
            code,
            monkeypatch,
            _Client({"PipelineExecutionArn": "a"}, {"PipelineExecutionStatus": "Executing"}),
            event,
            20_000,
        )


def test_the_text_of_an_object_is_made_in_the_function(code: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    run = {
        "kind": "start_state_machine",
        "settings": {"state_machine": "m", "input": {"a": "${ask.good}"}, "wait": False},
    }
    arguments = _step(drawn({"ask": _ASK, "run": run}), "run")["Arguments"]
    client = _Client({})

    _run(code, monkeypatch, client, {**arguments, "v1": "arn", "v2": 'say "a"'})

    ((_, request),) = client.asked
    assert json.loads(str(request["input"])) == {"a": 'say "a"'}
