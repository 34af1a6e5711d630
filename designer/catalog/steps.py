"""The steps that kinds lower to: calls, choices, pauses, approvals and failures.

They carry no order among each other: the workflow holds who runs after whom.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from designer.catalog.values import Value

THEN = "then"
ELSE = "else"
Operator: TypeAlias = Literal["==", "!=", ">", ">=", "<", "<="]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wait:
    """How to know that what a call began has ended.

    `describe` is asked with `identifier` (a member of the request, such as `TrainingJobName`, under the same name) until
    the text at `status` is one of `succeeded` or `failed`. Where the service makes up the identifier, `answer` is its
    path in the response of the call (`("build", "id")`); `many` is set when `describe` takes a list of them.
    """

    describe: str
    identifier: str
    status: tuple[str | int, ...]
    succeeded: tuple[str, ...]
    failed: tuple[str, ...]
    reason: tuple[str | int, ...] = ()
    answer: tuple[str | int, ...] = ()
    many: bool = False
    poll_seconds: int = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Retry:
    """Try again after a passing fault of the service: throttling, capacity, an internal error."""

    attempts: int = 3
    interval_seconds: int = 10
    backoff_rate: float = 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A request to an AWS API (`service` as boto3 spells it, `operation` as the API does).

    `name_member` is the request member that names what is made; it is absent from `request`, and the engine fills it
    (SageMaker Pipelines by itself, the others from pipeline, step and execution), unless `request` holds it. `update`
    is the operation to call instead when the thing exists already (`UpdateEndpoint`): same request. `files` are JSON
    files that a processing step writes, as (output name, file name). `answers` are the names of the values that a Lambda
    function returns. `cache_for` is an ISO 8601 duration, empty for no caching. `passes_role` is set when the request
    hands the execution role to the service.
    """

    id: str
    node: str
    service: str
    operation: str
    request: Mapping[str, object]
    name_member: str = ""
    wait: Wait | None = None
    update: str = ""
    files: tuple[tuple[str, str], ...] = ()
    answers: tuple[str, ...] = ()
    cache_for: str = ""
    retry: Retry | None = field(default_factory=Retry)
    timeout_seconds: int = 86_400
    passes_role: bool = False
    description: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two values and how they must stand to each other."""

    left: Value
    operator: Operator
    right: Value


@dataclass(frozen=True, slots=True)
class AllOf:
    """True when every member is."""

    members: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """True when one member is."""

    members: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """True when its member is not."""

    member: "Condition"


Condition: TypeAlias = Comparison | AllOf | AnyOf | Not


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Control goes on by the branch `then` when the condition holds, else by `else`."""

    id: str
    node: str
    condition: Condition
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """Nothing happens for a time."""

    id: str
    node: str
    seconds: Value
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """A person must say yes; `topic_arn` (empty for none) is told."""

    id: str
    node: str
    message: Value
    topic_arn: Value = ""
    timeout_seconds: int = 604_800
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """The execution ends as failed."""

    id: str
    node: str
    error: str
    cause: Value
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NativeState:
    """A Step Functions state kept as it was written, without `Next`, `End` and the targets of its branches.

    `branches` names the flow outputs in order; `targets` holds where each stands inside `body`
    (`("Choices", 0, "Next")`).
    """

    id: str
    node: str
    body: Mapping[str, object]
    branches: tuple[str, ...] = ()
    targets: tuple[tuple[str | int, ...], ...] = ()
    description: str = ""


Step: TypeAlias = Call | Choice | Pause | Approval | Failure | NativeState
