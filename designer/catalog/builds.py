"""The call that starts a CodeBuild build and waits for its end."""

from collections.abc import Mapping

from designer.catalog.needs import BuildProject
from designer.catalog.placed import Placed
from designer.catalog.steps import Call, Wait
from designer.catalog.values import Deployed, Value

WAIT = Wait(
    describe="BatchGetBuilds",
    identifier="ids",
    status=("builds", 0, "buildStatus"),
    succeeded=("SUCCEEDED",),
    failed=("FAILED", "FAULT", "TIMED_OUT", "STOPPED"),
    reason=("builds", 0, "currentPhase"),
    answer=("build", "id"),
    many=True,
)


def build_call(placed: Placed, project: BuildProject, variables: Mapping[str, Value]) -> Call:
    """Return a StartBuild request; `variables` are those that are only known in a run."""
    request: dict[str, object] = {"projectName": Deployed(f"{project.logical_id}Name")}
    if variables:
        request["environmentVariablesOverride"] = [
            {"name": name, "value": value, "type": "PLAINTEXT"} for name, value in variables.items()
        ]
    return Call(
        id=placed.id,
        node=placed.id,
        service="codebuild",
        operation="StartBuild",
        request=request,
        wait=WAIT,
        timeout_seconds=project.timeout_minutes * 60 + 1800,
    )
