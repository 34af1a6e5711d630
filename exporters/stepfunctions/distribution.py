"""What a distributed map may do: run its executions, read its items and write its results.

Source: "IAM policies for using Distributed Map states" in the Step Functions developer guide.
"""

from collections.abc import Iterator, Mapping

from designer.catalog.needs import Statement
from designer.catalog.steps import Each
from designer.workflow.arn_patterns import pattern_of
from designer.workflow.model import Workflow

_HERE = "arn:${Partition}:states:${Region}:${AccountId}"
_BUCKET = "arn:${Partition}:s3:::"


def distribution_statements(workflow: Workflow, machine: str) -> Iterator[Statement]:
    """Yield the statements for the distributed maps of a workflow."""
    maps = [step for step in workflow.steps if isinstance(step, Each) and step.distribution is not None]
    if not maps:
        return
    names = ", ".join(step.node for step in maps)
    yield Statement(
        actions=("states:StartExecution",),
        resources=(f"{_HERE}:stateMachine:{machine}",),
        reason=f"{names}: run each item as an execution of its own",
    )
    yield Statement(
        actions=("states:DescribeExecution", "states:StopExecution", "states:RedriveExecution"),
        resources=(f"{_HERE}:execution:{machine}/*", f"{_HERE}:execution:{machine}:*"),
        reason=f"{names}: follow and stop these executions",
    )
    for step in maps:
        yield from _of_objects(step)


def _of_objects(step: Each) -> Iterator[Statement]:
    if step.distribution is None:
        return
    reader, writer = _place(step.distribution.reader), _place(step.distribution.writer)
    if reader:
        bucket, key = reader
        reason = f"{step.node}: read the items"
        if step.distribution.reader.get("Action") == "listObjectsV2":
            yield Statement(actions=("s3:ListBucket",), resources=(_BUCKET + bucket,), reason=reason)
        else:
            yield Statement(actions=("s3:GetObject",), resources=(f"{_BUCKET}{bucket}/{key}",), reason=reason)
    if writer:
        bucket, prefix = writer
        resource = f"{_BUCKET}{bucket}/{prefix}/*".replace("//*", "/*")
        actions = ("s3:PutObject", "s3:GetObject", "s3:ListMultipartUploadParts", "s3:AbortMultipartUpload")
        yield Statement(actions=actions, resources=(resource,), reason=f"{step.node}: write the results")


def _place(field: Mapping[str, object]) -> tuple[str, str] | None:
    arguments = field.get("Arguments")
    if not isinstance(arguments, Mapping):
        return None
    return pattern_of(arguments.get("Bucket", "")), pattern_of(arguments.get("Key", arguments.get("Prefix", "")))
