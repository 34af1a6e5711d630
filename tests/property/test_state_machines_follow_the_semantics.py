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

from designer.catalog.kind import Category, Kind, Lowered, Placed, Port, PortType, Settings, fixed
from designer.catalog.steps import ELSE, THEN, Call, Choice, Comparison
from designer.catalog.values import AsText, ParameterValue, StepOutput, joined
from designer.document.model import Document, Edge, Node, Parameter
from designer.graph.model import Graph, build_graph
from designer.graph.semantics import run
from designer.sandbox.process import running_sandbox
from designer.workflow.lowering import lower
from exporters.stepfunctions.definition import definition
from exporters.stepfunctions.support import support
from tests.judges.asl import AslJudge, open_asl_judge, statelint_problems

_PATIENCE_SECONDS = 30.0


def _call(placed: Placed) -> Lowered:
    read = [AsText(one.value) for one in placed.inputs.get("data", ())]
    entry = {"Source": "test", "DetailType": "ran", "Detail": joined('{"node": "x", "read": "', *read, '"}')}
    call = Call(id=placed.id, node=placed.id, service="events", operation="PutEvents", request={"Entries": [entry]})
    return Lowered(steps=(call,), outputs={"value": StepOutput(placed.id, ("FailedEntryCount",))})


def _choice(placed: Placed) -> Lowered:
    condition = Comparison(ParameterValue(placed.id), "==", THEN)
    return Lowered(steps=(Choice(id=placed.id, node=placed.id, condition=condition),))


KINDS = {
    "call": Kind(
        id="call",
        title="Call",
        summary="Calls.",
        category=Category.CONTROL,
        settings=Settings,
        lower=_call,
        inputs=fixed(Port(name="data", type=PortType.VALUE, title="Data", many=True)),
        outputs=fixed(Port(name="value", type=PortType.VALUE, title="Value")),
    ),
    "choice": Kind(
        id="choice",
        title="Choice",
        summary="Chooses.",
        category=Category.CONTROL,
        settings=Settings,
        lower=_choice,
        branches=lambda _: (THEN, ELSE),
    ),
}


@st.composite
def graphs(draw: st.DrawFn) -> Graph:
    """Draw a graph without circles, with conditions, joins, merges and fan-outs."""
    size = draw(st.integers(1, 8))
    names = [f"n-{number}" for number in range(size)]
    kinds = [draw(st.sampled_from(["call", "call", "choice"])) for _ in names]
    edges: list[Edge] = []
    for target in range(1, size):
        sources = sorted(draw(st.sets(st.integers(0, target - 1), max_size=3)))
        edges += [draw(_edge(names[source], kinds[source], names[target], kinds[target])) for source in sources]
    document = Document(
        name="drawn",
        nodes={name: Node(id=name, kind=kind) for name, kind in zip(names, kinds, strict=True)},
        edges=tuple(edges),
        parameters={
            name: Parameter(name=name, default=THEN)
            for name, kind in zip(names, kinds, strict=True)
            if kind == "choice"
        },
    )
    return build_graph(document, KINDS)


@st.composite
def _edge(draw: st.DrawFn, source: str, source_kind: str, target: str, target_kind: str) -> Edge:
    if source_kind == "choice":
        return Edge(source=source, source_port=draw(st.sampled_from([THEN, ELSE])), target=target)
    if target_kind == "call" and draw(st.booleans()):
        return Edge(source=source, source_port="value", target=target, target_port="data")
    return Edge(source=source, target=target)


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
        yield cast(
            "StepFunctions",
            boto3.client(
                "stepfunctions",
                endpoint_url=address.endpoint_url,
                region_name=address.region,
                aws_access_key_id=address.access_key_id,
                aws_secret_access_key=address.secret_access_key,
            ),
        )


@pytest.mark.slow
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(graph=graphs(), data=st.data())
def test_an_execution_runs_the_nodes_that_the_semantics_names_and_in_its_order(
    client: StepFunctions, graph: Graph, data: st.DataObject
) -> None:
    choices = [name for name, node in graph.nodes.items() if node.branches]
    take = {name: data.draw(st.sampled_from([THEN, ELSE])) for name in choices}
    machine = definition(lower(graph, {}))

    events = executed(client, machine, take)

    entered = times(events, "stateEnteredEventDetails")
    left = times(events, "stateExitedEventDetails")
    ran = set(run(graph, take).ran)
    assert {name for name in entered if name in graph.nodes} == ran
    for link in graph.links:
        if {link.source, link.target} <= ran:
            assert left[link.source] < entered[link.target]


def executed(
    client: StepFunctions, machine: Mapping[str, object], parameters: Mapping[str, str]
) -> list[Mapping[str, object]]:
    arn = client.create_state_machine(
        name=f"m-{uuid.uuid4()}", definition=json.dumps(machine), roleArn="arn:aws:iam::123456789012:role/any"
    )["stateMachineArn"]
    name = str(uuid.uuid4())
    execution = client.start_execution(stateMachineArn=arn, name=name, input=json.dumps(parameters))["executionArn"]
    deadline = time.monotonic() + _PATIENCE_SECONDS
    while (found := client.describe_execution(executionArn=execution))["status"] == "RUNNING":
        assert time.monotonic() < deadline, "the execution did not end"
        time.sleep(0.02)
    assert found["status"] == "SUCCEEDED", (found, machine)
    return client.get_execution_history(executionArn=execution, maxResults=1000)["events"]


def times(events: list[Mapping[str, object]], details: str) -> dict[str, int]:
    """Return when states were entered or left, as positions in the history."""
    return {
        str(cast("Mapping[str, object]", event[details])["name"]): position
        for position, event in enumerate(events)
        if details in event
    }
