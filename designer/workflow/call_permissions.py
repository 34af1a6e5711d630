"""What whoever makes a call must be allowed: the call, watching and stopping it, tags, and the roles it hands on."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from designer.catalog.needs import Statement, pass_role
from designer.catalog.steps import Call
from designer.catalog.values import Deployed, Value, is_expression
from designer.workflow.arn_patterns import filled, generated_prefix, pattern_of
from designer.workflow.data_permissions import image_statements, registration_statements
from designer.workflow.model import Workflow
from designer.workflow.permission_tables.action_names import ACTION_NAMES, IAM_PREFIXES
from designer.workflow.permission_tables.other_services import OTHER_SERVICES
from designer.workflow.permission_tables.sagemaker import SAGEMAKER, SageMakerRow
from designer.workflow.query_permissions import query_statements

_ROLE_MEMBERS = frozenset({"RoleArn", "ExecutionRoleArn", "Role", "taskRoleArn", "executionRoleArn", "role", "roleArn"})
_SAGEMAKER_ARN = "arn:${Partition}:sagemaker:${Region}:${AccountId}:"
SAGEMAKER_PRINCIPAL = "sagemaker.amazonaws.com"


def call_statements(workflow: Workflow, call: Call, prefixes: tuple[str, ...] = ()) -> tuple[Statement, ...]:
    """Return what a role needs to make this call, to watch it and to stop it.

    `prefixes` are how the names that the engine generates begin; without them it is `generated_prefix` of the pipeline.
    """
    begin = prefixes or (generated_prefix(workflow.name),)
    own = _sagemaker(call, begin) if call.service == "sagemaker" else _other(call)
    if call.resources:
        own = tuple(replace(one, resources=call.resources) for one in own)
    return (
        *own,
        *_registration(workflow, call),
        *_function_code(call),
        *query_statements(call),
        *_passed_roles(call),
    )


def _sagemaker(call: Call, prefixes: tuple[str, ...]) -> tuple[Statement, ...]:
    row = SAGEMAKER.get(call.operation)
    if row is None:
        return (_unknown(call),)
    patterns = _names(row, call, prefixes)
    actions = {f"sagemaker:{action}" for action in row.actions}
    actions |= {f"sagemaker:{operation}" for operation in _watched(call)}
    resources = [f"{_SAGEMAKER_ARN}{row.resource}/{name}" for name in patterns]
    resources += [f"{one}{row.below}" for one in resources if row.below]
    if row.resource == "endpoint":
        config = call.request.get("EndpointConfigName")
        named = [f"{prefix}*" for prefix in prefixes] if config is None else [pattern_of(config)]
        resources += [f"{_SAGEMAKER_ARN}endpoint-config/{name}" for name in _both_cases(named)]
    reason = f"{call.node}: {call.operation}, watching it, stopping it, and the tags that engines put on what they make"
    return (Statement(actions=tuple(sorted(actions)), resources=tuple(dict.fromkeys(resources)), reason=reason),)


def _names(row: SageMakerRow, call: Call, prefixes: tuple[str, ...]) -> tuple[str, ...]:
    """Return patterns of the name of what a call makes or uses."""
    value = call.request.get(row.member)
    if value is None:
        patterns = ["*"] if row.resource == "model-package" else [f"{prefix}*" for prefix in prefixes]
        return _both_cases(patterns)
    name = pattern_of(value)
    if name.startswith("arn:"):
        return _both_cases([name.split("/", 1)[-1]])
    return _both_cases([f"{name}/*" if row.member == "ModelPackageGroupName" else name])


def _both_cases(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(cased for name in names for cased in (name, _lower(name))))


def _lower(name: str) -> str:
    """Return a name as SageMaker writes it in ARNs, in lower case; placeholders keep theirs."""
    return name if "${" in name else name.lower()


def _watched(call: Call) -> Iterator[str]:
    if call.wait:
        yield call.wait.describe
    if call.update:
        yield call.update


def _registration(workflow: Workflow, call: Call) -> tuple[Statement, ...]:
    """Let a model package be made in its group; the registry looks up the group and looks at the model."""
    if (call.service, call.operation) != ("sagemaker", "CreateModelPackage"):
        return ()
    group = filled(_SAGEMAKER_ARN + "model-package-group/{ModelPackageGroupName!}", call.request)
    actions = ("sagemaker:CreateModelPackage", "sagemaker:DescribeModelPackageGroup")
    resources = tuple(dict.fromkeys((group, _SAGEMAKER_ARN + _lower(group.removeprefix(_SAGEMAKER_ARN)))))
    register = Statement(
        actions=actions, resources=resources, reason=f"{call.node}: register in the model package group"
    )
    return (register, *registration_statements(workflow, call))


def _function_code(call: Call) -> tuple[Statement, ...]:
    """Let new code for a function be fetched on behalf of whoever gives it."""
    if (call.service, call.operation) != ("lambda", "UpdateFunctionCode"):
        return ()
    if "S3Bucket" in call.request:
        code = filled("arn:${Partition}:s3:::{S3Bucket!}/{S3Key!}", call.request)
        return (
            Statement(actions=("s3:GetObject",), resources=(code,), reason=f"{call.node}: fetch the function's code"),
        )
    if "ImageUri" in call.request:
        return image_statements(call.request["ImageUri"], f"{call.node}: fetch the function's image")
    return ()


def _other(call: Call) -> tuple[Statement, ...]:
    row = OTHER_SERVICES.get((call.service, call.operation))
    if row is None:
        return (_unknown(call),)
    resources: tuple[Value, ...] = tuple(dict.fromkeys(filled(template, call.request) for template in row.resources))
    extra = {_action(call.service, operation) for operation in _watched(call)}
    actions = (*row.actions, *sorted(extra - set(row.actions)))
    reason = f"{call.node}: {call.service} {call.operation}, watching it and stopping it"
    return (Statement(actions=actions, resources=resources, reason=reason),)


def _unknown(call: Call) -> Statement:
    actions = tuple(dict.fromkeys(_action(call.service, name) for name in (call.operation, *_watched(call))))
    service = actions[0].split(":", 1)[0]
    resource = (
        "arn:${Partition}:s3:::*" if service == "s3" else f"arn:${{Partition}}:{service}:${{Region}}:${{AccountId}}:*"
    )
    return Statement(actions=actions, resources=(resource,), reason=f"{call.node}: {call.service} {call.operation}")


def _action(service: str, operation: str) -> str:
    known = OTHER_SERVICES.get((service, operation))
    if known:
        return known.actions[0]
    return ACTION_NAMES.get((service, operation), f"{IAM_PREFIXES.get(service, service)}:{operation}")


def _passed_roles(call: Call) -> tuple[Statement, ...]:
    row = OTHER_SERVICES.get((call.service, call.operation))
    principal = SAGEMAKER_PRINCIPAL if call.service == "sagemaker" else row.passed_to if row else ""
    roles = _roles_in(call.request, call.operation)
    if not principal or not (roles or call.passes_role):
        return ()
    return (
        pass_role(roles or (Deployed("ExecutionRoleArn"),), principal, f"{call.node}: hand the role to {principal}"),
    )


def _roles_in(request: Mapping[str, object], operation: str) -> tuple[Value, ...]:
    """Return the roles named anywhere in a request; an ECS task hands on those of its definition."""
    found: dict[Value, None] = {}
    _collect_roles(request, found)
    if not found and operation == "RunTask":
        found["arn:${Partition}:iam::${AccountId}:role/*"] = None
    return tuple(found)


def _collect_roles(value: object, found: dict[Value, None]) -> None:
    if isinstance(value, Mapping):
        for key, member in value.items():
            if key in _ROLE_MEMBERS and member and (is_expression(member) or isinstance(member, str)):
                found[_role(member)] = None
            else:
                _collect_roles(member, found)
    elif isinstance(value, list | tuple):
        for member in value:
            _collect_roles(member, found)


def _role(value: object) -> Value:
    pattern = pattern_of(value)
    if pattern.startswith(("arn:", "${")):
        return pattern
    return f"arn:${{Partition}}:iam::${{AccountId}}:role/{pattern}"
