"""Lambda: calls a function, which may be one that exists, code in the document, or a folder beside it."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from designer.catalog.answers import PAYLOAD, TokenSettings, awaiting, with_token
from designer.catalog.form import Form
from designer.catalog.functions import FunctionSettings, our_function
from designer.catalog.kind import Category, Kind
from designer.catalog.named_ports import Carried, ports, values_input
from designer.catalog.needs import Need
from designer.catalog.placed import Lowered, Placed
from designer.catalog.ports import Port, fixed
from designer.catalog.requests import address, resolved, settings_of
from designer.catalog.settings_types import Plain
from designer.catalog.steps import Call
from designer.catalog.values import Deployed, StepOutput, Value


class LambdaSettings(TokenSettings, FunctionSettings):
    """Which function, what it is given and what it gives."""

    function: Annotated[str, Form(shape="lambda:Invoke:FunctionName", group="Function")] = Field(
        default="", description="Name or ARN of a function that exists. Empty: the code or folder below becomes one."
    )
    payload: Annotated[dict[str, Plain], Form(editor="table", group="Function")] = Field(
        default_factory=dict,
        description="What the function is given. References may stand in it. Values joined to the input are added "
        "under the name of the output that they come from, unless the table holds them already.",
    )
    answers: Annotated[dict[str, Carried], Form(editor="table", group="Function")] = Field(
        default_factory=dict,
        description="Names of the values that the function returns, or that come back with the token, and what they "
        "carry. Each becomes an output.",
    )


def lower(placed: Placed) -> Lowered:
    """Make one Invoke request, and the function when it is ours."""
    settings = settings_of(placed, LambdaSettings)
    name, needs = _function(placed, settings)
    call = Call(
        id=placed.id,
        node=placed.id,
        service="lambda",
        operation="Invoke",
        request={"FunctionName": name, "Payload": with_token(_payload(placed, settings), settings)},
        answers=tuple(settings.answers),
        timeout_seconds=settings.timeout_seconds + 30,
    )
    outputs = {answer: StepOutput(placed.id, (PAYLOAD, answer)) for answer in settings.answers}
    return Lowered(steps=(awaiting(call, settings),), outputs=outputs, needs=needs)


def _function(placed: Placed, settings: LambdaSettings) -> tuple[Value, tuple[Need, ...]]:
    if settings.function and (settings.code or settings.folder):
        raise ValueError("Give either a function that exists, or code or a folder of your own.")
    if settings.function:
        return resolved(placed, settings.function), ()
    function, asset = our_function(placed, settings)
    return Deployed(f"{function.logical_id}Arn"), (asset, function)


def _payload(placed: Placed, settings: LambdaSettings) -> dict[str, Value]:
    payload: dict[str, Value] = {name: resolved(placed, value) for name, value in settings.payload.items()}
    for given in placed.inputs.get("values", ()):
        if address(given.value) in payload.values():
            continue
        name = given.port if given.port not in payload else f"{given.node}_{given.port}"
        payload.setdefault(name, address(given.value))
    return payload


def _outputs(raw: Mapping[str, object]) -> tuple[Port, ...]:
    return ports(raw, "answers", {}, required=False)


KIND = Kind(
    id="lambda",
    title="Lambda function",
    summary="Calls an AWS Lambda function: one that exists, code in the document, or a folder beside it.",
    category=Category.PREPARE,
    settings=LambdaSettings,
    lower=lower,
    inputs=fixed(values_input("Values for the payload, each under the name of the output that it comes from.")),
    outputs=_outputs,
)
