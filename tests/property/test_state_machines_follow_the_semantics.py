"""What is drawn, exported and run: moto's interpreter runs exactly the nodes that the reference semantics names."""

import json
import sys
import time
import uuid
from collections.abc import Iterator, Mapping
from typing import Protocol, cast

import boto3
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from designer.catalog.branches import ELSE, THEN
from designer.graph.model import Graph
from designer.graph.nesting import containers
from designer.graph.semantics import run
from designer.sandbox.process import running_sandbox
from designer.workflow.lowering import lower
from exporters.stepfunctions.definition import definition
from exporters.stepfunctions.support import support
from tests.judges.asl import AslJudge, open_asl_judge, statelint_problems
from tests.property.graphs import THERE, graphs

_PATIENCE_SECONDS = 30.0


@pytest.fixture(scope="module", autouse=True)
def room_for_jsonata() -> Iterator[None]:
    """Set the recursion limit that jsonata sets for itself, because hypothesis minds when it changes under way."""
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(10000)
    yield
    sys.setrecursionlimit(before)


@settings(max_examples=150)
@given(graph=graphs())
def test_statelint_has_nothing_against_a_state_machine_of_any_shape(graph: Graph) -> None:
    machine = definition(lower(graph, {}))

    # It computes conditions whose variables it knows, and then minds that the result is no text: that is its own fault.
    problems = [one for one in statelint_problems(machine) if not one.endswith("is true but should be a String")]
    assert "\n".join(problems) == ""


@pytest.fixture(scope="module")
def judge() -> Iterator[AslJudge]:
    with open_asl_judge() as opened:
        yield opened


@pytest.mark.judge
@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])
@given(graph=graphs())
def test_the_language_service_and_asl_validator_accept_a_state_machine_of_any_shape(
    judge: AslJudge, graph: Graph
) -> None:
    machine = definition(lower(graph, {}))

    assert judge.als_problems(machine) == []
    assert judge.asl_validator_problems(machine) == []


@given(graph=graphs())
def test_every_graph_without_circles_is_supported(graph: Graph) -> None:
    reports = support(lower(graph, {}))

    assert "impossible" not in {report.level.value for report in reports}


@given(graph=graphs())
def test_the_same_workflow_gives_the_same_definition(graph: Graph) -> None:
    workflow = lower(graph, {})

    assert json.dumps(definition(workflow)) == json.dumps(definition(workflow))


class StepFunctions(Protocol):
    """What the tests ask of boto3's client."""

    def create_state_machine(self, **request: str) -> Mapping[str, str]: ...

    def start_execution(self, **request: str) -> Mapping[str, str]: ...

    def describe_execution(self, **request: str) -> Mapping[str, object]: ...

    def get_execution_history(self, **request: object) -> Mapping[str, list[Mapping[str, object]]]: ...


@pytest.fixture(scope="module")
def client() -> Iterator[StepFunctions]:
    with running_sandbox() as address:
        session = boto3.Session(
            region_name=address.region,
            aws_access_key_id=address.access_key_id,
            aws_secret_access_key=address.secret_access_key,
        )
        session.client("s3", endpoint_url=address.endpoint_url).create_bucket(Bucket=THERE)
        yield cast("StepFunctions", session.client("stepfunctions", endpoint_url=address.endpoint_url))


@pytest.mark.slow
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(graph=graphs(), data=st.data())
def test_an_execution_runs_the_nodes_that_the_semantics_names_and_in_its_order(
    client: StepFunctions, graph: Graph, data: st.DataObject
) -> None:
    take = {name: data.draw(st.sampled_from([THEN, ELSE])) for name, node in graph.nodes.items() if node.branches}
    calls = [name for name, node in graph.nodes.items() if node.kind.id == "call"]
    fail = set(data.draw(st.lists(st.sampled_from(calls), max_size=2))) if calls else set()
    buckets = {name: "missing" if name in fail else THERE for name in calls}
    machine = definition(lower(graph, {}))

    status, events = executed(client, machine, {**take, **buckets})

    outcome = run(graph, take, fail)
    entered = times(events, "stateEnteredEventDetails")
    left = times(events, "stateExitedEventDetails")
    began = {name for name in entered if name in graph.nodes}
    ended_badly = any(name not in graph.inside for name in outcome.failed)
    assert status == ("FAILED" if ended_badly else "SUCCEEDED"), machine
    assert began <= {*outcome.ran, *outcome.caught, *outcome.failed}
    if not outcome.failed:
        assert began == {*outcome.ran, *outcome.caught}
    for link in graph.links:
        if {link.source, link.target} <= set(outcome.ran) & left.keys() and link.source not in containers(
            graph.inside, link.target
        ):
            assert left[link.source] < entered[link.target]


def executed(
    client: StepFunctions, machine: Mapping[str, object], parameters: Mapping[str, str]
) -> tuple[str, list[Mapping[str, object]]]:
    """Run a machine to its end; return its status and its history."""
    arn = client.create_state_machine(
        name=f"m-{uuid.uuid4()}", definition=json.dumps(machine), roleArn="arn:aws:iam::123456789012:role/any"
    )["stateMachineArn"]
    name = str(uuid.uuid4())
    execution = client.start_execution(stateMachineArn=arn, name=name, input=json.dumps(parameters))["executionArn"]
    deadline = time.monotonic() + _PATIENCE_SECONDS
    while (found := client.describe_execution(executionArn=execution))["status"] == "RUNNING":
        assert time.monotonic() < deadline, "the execution did not end"
        time.sleep(0.02)
    return str(found["status"]), client.get_execution_history(executionArn=execution, maxResults=1000)["events"]


def times(events: list[Mapping[str, object]], details: str) -> dict[str, int]:
    """Return when states were entered or left, as positions in the history."""
    return {
        str(cast("Mapping[str, object]", event[details])["name"]): position
        for position, event in enumerate(events)
        if details in event
    }
