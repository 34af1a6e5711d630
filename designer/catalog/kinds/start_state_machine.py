"""State machine: starts an execution of a state machine that exists and waits for its end."""

from typing import Annotated

from pydantic import Field

from designer.catalog.kind import Category, Form, Kind, Lowered, Placed, Port, PortType, fixed
from designer.catalog.requests import arn, resolved, settings_of, without_empty
from designer.catalog.settings_types import Plain
from designer.catalog.steps import Call, Wait
from designer.catalog.tasks import TaskSettings
from designer.catalog.values import StepOutput, Value, is_expression, joined, json_text

_WAIT = Wait(
    describe="DescribeExecution",
    identifier="executionArn",
    status=("status",),
    succeeded=("SUCCEEDED",),
    failed=("FAILED", "TIMED_OUT", "ABORTED"),
    reason=("cause",),
    answer=("executionArn",),
)


class StartStateMachineSettings(TaskSettings):
    """Which state machine, and what it is given."""

    state_machine: Annotated[str, Form(shape="stepfunctions:StartExecution:stateMachineArn", group="Execution")] = (
        Field(min_length=1, description="Name or ARN of a state machine that exists.")
    )
    input: Annotated[dict[str, Plain], Form(editor="table", group="Execution")] = Field(
        default_factory=dict, description="What the execution is given. References may stand in it."
    )
    wait: Annotated[bool, Form(editor="flag", group="Execution")] = Field(
        default=True, description="Go on only when the execution has ended."
    )
    timeout_seconds: Annotated[int, Form(editor="number", unit="s", group="Limits", advanced=True)] = Field(
        default=86_400, ge=1, le=99_999_999, description="The execution is given up after this time."
    )


def lower(placed: Placed) -> Lowered:
    """Make one StartExecution request."""
    settings = settings_of(placed, StartStateMachineSettings)
    given = {name: resolved(placed, value) for name, value in settings.input.items()}
    call = Call(
        id=placed.id,
        node=placed.id,
        service="stepfunctions",
        operation="StartExecution",
        request=without_empty(
            {"stateMachineArn": _arn(resolved(placed, settings.state_machine)), "input": json_text(given)}
        ),
        wait=_WAIT if settings.wait else None,
        timeout_seconds=settings.timeout_seconds,
    )
    output = ("output",) if settings.wait else ("executionArn",)
    return Lowered(steps=(call,), outputs={"answer": StepOutput(placed.id, output)})


def _arn(machine: Value) -> Value:
    if is_expression(machine) or str(machine).startswith("arn:"):
        return machine
    return arn("states", joined("stateMachine:", machine))


KIND = Kind(
    id="start_state_machine",
    title="State machine",
    summary="Starts an execution of a state machine that exists, and waits for its end.",
    category=Category.CONTROL,
    settings=StartStateMachineSettings,
    lower=lower,
    outputs=fixed(
        Port(name="answer", type=PortType.VALUE, title="Answer", help="What the execution gave, or its ARN.")
    ),
)
