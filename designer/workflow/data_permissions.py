"""What the jobs of a workflow touch: objects, images, keys, networks, logs and metrics."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from designer.catalog.needs import Statement
from designer.catalog.steps import Call, Each
from designer.catalog.values import Deployed, FileValue, Item, ParameterValue, Value, is_expression
from designer.workflow.arn_patterns import bucket_of, objects_at, pattern_of
from designer.workflow.model import Workflow

_WRITTEN = re.compile(r"Output|Destination|Checkpoint|TensorBoard|Capture", re.IGNORECASE)
_IMAGE = re.compile(r"^(\d{12}|\$\{AccountId\})\.dkr\.ecr\.([\w-]+|\$\{Region\})\.amazonaws\.com(?:\.cn)?/([^:@]+)")
_REPOSITORY = re.compile(r"^\$\{(\w+)Uri\}")
_S3 = "arn:${Partition}:s3:::"
_ROLES = ("RoleArn", "ExecutionRoleArn")
_READ = ("s3:GetObject",)
_READ_REASON = "Read the data, code and models that jobs are given"
_WRITE = ("s3:PutObject", "s3:AbortMultipartUpload")
_NETWORK = (
    "CreateNetworkInterface",
    "CreateNetworkInterfacePermission",
    "DeleteNetworkInterface",
    "DeleteNetworkInterfacePermission",
)
_NETWORK_READ = (
    "DescribeNetworkInterfaces",
    "DescribeVpcs",
    "DescribeDhcpOptions",
    "DescribeSubnets",
    "DescribeSecurityGroups",
)
_HERE = "${Region}:${AccountId}"


@dataclass(frozen=True, slots=True)
class Leaf:
    """A value in a request with the members that lead to it, and the same value where a parameter has its default."""

    path: str
    pattern: str


def data_statements(workflow: Workflow, calls: Iterable[Call]) -> tuple[Statement, ...]:
    """Return what the jobs that run under the execution role touch."""
    roles: set[Value] = {Deployed("ExecutionRoleArn"), str(workflow.settings.get("execution_role") or "")}
    walked = ((call, _values(call.request)) for call in calls)
    under = [(call, values) for call, values in walked if _runs_under(call, values, roles)]
    found = tuple(call for call, _ in under)
    leaves = tuple(leaf for _, values in under for leaf in _leaves(values, workflow))
    statements = (*_objects(workflow, leaves), *_images(leaves), *key_statements(found), *_networks(leaves))
    if not found:
        return statements
    return (*statements, *_logs())


def _runs_under(call: Call, values: Iterable[tuple[str, object]], roles: set[Value]) -> bool:
    """Say whether the jobs of a call run under one of these roles, or it says nothing of a role."""
    given = [value for path, value in values if path.rsplit(".", 1)[-1] in _ROLES]
    return (call.service == "sagemaker" or call.passes_role) and all(value in roles for value in given)


def unknown_locations(workflow: Workflow, calls: Iterable[Call]) -> tuple[str, ...]:
    """Return the parameters and items that name a place in S3 known in the run only: no permission can be written."""
    names: dict[str, None] = {}
    for call in calls:
        for path, value in _values(call.request):
            if isinstance(value, ParameterValue) and _is_location(path) and not _default(value, workflow):
                names[value.name] = None
            if isinstance(value, Item) and _is_location(path) and not _items(value, workflow):
                names[f"{value.each}.item"] = None
    return tuple(names)


def _is_location(path: str) -> bool:
    return path.rsplit(".", 1)[-1] in {"S3Uri", "S3OutputPath", "ModelDataUrl", "LocalPath"}


def _values(request: Mapping[str, object]) -> list[tuple[str, object]]:
    """Return the values of a request that have no members, each with the members that lead to it."""
    found: list[tuple[str, object]] = []

    def walk(value: object, path: str) -> None:
        if isinstance(value, str):
            found.append((path, value))
        elif isinstance(value, Mapping):
            for key, member in value.items():
                walk(member, f"{path}.{key}")
        elif isinstance(value, list | tuple) and not is_expression(value):
            for member in value:
                walk(member, path)
        else:
            found.append((path, value))

    walk(request, "")
    return found


def _leaves(values: Iterable[tuple[str, object]], workflow: Workflow) -> Iterator[Leaf]:
    for where, value in values:
        if isinstance(value, Item):
            yield from (Leaf(where, pattern_of(one)) for one in _items(value, workflow))
        else:
            pattern = _default(value, workflow) if isinstance(value, ParameterValue) else pattern_of(value)
            yield Leaf(where, pattern)


def _items(item: Item, workflow: Workflow) -> tuple[object, ...]:
    """Return what an item at hand may be, where the list is written out; nothing where it is known in the run only."""
    for step in workflow.steps:
        if isinstance(step, Each) and step.id == item.each and isinstance(step.items, list | tuple):
            return tuple(_member(one, item.path) for one in step.items)
    return ()


def _member(value: object, path: tuple[str | int, ...]) -> object:
    for part in path:
        value = value.get(str(part), "") if isinstance(value, Mapping) else ""
    return value


def _default(value: ParameterValue, workflow: Workflow) -> str:
    """Return a parameter's default; of a place in S3 the whole bucket, since another run may name another prefix."""
    for parameter in workflow.parameters:
        if parameter.name == value.name and isinstance(parameter.default, str):
            place = re.match(r"s3://[^/]+/", parameter.default + "/")
            return place.group(0) if place else parameter.default
    return ""


def _objects(workflow: Workflow, leaves: Iterable[Leaf]) -> Iterator[Statement]:
    places = [leaf for leaf in leaves if leaf.pattern.startswith("s3://") and not leaf.pattern.startswith("s3://*")]
    own = f"{_S3}${{ArtifactBucket}}/{workflow.name}/*"
    objects = [(leaf.path, objects_at(leaf.pattern)) for leaf in places]
    outside = [(path, arn) for path, arn in objects if not arn.startswith(own.rstrip("*"))]
    written = [own, *(arn for path, arn in outside if _WRITTEN.search(path))]
    read = [own, *(arn for _, arn in outside)]
    buckets = [f"{_S3}${{ArtifactBucket}}", *(bucket_of(leaf.pattern) for leaf in places)]
    yield _statement(_READ, read, _READ_REASON)
    yield _statement(_WRITE, written, "Write what jobs produce")
    yield _statement(("s3:ListBucket", "s3:GetBucketLocation"), buckets, "Find the objects under a prefix")


def registration_statements(workflow: Workflow, call: Call) -> tuple[Statement, ...]:
    """Return what the registry looks at on behalf of whoever registers a model: the model file and its image."""
    leaves = tuple(_leaves(_values(call.request), workflow))
    looked_at = tuple(one for one in _objects(workflow, leaves) if one.actions != _WRITE)
    return (*looked_at, *_images(leaves))


def _images(leaves: Iterable[Leaf]) -> Iterator[Statement]:
    repositories = list(dict.fromkeys(filter(None, (_repository(leaf) for leaf in leaves))))
    if repositories:
        pull = ("ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer")
        yield _statement(pull, repositories, "Pull the images that jobs run in")
        yield _statement(
            ("ecr:GetAuthorizationToken",), ["*"], "Sign in to the registry; this action knows no resource"
        )


def _repository(leaf: Leaf) -> str:
    ours = _REPOSITORY.match(leaf.pattern)
    if ours:
        return f"${{{ours.group(1)}Arn}}"
    found = _IMAGE.match(leaf.pattern)
    if found:
        account, region, name = found.groups()
        return f"arn:${{Partition}}:ecr:{region}:{account}:repository/{name}"
    if leaf.pattern in {"", "*"} and leaf.path.rsplit(".", 1)[-1] in {"Image", "TrainingImage", "ImageUri"}:
        return f"arn:${{Partition}}:ecr:{_HERE}:repository/*"
    return ""


def image_statements(image: object, reason: str) -> tuple[Statement, ...]:
    """Return what Lambda needs of whoever gives a function an image."""
    repository = _repository(Leaf(".ImageUri", pattern_of(image)))
    actions = ("ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer", "ecr:GetRepositoryPolicy", "ecr:SetRepositoryPolicy")
    return (_statement(actions, [repository], reason),) if repository else ()


def key_statements(calls: Iterable[Call]) -> tuple[Statement, ...]:
    """Return the use of the keys that requests name."""
    keys = dict.fromkeys(
        pattern_of(value)
        for call in calls
        for path, value in _values(call.request)
        if path.rsplit(".", 1)[-1] in {"KmsKeyId", "VolumeKmsKeyId"} and value
    )
    return tuple(key_statement(key) for key in keys)


def key_statement(key: str) -> Statement:
    """Return the use of one key, given as an ARN, an id or an alias."""
    conditions: dict[str, dict[str, object]] = {}
    resource = key if key.startswith(("arn:", "${")) else f"arn:${{Partition}}:kms:{_HERE}:key/{key}"
    if key.startswith("alias/"):
        resource = f"arn:${{Partition}}:kms:{_HERE}:key/*"
        conditions = {"ForAnyValue:StringEquals": {"kms:ResourceAliases": key}}
    return Statement(
        actions=("kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey*", "kms:DescribeKey", "kms:CreateGrant"),
        resources=(resource,),
        reason="Encrypt and decrypt with the key that the pipeline names",
        conditions=conditions,
    )


def file_statements(files: Iterable[FileValue]) -> tuple[Statement, ...]:
    """Return the reading of the JSON files that conditions look into."""
    resources = [objects_at(pattern_of(found.uri)) for found in files]
    return (_statement(_READ, resources, "Read the files that conditions look into"),) if resources else ()


def _networks(leaves: Iterable[Leaf]) -> Iterator[Statement]:
    paths = [leaf for leaf in leaves if leaf.path.endswith((".Subnets", ".SecurityGroupIds"))]
    if not paths:
        return
    interfaces = [
        f"arn:${{Partition}}:ec2:{_HERE}:{part}/*" for part in ("network-interface", "subnet", "security-group")
    ]
    yield _statement([f"ec2:{action}" for action in _NETWORK], interfaces, "Join the network that jobs run in")
    yield _statement(
        [f"ec2:{action}" for action in _NETWORK_READ], ["*"], "Look at the network; these actions know no resource"
    )


def _logs() -> Iterator[Statement]:
    groups = [f"arn:${{Partition}}:logs:{_HERE}:log-group:/aws/sagemaker/*"]
    actions = ("logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams")
    yield _statement(actions, groups, "Write the logs of jobs and endpoints")
    yield Statement(
        actions=("cloudwatch:PutMetricData",),
        resources=("*",),
        reason="Write metrics; this action knows no resource, so its namespace is held",
        conditions={"StringLike": {"cloudwatch:namespace": ["/aws/sagemaker/*", "aws/sagemaker/*"]}},
    )


def _statement(actions: Iterable[str], resources: Iterable[str], reason: str) -> Statement:
    return Statement(actions=tuple(actions), resources=tuple(dict.fromkeys(resources)), reason=reason)


def merged(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """Join statements that differ only in their resources and reason, so that policies stay short."""
    kept: dict[object, Statement] = {}
    for statement in statements:
        key = (statement.actions, repr(statement.conditions))
        before = kept.get(key)
        kept[key] = statement if before is None else _both(before, statement)
    return tuple(kept.values())


def _both(first: Statement, second: Statement) -> Statement:
    reasons = dict.fromkeys((*first.reason.split("; and "), second.reason))
    return Statement(
        actions=first.actions,
        resources=tuple(dict.fromkeys((*first.resources, *second.resources))),
        reason="; and ".join(reasons),
        conditions=first.conditions,
    )
