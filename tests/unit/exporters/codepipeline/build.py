"""Workflows for these tests, in few words: written out step by step, or drawn as a graph and lowered."""

import json
from collections.abc import Mapping

from designer.catalog.branches import ELSE, THEN
from designer.catalog.kind import Category, Kind
from designer.catalog.needs import BuildProject, Need
from designer.catalog.placed import Lowered, Placed
from designer.catalog.ports import Port, PortType, fixed
from designer.catalog.settings import Settings
from designer.catalog.steps import Approval, Call, Choice, Comparison, Step, Wait
from designer.catalog.values import Deployed, ExecutionValue, FileValue, ParameterValue, StepOutput, joined
from designer.document.model import Document, Edge, Node, Parameter
from designer.graph.model import Graph, build_graph
from designer.workflow.model import Dependency, Stage, Workflow

TRAINING = Wait(
    describe="DescribeTrainingJob",
    identifier="TrainingJobName",
    status=("TrainingJobStatus",),
    succeeded=("Completed",),
    failed=("Failed", "Stopped"),
    reason=("FailureReason",),
)
PACKAGE = BuildProject(
    logical_id="PackageBuild",
    node="package",
    buildspec="version: 0.2\nphases:\n  build:\n    commands:\n      - make\n",
)

FIGURE = FileValue(
    step="evaluate",
    output="evaluation",
    file="evaluation.json",
    uri=joined("s3://", Deployed("ArtifactBucket"), "/", ExecutionValue("id")),
    path=("metrics", "accuracy", "value"),
)


def workflow(
    *steps: Step,
    after: Mapping[str, tuple[Dependency, ...]] | None = None,
    parameters: tuple[Parameter, ...] = (),
    needs: tuple[Need, ...] = (),
    stages: Mapping[str, tuple[str, ...]] | None = None,
    has_cycles: bool = False,
) -> Workflow:
    """Return a workflow of these steps; a step that `after` does not name waits for nobody."""
    return Workflow(
        name="churn",
        description="",
        region="eu-west-1",
        parameters=parameters,
        steps=steps,
        after={step.id: (after or {}).get(step.id, ()) for step in steps},
        document=Document(name="churn"),
        needs=needs,
        stages=tuple(Stage(name=name, steps=members) for name, members in (stages or {}).items()),
        has_cycles=has_cycles,
    )


def call(name: str, **request: object) -> Call:
    """Return a call that nobody waits for."""
    return Call(id=name, node=name, service="events", operation="PutEvents", request=request)


def training(name: str = "train", **request: object) -> Call:
    """Return a training job that is waited for."""
    return Call(
        id=name,
        node=name,
        service="sagemaker",
        operation="CreateTrainingJob",
        name_member="TrainingJobName",
        request=request,
        wait=TRAINING,
    )


def own_build(name: str = "package", **variables: object) -> Call:
    """Return a build of the user's own."""
    request: dict[str, object] = {"projectName": Deployed("PackageBuildName")}
    if variables:
        request["environmentVariablesOverride"] = [
            {"name": key, "value": value, "type": "PLAINTEXT"} for key, value in variables.items()
        ]
    return Call(id=name, node=name, service="codebuild", operation="StartBuild", request=request)


def choice(name: str = "decide") -> Choice:
    """Return a choice that goes as the parameter of its name says."""
    return Choice(id=name, node=name, condition=Comparison(ParameterValue(name), "==", THEN))


def approval(name: str = "approve", message: str = "Go on?") -> Approval:
    """Return an approval."""
    return Approval(id=name, node=name, message=message)


def flow(step: str, branch: str = "") -> Dependency:
    """Return that a step comes afterwards."""
    return Dependency(step=step, branch=branch)


def data(step: str) -> Dependency:
    """Return that a step's data is taken."""
    return Dependency(step=step, data=True)


def actions(stage: object) -> dict[str, dict[str, object]]:
    """Return the actions of a stage by name."""
    assert isinstance(stage, dict)
    return {str(action["name"]): action for action in stage["actions"]}


def configuration(action: Mapping[str, object]) -> dict[str, str]:
    """Return how an action is configured."""
    found = action["configuration"]
    assert isinstance(found, dict)
    return found


def handed(action: Mapping[str, object]) -> dict[str, str]:
    """Return the environment variables that an action hands to its build."""
    given = json.loads(configuration(action).get("EnvironmentVariables", "[]"))
    return {str(one["name"]): str(one["value"]) for one in given}


def _job(placed: Placed) -> Lowered:
    read = [one.value for one in placed.inputs.get("data", ())]
    entries = [{"Source": placed.id, "Detail": value} for value in read or ["nothing"]]
    step = Call(id=placed.id, node=placed.id, service="events", operation="PutEvents", request={"Entries": entries})
    return Lowered(steps=(step,), outputs={"value": StepOutput(placed.id, ("FailedEntryCount",))})


_DATA = fixed(Port(name="data", type=PortType.VALUE, title="Data", many=True))
_VALUE = fixed(Port(name="value", type=PortType.VALUE, title="Value"))


def _kind(name: str, lower: object, **more: object) -> Kind:
    given = {"id": name, "title": name, "summary": ".", "category": Category.CONTROL, "settings": Settings}
    return Kind(**{**given, "lower": lower, **more})  # type: ignore[arg-type]


KINDS: Mapping[str, Kind] = {
    "job": _kind("job", _job, inputs=_DATA, outputs=_VALUE),
    "choice": _kind("choice", lambda placed: Lowered(steps=(choice(placed.id),)), branches=lambda _: (THEN, ELSE)),
    "approval": _kind("approval", lambda placed: Lowered(steps=(approval(placed.id),))),
    "build": _kind("build", lambda placed: Lowered(steps=(own_build(placed.id),))),
}


def drawn(*edges: str) -> Graph:
    """Return the graph of edges such as `a -> b`, `if.then -> a` and `a.value -> b.data`.

    What begins with `if` is a choice, with `approve` an approval, with `build` a build of the user's own.
    """
    understood = [_edge(text) for text in edges]
    names = dict.fromkeys(name for one in understood for name in (one.source, one.target))
    nodes = {name: Node(id=name, kind=_kind_of(name)) for name in names}
    parameters = {name: Parameter(name=name, default=THEN) for name in names if _kind_of(name) == "choice"}
    return build_graph(Document(name="drawn", nodes=nodes, edges=tuple(understood), parameters=parameters), KINDS)


def _kind_of(name: str) -> str:
    kinds = {"if": "choice", "approve": "approval", "build": "build"}
    return next((kind for start, kind in kinds.items() if name.startswith(start)), "job")


def _edge(text: str) -> Edge:
    source, target = text.split(" -> ")
    source, _, source_port = source.partition(".")
    target, _, target_port = target.partition(".")
    return Edge(source=source, source_port=source_port, target=target, target_port=target_port)
