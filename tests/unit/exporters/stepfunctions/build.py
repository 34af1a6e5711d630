"""Workflows for tests, in few words."""

from collections.abc import Mapping

from designer.catalog.needs import Need
from designer.catalog.steps import Call, Step, Wait
from designer.document.model import Document, Parameter
from designer.workflow.model import Dependency, Workflow


def workflow(
    *steps: Step,
    after: Mapping[str, tuple[Dependency, ...]] | None = None,
    parameters: tuple[Parameter, ...] = (),
    needs: tuple[Need, ...] = (),
    settings: Mapping[str, object] | None = None,
    region: str = "eu-west-1",
    has_cycles: bool = False,
) -> Workflow:
    """Return a workflow of these steps; a step that `after` does not name waits for nobody."""
    return Workflow(
        name="churn",
        description="",
        region=region,
        parameters=parameters,
        steps=steps,
        after={step.id: (after or {}).get(step.id, ()) for step in steps},
        document=Document(name="churn"),
        needs=needs,
        settings=settings or {},
        has_cycles=has_cycles,
    )


def after_data(step: str) -> Dependency:
    """Return that a step's data is taken."""
    return Dependency(step=step, data=True)


def training(name: str = "train", **request: object) -> Call:
    """Return a training job that is waited for."""
    return Call(
        id=name,
        node=name,
        service="sagemaker",
        operation="CreateTrainingJob",
        name_member="TrainingJobName",
        request=request,
        wait=Wait(
            describe="DescribeTrainingJob",
            identifier="TrainingJobName",
            status=("TrainingJobStatus",),
            succeeded=("Completed",),
            failed=("Failed", "Stopped"),
        ),
    )


def invoking(name: str, **payload: object) -> Call:
    """Return an invocation of a function."""
    request = {"FunctionName": "score", "Payload": payload}
    return Call(id=name, node=name, service="lambda", operation="Invoke", request=request)


def states(machine: object) -> dict[str, dict[str, object]]:
    """Return the states of a machine or branch."""
    found = machine["States"] if isinstance(machine, dict) else None
    assert isinstance(found, dict)
    return found
