"""Pieces that requests are put together from."""

from collections.abc import Mapping
from typing import TypeVar

from designer.catalog.placed import Placed
from designer.catalog.settings import Settings
from designer.catalog.values import (
    AsText,
    Deployed,
    ExecutionValue,
    FileValue,
    Joined,
    ParameterValue,
    StepOutput,
    Value,
    expressions_in,
    is_expression,
    joined,
)

_REGION, _ACCOUNT = Deployed("Region"), Deployed("AccountId")
_RUN_TIME = (StepOutput, ParameterValue, ExecutionValue, FileValue)
_EMPTY: tuple[object, ...] = (None, "", (), [], {})
S = TypeVar("S", bound=Settings)


def settings_of(placed: Placed, model: type[S]) -> S:
    """Return a node's settings as the model of its kind."""
    if not isinstance(placed.settings, model):
        raise TypeError(f"{placed.id} has {type(placed.settings).__name__}, not {model.__name__}")
    return placed.settings


def without_empty(request: Mapping[str, object]) -> dict[str, object]:
    """Leave out members that say nothing: none, empty text, empty lists and empty mappings."""
    return {key: value for key, value in request.items() if is_expression(value) or value not in _EMPTY}


def resolved(placed: Placed, setting: object) -> Value:
    """Return a single setting with its references resolved; a metrics file is its address."""
    value = placed.resolve(setting)
    if isinstance(value, str | int | float | bool) or is_expression(value):
        return address(value)  # type: ignore[arg-type]  # is_expression says so, in a way that mypy does not follow
    sort = {dict: "a table", list: "a list", type(None): "nothing"}.get(type(value), type(value).__name__)
    raise ValueError(f"A single value is expected where there is {sort}: in a setting or a tag of the whole pipeline.")


def as_text(value: Value) -> Value:
    """Return what the API takes as text: numbers and flags are written out, now or in the run."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, ParameterValue) and value.type != "String":
        return AsText(value)
    if isinstance(value, FileValue) and value.path:
        return AsText(value)
    if isinstance(value, StepOutput) and value.path[:1] == ("Payload",):
        return AsText(value)
    return address(value)


def texts(placed: Placed, settings: Mapping[str, object]) -> dict[str, Value]:
    """Resolve a table of settings to text."""
    return {name: as_text(resolved(placed, value)) for name, value in settings.items()}


def names_and_values(table: Mapping[str, Value]) -> list[dict[str, Value]]:
    """Return a table as AWS's list of variables, each with its name and its value."""
    return [{"name": name, "value": value} for name, value in table.items()]


def address(value: Value) -> Value:
    """Return the S3 address that a value stands for: of a metrics file, the file itself."""
    if isinstance(value, FileValue) and not value.path:
        return joined(value.uri, "/", value.file)
    if isinstance(value, Joined):
        return joined(*(address(part) for part in value.parts))
    return value


def refuse_run_time(what: str, value: object) -> None:
    """Refuse a value that is known only in a run, where something is set at deployment."""
    if any(isinstance(one, _RUN_TIME) for one in expressions_in(value)):
        raise ValueError(f"{what} is set at deployment, before any run, so it can hold no parameter or output.")


def one_input(placed: Placed, port: str) -> Value:
    """Return what flows into a port, or empty text when nothing does."""
    found = placed.inputs.get(port, ())
    return found[0].value if found else ""


def tags(placed: Placed) -> list[dict[str, object]]:
    """Return the document's tags as AWS's list of keys and values."""
    given = placed.document_settings.get("tags")
    if not isinstance(given, Mapping):
        return []
    return [{"Key": str(key), "Value": as_text(resolved(placed, value))} for key, value in given.items()]


def execution_role(placed: Placed, own: str) -> Value:
    """Return the role that a job runs with: its `own`, the document's, or the one that the template makes."""
    given = own or placed.document_settings.get("execution_role")
    return resolved(placed, given) if given else Deployed("ExecutionRoleArn")


def encryption_key(placed: Placed) -> Value:
    """Return the document's KMS key, or empty text."""
    given = placed.document_settings.get("kms_key")
    return resolved(placed, given) if given else ""


def arn(
    service: str,
    resource: Value,
    *,
    regional: bool = True,
    region: Value = _REGION,
    account: Value = _ACCOUNT,
) -> Value:
    """Return the ARN of a resource in the account and Region that are deployed to, or in others.

    With `regional` False it stands in neither, as a bucket does.
    """
    place = (":", region, ":", account, ":") if regional else (":::",)
    return joined("arn:", Deployed("Partition"), f":{service}", *place, resource)
