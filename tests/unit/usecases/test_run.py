import pytest

from designer.aws.runs import RunRecord, RunStatus, StepRecord
from designer.document.model import Document, Frame, Node, Parameter
from designer.errors import UsageError
from designer.usecases.project import Project, open_project
from designer.usecases.run import by_node, steps_of, typed_parameters
from designer.usecases.starters import starter


def project(*parameters: Parameter) -> Project:
    return Project(document=Document(name="test", parameters={one.name: one for one in parameters}), files={})


@pytest.mark.parametrize(
    ("parameter", "text", "value"),
    [
        (Parameter(name="P"), "5", "5"),
        (Parameter(name="P", type="Integer"), "5", 5),
        (Parameter(name="P", type="Float"), "0.5", 0.5),
        (Parameter(name="P", type="Boolean"), "True", True),
        (Parameter(name="P", type="Integer", choices=(1, 2)), "2", 2),
    ],
)
def test_a_value_is_given_in_the_type_of_its_parameter(parameter: Parameter, text: str, value: object) -> None:
    assert typed_parameters(project(parameter), {"P": text}) == {"P": value}


@pytest.mark.parametrize(
    ("parameter", "text"),
    [
        (Parameter(name="P", type="Integer"), "5.5"),
        (Parameter(name="P", type="Float"), "much"),
        (Parameter(name="P", type="Boolean"), "yes"),
        (Parameter(name="P", choices=("a",)), "b"),
    ],
)
def test_a_value_that_does_not_fit_is_wrong_usage(parameter: Parameter, text: str) -> None:
    with pytest.raises(UsageError, match="'P' must be"):
        typed_parameters(project(parameter), {"P": text})


def test_a_parameter_without_a_default_must_be_given() -> None:
    with pytest.raises(UsageError, match="no default: P"):
        typed_parameters(project(Parameter(name="P"), Parameter(name="Q", default="x")), {})


def test_a_parameter_left_to_its_default_is_not_sent() -> None:
    assert typed_parameters(project(Parameter(name="Q", default="x")), {}) == {}


def test_a_step_that_an_engine_without_branches_began_in_vain_is_told_as_skipped() -> None:
    steps = tuple(
        StepRecord(name=name, status=RunStatus.SUCCEEDED, branch="then" if name == "good-enough" else "")
        for name in ("prepare", "train", "evaluate", "good-enough", "register", "not-good-enough")
    )
    found = by_node(
        open_project(starter("sagemaker-training").pipeline),
        RunRecord(id="1", status=RunStatus.SUCCEEDED, steps=steps),
    )

    statuses = {one.node: one.status for one in found}
    assert statuses["register"] is RunStatus.SUCCEEDED
    assert statuses["not-good-enough"] is RunStatus.SKIPPED


def test_a_rule_that_does_not_hold_is_told_at_its_node() -> None:
    frame = Frame(id="f", title="Release", nodes=("note", "day"))
    nodes = {
        "note": Node(id="note", kind="wait", settings={"seconds": 1}),
        "day": Node(id="day", kind="window_rule", settings={}),
    }
    guarded = Project(document=Document(name="test", nodes=nodes, frames=(frame,)), files={})
    closed = StepRecord(name="day", status=RunStatus.FAILED, reason="It is night.")

    found = by_node(guarded, RunRecord(id="1", status=RunStatus.FAILED, steps=(closed,)))

    assert {one.node: (one.status, one.reason) for one in found} == {
        "note": (RunStatus.SKIPPED, ""),
        "day": (RunStatus.FAILED, "It is night."),
    }


def test_nodes_are_run_as_the_steps_that_they_became() -> None:
    opened = open_project(starter("lambda-train-deploy").pipeline)

    selected = steps_of(opened, ("endpoint", "train"), source="arn")

    assert selected is not None
    assert set(selected.steps) == {"train", "endpoint-config", "endpoint"}
    assert selected.source == "arn"
    assert steps_of(opened, ()) is None


def test_a_node_that_runs_nothing_is_no_part_of_a_run() -> None:
    with pytest.raises(UsageError, match="Nothing runs at nobody"):
        steps_of(open_project(starter("lambda-train-deploy").pipeline), ("train", "nobody"))
