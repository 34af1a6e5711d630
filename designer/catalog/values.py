"""Values that are not known while drawing: what a request may hold beside plain JSON.

A request is a tree of mappings, lists, text, numbers and booleans whose leaves may be one of the expressions below. Each
exporter knows how its engine writes each of them.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from designer.catalog.execution_facts import ExecutionFact

JobFact: TypeAlias = Literal["training_job", "processing_job"]


@dataclass(frozen=True, slots=True)
class StepOutput:
    """A member of what a step answers.

    For a call that is waited for, the path leads into the response of its describe operation (for a training job
    `("ModelArtifacts", "S3ModelArtifacts")`); for any other call into the response itself. A Lambda answer is under
    `("Payload", name)`. The member that names the thing made (`("TrainingJobName",)`, `("ModelName",)`) is always there.
    """

    step: str
    path: tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class ParameterValue:
    """A pipeline parameter, by name; `type` is the document's (`String`, `Integer`, `Float`, `Boolean`)."""

    name: str
    type: str = "String"


@dataclass(frozen=True, slots=True)
class ExecutionValue:
    """A fact of the running execution: its id, its start as ISO 8601 text, its name.

    SageMaker Pipelines also knows, inside the request that makes a job, the name of that job.
    """

    fact: ExecutionFact | JobFact


@dataclass(frozen=True, slots=True)
class Deployed:
    """A value that the template gives when it is deployed, written `${Name}` in every definition.

    Always there: `AssetsBucket`, `ArtifactBucket`, `ExecutionRoleArn`, `AccountId`, `Region`, `Partition`. Others come
    with a need of the workflow (`TrainFunctionArn`).
    """

    name: str


@dataclass(frozen=True, slots=True)
class Joined:
    """Text put together from pieces without anything between them."""

    parts: tuple["Value", ...]


@dataclass(frozen=True, slots=True)
class AsText:
    """A number or flag where the API wants text (hyperparameters, environment, arguments)."""

    value: "Value"


@dataclass(frozen=True, slots=True)
class JsonText:
    """The text of a JSON object, with values in it that are known later."""

    members: tuple[tuple[str, "Value"], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FileValue:
    """A value inside a JSON file that a processing step writes.

    `output` is the name of the processing output, `file` the file's name in it, `uri` the S3 address of that output, and
    `path` leads to the value (`("metrics", "accuracy", "value")`).
    """

    step: str
    output: str
    file: str
    uri: "Value"
    path: tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """The item at hand inside an `Each` step, or a member of it."""

    each: str
    path: tuple[str | int, ...] = ()


@dataclass(frozen=True, slots=True)
class ItemIndex:
    """The number of the item at hand inside an `Each` step, from 0."""

    each: str


@dataclass(frozen=True, slots=True)
class TaskToken:
    """What must be sent back before a step that waits for it (`Call.token`) ends."""


Expression: TypeAlias = (
    StepOutput
    | ParameterValue
    | ExecutionValue
    | Deployed
    | Joined
    | AsText
    | JsonText
    | FileValue
    | Item
    | ItemIndex
    | TaskToken
)
Value: TypeAlias = str | int | float | bool | Expression
EXPRESSIONS = (
    StepOutput,
    ParameterValue,
    ExecutionValue,
    Deployed,
    Joined,
    AsText,
    JsonText,
    FileValue,
    Item,
    ItemIndex,
    TaskToken,
)


def is_expression(value: object) -> bool:
    """Say whether a value is known only at deployment or at run time."""
    return isinstance(value, EXPRESSIONS)


def joined(*parts: Value) -> Value:
    """Join pieces to text, folding neighbours that are plain text; one text stays a plain string."""
    flat: list[Value] = []
    for part in parts:
        for piece in part.parts if isinstance(part, Joined) else (part,):
            if isinstance(piece, str) and flat and isinstance(flat[-1], str):
                flat[-1] += piece
            elif piece != "":
                flat.append(piece)
    if not flat:
        return ""
    return flat[0] if len(flat) == 1 else Joined(tuple(flat))


def json_text(members: Mapping[str, Value]) -> Value:
    """Return the text of a JSON object; plain text where all is known."""
    if any(is_expression(member) for member in members.values()):
        return JsonText(tuple(members.items()))
    return json.dumps(dict(members), ensure_ascii=False)


def expressions_in(value: object) -> list[Expression]:
    """Return every expression in a request, the inner ones of a joined text, a file value and a conversion too."""
    found: list[Expression] = []

    def walk(one: object) -> None:
        if isinstance(one, EXPRESSIONS):
            found.append(one)
        for member in _members(one):
            if member.__class__ not in _WITHOUT_EXPRESSIONS:
                walk(member)

    walk(value)
    return found


_WITHOUT_EXPRESSIONS = frozenset({str, int, float, bool, type(None)})


def _members(value: object) -> Iterable[object]:
    if isinstance(value, Joined):
        return value.parts
    if isinstance(value, AsText):
        return (value.value,)
    if isinstance(value, JsonText):
        return tuple(member for _, member in value.members)
    if isinstance(value, FileValue):
        return (value.uri,)
    if isinstance(value, Mapping):
        return tuple(value.values())
    return value if isinstance(value, list | tuple) else ()
