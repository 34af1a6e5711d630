"""The builds that are exported to CodePipeline are run with bash and jq: they do what the workflow says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from designer.catalog.branches import ELSE, THEN
from designer.catalog.steps import AllOf, AnyOf, Call, Choice, Comparison, Failure, Not, Pause, Wait
from designer.catalog.values import (
    AsText,
    Deployed,
    ExecutionValue,
    ParameterValue,
    StepOutput,
    joined,
)
from designer.document.model import Parameter
from designer.graph.semantics import run
from designer.workflow.lowering import lower
from tests.judges.codepipeline_runner import EXECUTION_ID, BuildFailed, Runner
from tests.unit.exporters.codepipeline.build import (
    FIGURE,
    call,
    data,
    drawn,
    own_build,
    training,
    workflow,
)

pytestmark = pytest.mark.judge
ENTRY = {"events put-events": {"FailedEntryCount": 0}}
GRAPHS = {
    "one-branch": ("if.then -> a", "a -> b"),
    "both-branches": ("if.then -> a", "if.else -> b"),
    "merge": ("if.then -> a", "if.else -> b", "a -> merge", "b -> merge"),
    "nested": ("if.then -> if2", "if2.then -> a", "if2.else -> b", "if.else -> c", "b -> end", "c -> end"),
    "join": ("a -> join", "b -> join", "if.then -> join"),
    "data-of-a-skipped-step": ("if.then -> a", "a.value -> b.data", "c -> b"),
    "approval-behind-a-branch": ("if.then -> approve", "approve -> a", "if.else -> b", "a -> end", "b -> end"),
    "approval-after-a-merge": ("if.then -> a", "if.else -> b", "a -> approve", "b -> approve", "approve -> c"),
    "own-build-behind-a-branch": ("if.then -> build", "build -> a", "if.else -> b"),
    "two-choices": ("if.then -> merge", "if2.else -> merge", "merge.value -> a.data"),
}
AWKWARD = "a \"quoted\" 'text' with $HOME, `ls`, \\n, #{x} and ${AccountId}, é"


@pytest.mark.parametrize("second", [THEN, ELSE])
@pytest.mark.parametrize("first", [THEN, ELSE])
@pytest.mark.parametrize("edges", GRAPHS.values(), ids=GRAPHS)
def test_the_steps_that_run_are_those_of_the_semantics(
    edges: tuple[str, ...], first: str, second: str, tmp_path: Path
) -> None:
    graph, take = drawn(*edges), {"if": first, "if2": second}
    parameters = {name: branch for name, branch in take.items() if name in graph.nodes}

    played = Runner(folder=tmp_path / "run", answers=ENTRY).play(lower(graph, {}), parameters)

    assert sorted(played.ran) == sorted(run(graph, take).ran)


@st.composite
def edge_lists(draw: st.DrawFn) -> tuple[str, ...]:
    """Draw edges without circles among a few steps and choices."""
    names = [f"{draw(st.sampled_from(('job', 'if')))}{number}" for number in range(draw(st.integers(2, 6)))]
    edges: list[str] = []
    for place in range(1, len(names)):
        for source in sorted(draw(st.sets(st.sampled_from(names[:place]), min_size=1, max_size=2))):
            branch = f".{draw(st.sampled_from((THEN, ELSE)))}" if source.startswith("if") else ""
            edges.append(f"{source}{branch} -> {names[place]}")
    return tuple(edges)


@pytest.mark.slow
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(edges=edge_lists(), goes=st.lists(st.sampled_from((THEN, ELSE)), min_size=6, max_size=6))
def test_any_graph_runs_as_the_semantics_say(
    tmp_path_factory: pytest.TempPathFactory, edges: tuple[str, ...], goes: list[str]
) -> None:
    graph = drawn(*edges)
    take = {name: branch for name, branch in zip(graph.nodes, goes, strict=False) if name.startswith("if")}

    folder = tmp_path_factory.mktemp("any") / "run"
    played = Runner(folder=folder, answers=ENTRY).play(lower(graph, {}), take)

    assert sorted(played.ran) == sorted(run(graph, take).ran)


def test_a_request_is_sent_with_its_values_filled_in(tmp_path: Path) -> None:
    request: dict[str, object] = {
        "RoleArn": Deployed("ExecutionRoleArn"),
        "HyperParameters": {"rounds": AsText(ParameterValue("Rounds", "Integer")), "note": ParameterValue("Note")},
        "ResourceConfig": {"InstanceCount": ParameterValue("Rounds", "Integer"), "VolumeSizeInGB": 30},
        "OutputDataConfig": {
            "S3OutputPath": joined("s3://", Deployed("ArtifactBucket"), "/churn/", ExecutionValue("id"))
        },
        "EnableNetworkIsolation": ParameterValue("Isolated", "Boolean"),
        "Tags": [{"Key": AWKWARD, "Value": ExecutionValue("name")}],
        "InputDataConfig": [],
    }
    flow_ = workflow(
        training("train", **request),
        parameters=(
            Parameter(name="Rounds", type="Integer", default=60),
            Parameter(name="Note", default="none"),
            Parameter(name="Isolated", type="Boolean", default=True),
        ),
    )
    answers = {
        "sagemaker describe-training-job": [{"TrainingJobStatus": "InProgress"}, {"TrainingJobStatus": "Completed"}]
    }

    played = Runner(folder=tmp_path / "run", answers=answers).play(flow_, {"Note": AWKWARD.replace("#{x}", "")})

    assert played.requests("create-training-job") == [
        {
            "TrainingJobName": "churn-train-0a1b2c3d",
            "RoleArn": "deployed-ExecutionRoleArn",
            "HyperParameters": {"rounds": "60", "note": AWKWARD.replace("#{x}", "")},
            "ResourceConfig": {"InstanceCount": 60, "VolumeSizeInGB": 30},
            "OutputDataConfig": {"S3OutputPath": f"s3://deployed-ArtifactBucket/churn/{EXECUTION_ID}"},
            "EnableNetworkIsolation": True,
            "Tags": [{"Key": AWKWARD, "Value": "churn"}],
            "InputDataConfig": [],
        }
    ]
    assert played.requests("describe-training-job") == [{"--training-job-name": "churn-train-0a1b2c3d"}] * 2


def test_what_a_step_answers_reaches_the_next(tmp_path: Path) -> None:
    flow_ = workflow(
        training(),
        call(
            "tell",
            Model=StepOutput("train", ("ModelArtifacts", "S3ModelArtifacts")),
            Job=StepOutput("train", ("TrainingJobName",)),
        ),
        after={"tell": (data("train"),)},
    )
    described = {"TrainingJobStatus": "Completed", "ModelArtifacts": {"S3ModelArtifacts": "s3://b/$m'\\x"}}

    played = Runner(folder=tmp_path / "run", answers={"sagemaker describe-training-job": described}).play(flow_, {})

    assert played.requests("put-events") == [{"Model": "s3://b/$m'\\x", "Job": "churn-train-0a1b2c3d"}]


def test_a_job_that_fails_ends_the_build_with_its_reason(tmp_path: Path) -> None:
    described = {"TrainingJobStatus": "Failed", "FailureReason": "no such bucket"}
    runner = Runner(folder=tmp_path / "run", answers={"sagemaker describe-training-job": described})

    with pytest.raises(BuildFailed, match="no such bucket"):
        runner.play(workflow(training()), {})


def test_a_refused_call_ends_the_build(tmp_path: Path) -> None:
    runner = Runner(folder=tmp_path / "run", answers={"events put-events": "AccessDenied"})

    with pytest.raises(BuildFailed, match="AccessDenied"):
        runner.play(workflow(call("tell")), {})


@pytest.mark.parametrize(("exists", "sent"), [(True, "update-endpoint"), (False, "create-endpoint")])
def test_an_endpoint_that_exists_is_updated(exists: bool, sent: str, tmp_path: Path) -> None:
    wait = Wait(
        describe="DescribeEndpoint",
        identifier="EndpointName",
        status=("EndpointStatus",),
        succeeded=("InService",),
        failed=("Failed",),
    )
    step = Call(
        id="serve",
        node="serve",
        service="sagemaker",
        operation="CreateEndpoint",
        update="UpdateEndpoint",
        name_member="EndpointName",
        request={"EndpointName": "live", "EndpointConfigName": "config"},
        wait=wait,
    )
    in_service = {"EndpointStatus": "InService"}
    answers = {"sagemaker describe-endpoint": in_service if exists else ["Could not find endpoint", in_service]}

    played = Runner(folder=tmp_path / "run", answers=answers).play(workflow(step), {})

    assert [one["operation"] for one in played.calls][1:] == [sent, "describe-endpoint"]
    assert played.requests(sent) == [{"EndpointName": "live", "EndpointConfigName": "config"}]


def test_a_function_that_the_request_names_is_asked_how_it_stands(tmp_path: Path) -> None:
    wait = Wait(
        describe="GetFunctionConfiguration",
        identifier="FunctionName",
        status=("LastUpdateStatus",),
        succeeded=("Successful",),
        failed=("Failed",),
    )
    request = {"FunctionName": "serve", "S3Bucket": "b", "S3Key": "k"}
    step = Call(id="code", node="code", service="lambda", operation="UpdateFunctionCode", request=request, wait=wait)
    answers = {"lambda get-function-configuration": {"LastUpdateStatus": "Successful"}}

    played = Runner(folder=tmp_path / "run", answers=answers).play(workflow(step), {})

    assert played.requests("get-function-configuration") == [{"--function-name": "serve"}]


def test_what_a_function_answers_reaches_the_next_step(tmp_path: Path) -> None:
    invoke = Call(
        id="score",
        node="score",
        service="lambda",
        operation="Invoke",
        request={"FunctionName": "score", "Qualifier": "live", "Payload": {"x": ParameterValue("X", "Float")}},
    )
    told = call("tell", Auc=StepOutput("score", ("Payload", "auc")), Name=StepOutput("score", ("Payload", "name")))
    flow_ = workflow(
        invoke, told, after={"tell": (data("score"),)}, parameters=(Parameter(name="X", type="Float", default=0.5),)
    )
    answers = {"lambda invoke": {"StatusCode": 200, "Payload": {"auc": 0.9, "name": "xgb"}}}

    played = Runner(folder=tmp_path / "run", answers=answers).play(flow_, {})

    assert played.requests("invoke") == [{"FunctionName": "score", "Qualifier": "live", "--payload": {"x": 0.5}}]
    assert played.requests("put-events") == [{"Auc": "0.9", "Name": "xgb"}]


def test_a_function_that_fails_ends_the_build_with_what_it_said(tmp_path: Path) -> None:
    invoke = Call(id="score", node="score", service="lambda", operation="Invoke", request={"FunctionName": "score"})
    answers = {"lambda invoke": {"FunctionError": "Unhandled", "Payload": {"errorMessage": "no model"}}}

    with pytest.raises(BuildFailed, match="no model"):
        Runner(folder=tmp_path / "run", answers=answers).play(workflow(invoke), {})


@pytest.mark.parametrize(("accuracy", "branch"), [(0.9, THEN), (0.2, ELSE)])
def test_a_figure_in_a_file_decides(accuracy: float, branch: str, tmp_path: Path) -> None:
    step = Choice(id="good", node="good", condition=Comparison(FIGURE, ">=", 0.8))
    written = json.dumps({"metrics": {"accuracy": {"value": accuracy}}})
    address = f"s3://deployed-ArtifactBucket/{EXECUTION_ID}/evaluation.json"

    played = Runner(folder=tmp_path / "run", objects={address: written}).play(workflow(step), {})

    assert played.given["good"] == {"BRANCH": branch}


_SIZE = ParameterValue("Size", "Integer")


@pytest.mark.parametrize(
    ("condition", "branch"),
    [
        (Comparison(_SIZE, ">", 2), THEN),
        (Not(Comparison(_SIZE, ">", 2)), ELSE),
        (AllOf((Comparison(_SIZE, ">", 2), Comparison(ParameterValue("Mode"), "==", "it's"))), THEN),
        (AllOf((Comparison(_SIZE, ">", 2), Comparison(ParameterValue("Mode"), "!=", "it's"))), ELSE),
        (AnyOf((Comparison(_SIZE, "<", 2), Comparison(ParameterValue("On", "Boolean"), "==", True))), THEN),
        (Comparison(StepOutput("count", ("FailedEntryCount",)), "<=", 3), THEN),
        (Comparison(3, "==", StepOutput("count", ("FailedEntryCount",))), THEN),
        (Comparison(StepOutput("count", ("FailedEntryCount",)), "==", "3"), THEN),
        (Comparison(StepOutput("count", ("State",)), "==", StepOutput("count", ("State",))), THEN),
        (Comparison(StepOutput("count", ("State",)), "==", ParameterValue("Mode")), ELSE),
    ],
)
def test_a_condition_compares_values_as_what_they_are(condition: Comparison, branch: str, tmp_path: Path) -> None:
    flow_ = workflow(
        call("count"),
        Choice(id="decide", node="decide", condition=condition),
        after={"decide": (data("count"),)},
        parameters=(
            Parameter(name="Size", type="Integer", default=10),
            Parameter(name="Mode", default="it's"),
            Parameter(name="On", type="Boolean", default=True),
        ),
    )
    answers = {"events put-events": {"FailedEntryCount": 3, "State": "fine"}}

    played = Runner(folder=tmp_path / "run", answers=answers).play(flow_, {})

    assert played.given["decide"]["BRANCH"] == branch


def test_a_failure_says_its_cause(tmp_path: Path) -> None:
    cause = joined("Only ", ParameterValue("Figure"), " 'of' \"it\"")
    step = Failure(id="stop", node="stop", error="Too\nbad", cause=cause)
    flow_ = workflow(step, parameters=(Parameter(name="Figure", default="3"),))

    with pytest.raises(BuildFailed, match="Only 3 'of' \"it\"\nToo\nbad"):
        Runner(folder=tmp_path / "run").play(flow_, {})


def test_a_pause_passes(tmp_path: Path) -> None:
    played = Runner(folder=tmp_path / "run").play(workflow(Pause(id="rest", node="rest", seconds=5)), {})

    assert played.ran == ["rest"]


def test_the_start_of_the_execution_is_looked_up(tmp_path: Path) -> None:
    summaries = [
        {"pipelineExecutionId": "another", "startTime": "2026-01-01T00:00:00+00:00"},
        {"pipelineExecutionId": EXECUTION_ID, "startTime": "2026-02-03T04:05:06.789000+00:00"},
    ]
    answers = {"codepipeline list-pipeline-executions": {"pipelineExecutionSummaries": summaries}}

    played = Runner(folder=tmp_path / "run", answers=answers).play(
        workflow(call("tell", At=ExecutionValue("start"))), {}
    )

    assert played.requests("put-events") == [{"At": "2026-02-03T04:05:06Z"}]


def test_a_build_of_the_users_own_gets_its_variables(tmp_path: Path) -> None:
    step = own_build(
        MODEL=joined("s3://", Deployed("ArtifactBucket"), "/", ExecutionValue("id")), NAME=ExecutionValue("name")
    )

    played = Runner(folder=tmp_path / "run").play(workflow(step), {})

    assert played.natives["package"]["MODEL"] == f"s3://deployed-ArtifactBucket/{EXECUTION_ID}"
    assert played.natives["package"]["NAME"] == "churn"
