"""DynamoDB item: reads, writes, changes or deletes one item of a table."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from designer.catalog.answers import Answered
from designer.catalog.form import Form
from designer.catalog.kind import Category, Kind
from designer.catalog.named_ports import value_ports
from designer.catalog.placed import Lowered, Placed
from designer.catalog.ports import Port
from designer.catalog.requests import as_text, resolved, settings_of
from designer.catalog.settings_types import Plain
from designer.catalog.steps import Call
from designer.catalog.tasks import TaskSettings
from designer.catalog.values import ParameterValue, StepOutput, Value

_OPERATIONS = {"get": "GetItem", "put": "PutItem", "update": "UpdateItem", "delete": "DeleteItem"}
_LETTERS = {"text": "S", "number": "N", "flag": "BOOL"}
_NUMBERS = ("Integer", "Float")


class DynamodbItemSettings(TaskSettings):
    """Which item, and what is done with it."""

    do: Annotated[Literal["get", "put", "update", "delete"], Form(editor="choice", group="Item")] = Field(
        default="put", description="Read the item, write it whole, change some of it, or delete it."
    )
    table: Annotated[str, Form(shape="dynamodb:PutItem:TableName", group="Item")] = Field(
        min_length=1, description="Name or ARN of a table that exists."
    )
    key: Annotated[dict[str, Plain], Form(editor="table", group="Item")] = Field(
        min_length=1, description="The key of the item: its partition key, and its sort key where the table has one."
    )
    values: Annotated[dict[str, Plain], Form(editor="table", group="Item")] = Field(
        default_factory=dict, description="What is written beside the key. References may stand in it."
    )
    answers: Annotated[dict[str, Answered], Form(editor="table", group="Item")] = Field(
        default_factory=dict, description="Which attributes are read, and what they are. Each becomes an output."
    )


def lower(placed: Placed) -> Lowered:
    """Make one request to the table."""
    settings = settings_of(placed, DynamodbItemSettings)
    _refuse_contradictions(settings)
    key = {name: _attribute(resolved(placed, value)) for name, value in settings.key.items()}
    values = {name: _attribute(resolved(placed, value)) for name, value in settings.values.items()}
    request: dict[str, object] = {"TableName": resolved(placed, settings.table)}
    request |= {"Item": {**key, **values}} if settings.do == "put" else {"Key": key}
    call = Call(
        id=placed.id,
        node=placed.id,
        service="dynamodb",
        operation=_OPERATIONS[settings.do],
        request=request | (_update(values) if settings.do == "update" else {}),
        timeout_seconds=60,
    )
    outputs: dict[str, Value] = {
        name: StepOutput(placed.id, ("Item", name, _LETTERS[sort])) for name, sort in settings.answers.items()
    }
    return Lowered(steps=(call,), outputs=outputs)


def _refuse_contradictions(settings: DynamodbItemSettings) -> None:
    if settings.answers and settings.do != "get":
        raise ValueError("Attributes are read by 'get' only.")
    if settings.values and settings.do in ("get", "delete"):
        raise ValueError("Values are written by 'put' and 'update' only.")
    if not settings.values and settings.do == "update":
        raise ValueError("Say which values are to be changed.")


def _attribute(value: Value) -> dict[str, object]:
    """Return a value as the API types it: numbers as text under N, flags under BOOL, anything else under S.

    What was read as one of these from another item stays what it is.
    """
    if isinstance(value, StepOutput) and value.path[-1:] in (("N",), ("BOOL",)):
        return {str(value.path[-1]): value}
    kind = value.type if isinstance(value, ParameterValue) else ""
    if isinstance(value, bool) or kind == "Boolean":
        return {"BOOL": value}
    if isinstance(value, int | float) or kind in _NUMBERS:
        return {"N": as_text(value)}
    return {"S": as_text(value)}


def _update(values: Mapping[str, object]) -> dict[str, object]:
    return {
        "UpdateExpression": "SET " + ", ".join(f"#a{place} = :v{place}" for place in range(len(values))),
        "ExpressionAttributeNames": {f"#a{place}": name for place, name in enumerate(values)},
        "ExpressionAttributeValues": {f":v{place}": value for place, value in enumerate(values.values())},
    }


def _outputs(raw: Mapping[str, object]) -> tuple[Port, ...]:
    return value_ports(raw, "answers")


KIND = Kind(
    id="dynamodb_item",
    title="DynamoDB item",
    summary="Reads, writes, changes or deletes one item of a DynamoDB table.",
    category=Category.DATA,
    settings=DynamodbItemSettings,
    lower=lower,
    outputs=_outputs,
)
