"""The steps that kinds lower to: calls, choices, pauses, approvals and failures.

They carry no order among each other: the workflow holds who runs after whom.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from designer.catalog.needs import Statement
from designer.catalog.values import Value

VARIABLE = "variable"
"""Begins the path of an output that is a variable of a CodePipeline action: (`VARIABLE`, its name)."""
Operator: TypeAlias = Literal["==", "!=", ">", ">=", "<", "<="]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wait:
    """How to know that what a call began has ended.

    `describe` is asked with `identifier` (a member of the request, such as `TrainingJobName`, under the same name) until
    the text at `status` is one of `succeeded` or `failed`. Where the service makes up the identifier, `answer` is its
    path in the response of the call (`("build", "id")`); `many` is set when `describe` takes a list of them. `beside` are
    members that `describe` takes too, each with the member of the request that it is the same as.
    """

    describe: str
    identifier: str
    status: tuple[str | int, ...]
    succeeded: tuple[str, ...]
    failed: tuple[str, ...]
    reason: tuple[str | int, ...] = ()
    answer: tuple[str | int, ...] = ()
    many: bool = False
    beside: tuple[tuple[str, str], ...] = ()
    poll_seconds: int = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Retry:
    """Try again after an error.

    `errors` are names as the engine spells them; empty for the passing faults of the service: throttling, capacity, an
    internal error. `max_delay_seconds` is None for no limit.
    """

    attempts: int = 3
    interval_seconds: int = 10
    backoff_rate: float = 2.0
    errors: tuple[str, ...] = ()
    max_delay_seconds: int | None = None
    jitter: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class SageMakerStep:
    """How SageMaker Pipelines writes a step: its `Type`, its `Arguments`, and the members beside them.

    `arguments` is None where there are none, or where they are the request of the call. `members` (`CheckType`,
    `OutputParameters`) may hold values. `beyond` is a sentence on what the step does that the call alone does not, empty
    for nothing; with `is_alone` the call would be of no use without it, so that no other engine takes the node.
    """

    type: str
    arguments: Mapping[str, object] | None = None
    members: Mapping[str, object] = field(default_factory=dict)
    beyond: str = ""
    is_alone: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """How CodePipeline runs a step: the type of its action, its configuration, and the members beside it.

    `configuration` and `members` (`commands`, `roleArn`) are spelled as the API does and may hold values. `reads` are the
    nodes whose artifacts it takes; `writes` is set when it makes one, and `files` are the patterns of what goes into it,
    empty for all. `region` is where it runs when that is not where the pipeline is, and `artifact_bucket` the bucket there.
    """

    category: str
    provider: str
    owner: str = "AWS"
    version: str = "1"
    configuration: Mapping[str, object] = field(default_factory=dict)
    members: Mapping[str, object] = field(default_factory=dict)
    reads: tuple[str, ...] = ()
    writes: bool = False
    files: tuple[str, ...] = ()
    region: str = ""
    artifact_bucket: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A request to an AWS API (`service` as boto3 spells it, `operation` as the API does).

    `name_member` is the request member that names what is made; it is absent from `request`, and the engine fills it
    (SageMaker Pipelines by itself, the others from pipeline, step and execution), unless `request` holds it. `update`
    is the operation to call instead when the thing exists already (`UpdateEndpoint`): same request. `files` are JSON
    files that a processing step writes, as (output name, file name). `answers` are the names of the values that a Lambda
    function returns. `cache_for` is an ISO 8601 duration, empty for no caching. `passes_role` is set when the request
    hands the execution role to the service. `retries` are tried in order: the first that names an error holds for it.
    `catches` names the errors (empty: all) after which control goes on by the flow output `error`, where something
    follows by it. `resources` are ARNs that the call may touch, where they do not follow from the request. `reads` are
    addresses in S3 that the service reads with the permissions of whoever calls. `as_step` says how SageMaker Pipelines
    writes the call, where it has a step that is more than the request. `token` is set when the
    step ends only once somebody sends back the task token, which stands in the request as `TaskToken`; `heartbeat_seconds`
    is the longest time between two signs of life, None where none is asked for.
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
    retries: tuple[Retry, ...] = (Retry(),)
    catches: tuple[str, ...] = ()
    resources: tuple[Value, ...] = ()
    reads: tuple[Value, ...] = ()
    as_step: SageMakerStep | None = None
    token: bool = False
    timeout_seconds: int = 86_400
    heartbeat_seconds: int | None = None
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
    """Control goes on by the branch `then` when the condition holds, else by `else`.

    `as_step` is the condition as it was written for SageMaker Pipelines, without the steps of its branches.
    """

    id: str
    node: str
    condition: Condition
    as_step: SageMakerStep | None = None
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """Nothing happens for some seconds, or until a moment (ISO 8601 with a time zone; empty for none)."""

    id: str
    node: str
    seconds: Value = 0
    until: Value = ""
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """A person must say yes; `topic_arn` (empty for none) is told."""

    id: str
    node: str
    message: Value
    topic_arn: Value = ""
    retries: tuple[Retry, ...] = ()
    catches: tuple[str, ...] = ()
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


@dataclass(frozen=True, slots=True, kw_only=True)
class NativeTask:
    """A task with an integration that Step Functions alone has (`http:invoke`), which is no operation of a service's API.

    `integration` is the end of its resource; `arguments` may hold values. `statements` are what the machine's own role needs.
    `retries`, `catches` and the timeout are as of a `Call`; a retry must name its errors.
    """

    id: str
    node: str
    integration: str
    arguments: Mapping[str, object]
    statements: tuple[Statement, ...] = ()
    retries: tuple[Retry, ...] = ()
    catches: tuple[str, ...] = ()
    timeout_seconds: int = 86_400
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Each:
    """A nested graph runs once for each item of a list; the workflow says which steps stand inside.

    `items` gives the list. Inside, `Item` is the item at hand and `ItemIndex` its number, from 0. `concurrency` is how
    many run at a time (0: as many as the engine takes). `result` is what each run gives (empty for nothing): the list of
    these is the step's output. Of the items, `tolerated_failures` may fail (by `tolerated_percent` so many of a hundred).
    """

    id: str
    node: str
    items: object
    concurrency: Value = 0
    result: object = ""
    tolerated_failures: Value = 0
    tolerated_percent: Value = 0
    distribution: "Distribution | None" = None
    retries: tuple[Retry, ...] = ()
    catches: tuple[str, ...] = ()
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Distribution:
    """How Step Functions runs each item, or batch of items, as an execution of its own.

    `reader` and `writer` are fields of the Map state as the engine spells them (`ItemReader`, `ResultWriter`), which may
    hold values; empty for none. `batch_items` and `batch_bytes` limit a batch (0: no batches).
    """

    execution_type: Literal["STANDARD", "EXPRESS"] = "STANDARD"
    reader: Mapping[str, object] = field(default_factory=dict)
    writer: Mapping[str, object] = field(default_factory=dict)
    batch_items: int = 0
    batch_bytes: int = 0
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NativeStep:
    """A step that SageMaker Pipelines alone has. `statements` are what the pipeline's own role needs for it.

    `kept` is set when it stands as somebody wrote it, its expressions in the engine's own words.
    """

    id: str
    node: str
    step: SageMakerStep
    kept: bool = False
    statements: tuple[Statement, ...] = ()
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NativeAction:
    """An action that CodePipeline alone has. `statements` are what the pipeline's own role needs for it.

    `kept` is set when it stands as somebody wrote it, its expressions in the engine's own words.
    """

    id: str
    node: str
    action: Action
    kept: bool = False
    statements: tuple[Statement, ...] = ()
    description: str = ""


Step: TypeAlias = (
    Call | Choice | Pause | Approval | Failure | NativeState | NativeTask | NativeStep | NativeAction | Each
)
