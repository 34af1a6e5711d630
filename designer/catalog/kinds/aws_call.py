"""AWS call: any operation of any AWS service, with its request as the API takes it."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from designer.catalog.form import Form
from designer.catalog.kind import Category, Kind
from designer.catalog.named_ports import value_ports, values_input, with_joined_values
from designer.catalog.placed import Lowered, Placed
from designer.catalog.ports import Port, fixed
from designer.catalog.requests import resolved, settings_of
from designer.catalog.steps import Call
from designer.catalog.tasks import TaskSettings
from designer.catalog.values import StepOutput, Value
from designer.catalog.waiting import WaitFor, path_of, wait_of


class AwsCallSettings(TaskSettings):
    """What is called, with what, and what is taken of the answer."""

    service: Annotated[str, Form(editor="aws_service", group="Call", placeholder="dynamodb")] = Field(
        min_length=1, description="The service as boto3 calls it, such as dynamodb, glue or stepfunctions."
    )
    operation: Annotated[str, Form(editor="aws_operation", group="Call", placeholder="UpdateItem")] = Field(
        min_length=1, description="The operation as the API calls it, such as UpdateItem."
    )
    request: Annotated[dict[str, object], Form(editor="request", group="Call")] = Field(
        default_factory=dict,
        description="The request, member by member. References may stand anywhere in it. Values joined to the input are "
        "added under the name of the output that they come from, unless the request holds them already.",
    )
    outputs: Annotated[dict[str, str], Form(editor="table", group="Answer")] = Field(
        default_factory=dict,
        description="Names of values and where they stand in the answer, such as count: Items.0.Count. Each is an output.",
    )
    wait: Annotated[WaitFor | None, Form(editor="structure", group="Answer", advanced=True)] = Field(
        default=None, description="How to wait until what the call began has ended. Empty: go on at once."
    )
    resources: Annotated[tuple[str, ...], Form(editor="list", group="Permissions", advanced=True)] = Field(
        default=(),
        description="ARNs that the call may touch. Empty: they follow from the request as well as can be.",
    )
    timeout_seconds: Annotated[int, Form(editor="number", unit="s", group="Limits", advanced=True)] = Field(
        default=3600, ge=1, le=99_999_999, description="The call, and what it waits for, is given up after this time."
    )


def lower(placed: Placed) -> Lowered:
    """Make one request."""
    settings = settings_of(placed, AwsCallSettings)
    request = placed.resolve(settings.request)
    whole = with_joined_values(placed, request if isinstance(request, Mapping) else {})
    if settings.wait and not settings.wait.answer and settings.wait.identifier not in whole:
        raise ValueError(
            f"To wait, the request must hold '{settings.wait.identifier}', or 'answer' must say where the answer does."
        )
    call = Call(
        id=placed.id,
        node=placed.id,
        service=settings.service,
        operation=settings.operation,
        request=whole,
        wait=wait_of(settings.wait),
        resources=tuple(resolved(placed, one) for one in settings.resources),
        timeout_seconds=settings.timeout_seconds,
    )
    outputs: dict[str, Value] = {
        name: StepOutput(placed.id, path_of(where)) for name, where in settings.outputs.items()
    }
    return Lowered(steps=(call,), outputs=outputs)


def _outputs(raw: Mapping[str, object]) -> tuple[Port, ...]:
    return value_ports(raw, "outputs")


KIND = Kind(
    id="aws_call",
    title="AWS call",
    summary="Calls any operation of any AWS service, and waits for its end where you say how.",
    category=Category.CONTROL,
    settings=AwsCallSettings,
    lower=lower,
    inputs=fixed(values_input("Values for the request, each under the name of the output that it comes from.")),
    outputs=_outputs,
)
