from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from designer.catalog.kind import Category, Kind
from designer.catalog.needs import Asset, Statement
from designer.catalog.placed import Lowered, Placed
from designer.catalog.ports import Port, PortType, fixed
from designer.catalog.steps import Call, Choice, Comparison
from designer.catalog.values import ExecutionValue, ParameterValue, StepOutput, joined
from designer.document.model import Document, Frame, Node, Parameter
from designer.errors import Refusal
from designer.graph.model import build_graph
from designer.workflow.lowering import Attempt, attempt, lower
from designer.workflow.model import Dependency
from tests.unit.graph.builders import AnySettings, edge


def call(step_id: str, node: str, text: object = "") -> Call:
    return Call(id=step_id, node=node, service="sts", operation="GetCallerIdentity", request={"Text": text})


def lower_twin(placed: Placed) -> Lowered:
    """Become two calls, the second with the node's name, which need one asset that every twin shares."""
    settings = placed.settings
    assert isinstance(settings, AnySettings)
    if settings.text == "contradiction":
        raise ValueError("These settings contradict each other.")
    steps = (call(f"{placed.id}-prepare", placed.id), call(placed.id, placed.id, placed.resolve(settings.text)))
    return Lowered(
        steps=steps,
        outputs={"out": StepOutput(placed.id, ("Arn",)), "seen": ",".join(one.node for one in placed.inputs["in"])},
        needs=(Asset(key="assets/shared.zip", content=b""),),
        statements=(Statement(actions=("s3:GetObject",), resources=("arn",), reason=placed.id),),
    )


def lower_choice(placed: Placed) -> Lowered:
    return Lowered(steps=(Choice(id=placed.id, node=placed.id, condition=Comparison(1, "==", 1)),))


DATA = Port(name="in", type=PortType.DATASET, title="In", many=True)
OUTPUTS = fixed(
    Port(name="out", type=PortType.DATASET, title="Out"), Port(name="seen", type=PortType.VALUE, title="Seen")
)


def kind(kind_id: str, lowering: Callable[[Placed], Lowered], branches: tuple[str, ...] = ()) -> Kind:
    return Kind(
        id=kind_id,
        title=kind_id,
        summary="",
        category=Category.PREPARE,
        settings=AnySettings,
        lower=lowering,
        inputs=fixed(DATA),
        outputs=OUTPUTS,
        branches=lambda _: branches,
    )


KINDS = {
    "twin": kind("twin", lower_twin),
    "plain": kind("plain", lambda _: Lowered(outputs={"out": "s3://data/x"})),
    "choice": kind("choice", lower_choice, branches=("then", "else")),
}


def lowered(
    nodes: Mapping[str, str], *edges: str, texts: Mapping[str, str] | None = None, frames: tuple[Frame, ...] = ()
) -> Attempt:
    given = texts or {}
    document = Document(
        name="test",
        nodes={
            one: Node(id=one, kind=of, settings={"text": given[one]} if one in given else {})
            for one, of in nodes.items()
        },
        edges=tuple(edge(text) for text in edges),
        parameters={"Rounds": Parameter(name="Rounds", type="Integer", default=1)},
        frames=frames,
    )
    return attempt(build_graph(document, KINDS), {})


def test_the_steps_of_a_node_follow_each_other_and_the_next_node_waits_for_the_last() -> None:
    workflow = lowered({"a": "twin", "b": "twin"}, "a.out -> b.in").workflow

    assert [step.id for step in workflow.steps] == ["a-prepare", "a", "b-prepare", "b"]
    assert workflow.after == {
        "a-prepare": (),
        "a": (Dependency(step="a-prepare", data=True),),
        "b-prepare": (Dependency(step="a", data=True),),
        "b": (Dependency(step="b-prepare", data=True),),
    }


def test_a_branch_is_kept_in_the_dependency() -> None:
    workflow = lowered({"decide": "choice", "a": "twin"}, "decide.else -> a").workflow

    assert workflow.after["a-prepare"] == (Dependency(step="decide", branch="else"),)


def test_a_node_without_steps_passes_on_what_it_waits_for() -> None:
    workflow = lowered({"a": "twin", "data": "plain", "b": "twin"}, "a -> data", "data.out -> b.in").workflow

    assert workflow.after["b-prepare"] == (Dependency(step="a"),)


def test_two_edges_from_one_node_are_one_dependency() -> None:
    workflow = lowered({"a": "twin", "b": "twin"}, "a.out -> b.in", "a.seen -> b.in").workflow

    assert workflow.after["b-prepare"] == (Dependency(step="a", data=True),)


def test_text_with_references_becomes_values() -> None:
    text = "${a.out} ${params.Rounds} ${execution.id} $${HOME}"

    workflow = lowered({"b": "twin", "a": "twin"}, texts={"b": text}).workflow

    asked = workflow.step("b")
    assert isinstance(asked, Call)
    assert asked.request["Text"] == joined(
        StepOutput("a", ("Arn",)), " ", ParameterValue("Rounds", "Integer"), " ", ExecutionValue("id"), " ${HOME}"
    )
    assert [step.id for step in workflow.steps][:2] == ["a-prepare", "a"]


def test_a_node_sees_what_its_edges_bring_in_the_order_in_which_they_were_drawn() -> None:
    found = lowered({"a": "plain", "b": "plain", "c": "twin"}, "b.out -> c.in", "a.out -> c.in")

    assert found.lowered["c"].outputs["seen"] == "b,a"


def test_needs_are_listed_once_and_statements_each() -> None:
    workflow = lowered({"a": "twin", "b": "twin"}).workflow

    assert [need.key for need in workflow.needs if isinstance(need, Asset)] == ["assets/shared.zip"]
    assert [one.reason for one in workflow.statements] == ["a", "b"]


def test_frames_become_stages_of_the_steps_inside_them() -> None:
    frames = (Frame(id="f", title="Prepare", nodes=("a", "gone")), Frame(id="g", title="Empty", nodes=("data",)))

    workflow = lowered({"a": "twin", "data": "plain"}, frames=frames).workflow

    assert [(stage.name, stage.steps) for stage in workflow.stages] == [("Prepare", ("a-prepare", "a"))]


def test_a_node_that_cannot_be_lowered_is_told_and_the_others_are_there() -> None:
    found = lowered({"a": "twin", "b": "twin"}, texts={"a": "contradiction"})

    assert [(one.node, one.message, one.follows) for one in found.problems] == [
        ("a", "These settings contradict each other.", False)
    ]
    assert [step.id for step in found.workflow.steps] == ["b-prepare", "b"]


def test_what_stands_in_the_way_elsewhere_is_marked_as_following() -> None:
    found = lowered({"a": "twin", "b": "twin"}, texts={"a": "contradiction", "b": "${a.out}"})

    assert [(one.node, one.follows) for one in found.problems] == [("a", False), ("b", True)]


def test_a_member_of_plain_text_is_refused_where_it_is_written() -> None:
    found = lowered({"data": "plain", "b": "twin"}, texts={"b": "${data.out.size}"})

    assert [(one.node, one.follows) for one in found.problems] == [("b", False)]
    assert "has no member 'size'" in found.problems[0].message


def test_a_member_of_an_answer_leads_into_it() -> None:
    workflow = lowered({"a": "twin", "b": "twin"}, texts={"b": "${a.out.deep.er}"}).workflow

    asked = workflow.step("b")
    assert isinstance(asked, Call)
    assert asked.request["Text"] == StepOutput("a", ("Arn", "deep", "er"))


def test_whoever_needs_it_whole_is_refused_with_the_first_thing_in_the_way() -> None:
    document = Document(name="test", nodes={"a": Node(id="a", kind="twin", settings={"txet": "x"})})

    with pytest.raises(Refusal, match=r"a, txet: There is no setting of this name"):
        lower(build_graph(document, KINDS), {})


def test_a_bypassed_node_is_not_lowered_and_flow_leads_past_it() -> None:
    nodes = {one: Node(id=one, kind="twin") for one in ("a", "b", "c")}
    nodes["b"] = replace(nodes["b"], bypassed=True)
    document = Document(name="test", nodes=nodes, edges=(edge("a -> b"), edge("b -> c")))

    workflow = lower(build_graph(document, KINDS), {})

    assert workflow.after["c-prepare"] == (Dependency(step="a"),)


def test_a_circle_is_told_and_does_not_stop_the_lowering() -> None:
    workflow = lowered({"a": "twin", "b": "twin"}, "a -> b", "b -> a").workflow

    assert workflow.has_cycles
    assert len(workflow.steps) == 4
