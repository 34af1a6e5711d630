"""Actions of CodePipeline as nodes: the artifacts they take and make, where they run, and with whose permissions.

Source: the action structure reference of the CodePipeline user guide
(https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference.html), which names for each action its keys and
what the role of the pipeline needs.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Annotated

from pydantic import Field

from designer.catalog.form import Form
from designer.catalog.naming import artifact_name
from designer.catalog.needs import HANDING_ARTIFACTS, Statement, pass_role
from designer.catalog.placed import Lowered, Placed
from designer.catalog.ports import Port, PortType
from designer.catalog.requests import arn, as_text, resolved, settings_of, without_empty
from designer.catalog.settings import Settings
from designer.catalog.steps import VARIABLE, Action, NativeAction
from designer.catalog.values import Deployed, StepOutput, Value, joined, json_text

SOURCE = "source"
ARTIFACT = "artifact"
_PLACE = "Where it runs"
_LOGS = ("logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents")


class DeliverySettings(Settings):
    """Settings of every action that is drawn."""

    region: Annotated[str, Form(group=_PLACE, placeholder="eu-west-1", advanced=True)] = Field(
        default="", description="The Region that the action works in, when it is not the pipeline's."
    )
    artifact_bucket: Annotated[str, Form(group=_PLACE, advanced=True)] = Field(
        default="", description="A bucket in that other Region, through which the artifacts are handed."
    )
    role_arn: Annotated[str, Form(editor="role", group=_PLACE, advanced=True)] = Field(
        default="", description="A role that the action takes on, for instance one of another account."
    )


def delivered(
    placed: Placed, action: Action, statements: tuple[Statement, ...], variables: tuple[str, ...] = ()
) -> Lowered:
    """Return a step that runs an action where the settings say, with what is joined and without what is empty.

    `statements` are what it does with the pipeline's own role, which gets none of it where the action has a role of its own.
    `variables` are what it gives, each an output of that name.
    """
    settings = settings_of(placed, DeliverySettings)
    if bool(settings.region) is not bool(settings.artifact_bucket):
        raise ValueError("An action in another Region needs a bucket there, and a bucket needs its Region. Give both.")
    role = resolved(placed, settings.role_arn)
    whole = replace(
        action,
        configuration={key: _configured(value) for key, value in without_empty(action.configuration).items()},
        members=without_empty({**action.members, "roleArn": role}),
        reads=tuple(given.node for given in placed.inputs.get(SOURCE, ())),
        region=settings.region,
        artifact_bucket=settings.artifact_bucket,
    )
    allowed = (needs(placed, "take on the role of the action", ("sts:AssumeRole",), role),) if role else statements
    if settings.artifact_bucket:
        allowed = (*allowed, _handing_artifacts(placed, settings.artifact_bucket))
    outputs: dict[str, Value] = {one: StepOutput(placed.id, (VARIABLE, one)) for one in variables}
    if action.writes:
        outputs[ARTIFACT] = artifact_name(placed.id)
    step = NativeAction(id=placed.id, node=placed.id, action=whole, statements=allowed)
    return Lowered(steps=(step,), outputs=outputs)


def needs(placed: Placed, what: str, actions: tuple[str, ...], *resources: Value) -> Statement:
    """Return what the pipeline's role needs for an action, with the reason; without resources, for all of them."""
    reason = f"{placed.id}: {what}"
    if resources:
        return Statement(actions=actions, resources=resources, reason=reason)
    return Statement(actions=actions, resources=("*",), reason=f"{reason}; these actions know no resource")


def here(placed: Placed, service: str, resource: Value) -> Value:
    """Return the ARN of a resource in the Region that the action works in."""
    return arn(service, resource, region=where(placed))


def where(placed: Placed) -> Value:
    """Return the Region that the action works in."""
    return settings_of(placed, DeliverySettings).region or Deployed("Region")


def logging(placed: Placed, region: Value) -> Statement:
    """Return what is needed by what runs on machines which CodePipeline rents: to write its log."""
    group = arn("logs", f"log-group:/aws/codepipeline/{placed.pipeline}", region=region)
    return needs(placed, "write its log", _LOGS, group, joined(group, ":*"))


def source_input(purpose: str, *, required: bool = True, many: bool = False) -> Port:
    """Return the input that takes the artifact of a source, a build or another action."""
    return Port(name=SOURCE, type=PortType.SOURCE, title="Artifact", required=required, many=many, help=purpose)


def artifact_output(purpose: str) -> Port:
    """Return the output that gives the artifact of an action."""
    return Port(name=ARTIFACT, type=PortType.SOURCE, title="Artifact", help=purpose)


def given_artifact(raw: Mapping[str, object], purpose: str) -> tuple[Port, ...]:
    """Return the output for the artifact where raw settings say that one is given (`gives_artifact`)."""
    return (artifact_output(purpose),) if raw.get("gives_artifact") is True else ()


def variable_ports(raw: Mapping[str, object], setting: str) -> tuple[Port, ...]:
    """Return an output for each variable that a raw setting lists."""
    names = raw.get(setting)
    return named_variables(names if isinstance(names, list | tuple) else ())


def named_variables(names: Iterable[object]) -> tuple[Port, ...]:
    """Return an output for each variable of these names."""
    return tuple(Port(name=str(name), type=PortType.VALUE, title=str(name)) for name in names)


def json_list(members: Iterable[Mapping[str, Value]]) -> Value:
    """Return the text of a JSON list of objects."""
    parts = [part for member in members for part in (",", json_text(member))]
    return joined("[", *parts[1:], "]")


def logging_in(placed: Placed) -> Statement:
    """Return the permission to log in to ECR."""
    return needs(placed, "log in to the registry", ("ecr:GetAuthorizationToken",))


def handing_on(placed: Placed, what: str, service: str, *roles: Value) -> Statement:
    """Return the permission to hand roles to a service."""
    return pass_role(roles, service, f"{placed.id}: {what}")


def in_artifact(placed: Placed, path: str) -> str:
    """Return a file in the artifact that is joined, as an action writes it: `Artifact::path`."""
    given = placed.inputs.get(SOURCE, ())
    return f"{artifact_name(given[0].node)}::{path}" if path and given else ""


def _handing_artifacts(placed: Placed, bucket: str) -> Statement:
    whole = arn("s3", bucket, regional=False)
    return needs(placed, "hand artifacts to its Region", HANDING_ARTIFACTS, whole, joined(whole, "/*"))


def _configured(value: object) -> object:
    return as_text(value) if isinstance(value, bool | int | float) else value
