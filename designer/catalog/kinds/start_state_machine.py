"""State machine: starts an execution of a state machine that exists and waits for its end."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from designer.catalog.answers import AnsweredSettings, answer_ports, answered, awaiting, waits_for_answer, with_token
from designer.catalog.form import Form
from designer.catalog.kind import Category, Kind
from designer.catalog.placed import Lowered, Placed
from designer.catalog.ports import Port, PortType
from designer.catalog.requests import arn, resolved, settings_of, without_empty
from designer.catalog.settings_types import Plain
from designer.catalog.steps import Call, Wait
from designer.catalog.tasks import TaskSettings
from designer.catalog.values import StepOutput, Value, is_expression, joined, json_text

_ANSWER = Port(name="answer", type=PortType.VALUE, title="Answer", help="What the execution gave, or its ARN.")
_WAIT = Wait(
    describe="DescribeExecution",
    identifier="executionArn",
    status=("status",),
    succeeded=("SUCCEEDED",),
    failed=("FAILED", "TIMED_OUT", "ABORTED"),
    reason=("cause",),
    answer=("executionArn",),
)


class StartStateMachineSettings(AnsweredSettings, TaskSettings):
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
            {
                "stateMachineArn": _arn(resolved(placed, settings.state_machine)),
                "input": json_text(with_token(given, settings)),
            }
        ),
        wait=_WAIT if settings.wait else None,
        timeout_seconds=settings.timeout_seconds,
    )
    if settings.wait_for_answer:
        return Lowered(steps=(awaiting(call, settings),), outputs=answered(placed, settings))
    output = ("output",) if settings.wait else ("executionArn",)
    return Lowered(steps=(call,), outputs={"answer": StepOutput(placed.id, output)})


def _outputs(raw: Mapping[str, object]) -> tuple[Port, ...]:
    return answer_ports(raw) if waits_for_answer(raw) else (_ANSWER,)


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
    outputs=_outputs,
)
