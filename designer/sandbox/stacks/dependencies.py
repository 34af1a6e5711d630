"""Which resource needs which, and the order that follows."""

from collections.abc import Iterator, Mapping

from designer.sandbox.documents import Record, Value
from designer.sandbox.stacks.intrinsics import get_att_parts, sub_names
from designer.sandbox.wire.api_error import ApiError

_PSEUDO_PARAMETERS = frozenset({
    "AWS::AccountId", "AWS::NotificationARNs", "AWS::NoValue", "AWS::Partition", "AWS::Region", "AWS::StackId",
    "AWS::StackName", "AWS::URLSuffix",
})  # fmt: skip


def named_in(value: Value) -> Iterator[str]:
    """Yield every name that a template's value refers to: resources, parameters and pseudo parameters."""
    if isinstance(value, list):
        for item in value:
            yield from named_in(item)
    elif isinstance(value, dict):
        for name, item in value.items():
            yield from _named_by(name, item)


def _named_by(name: str, item: Value) -> Iterator[str]:
    if name == "Ref" and isinstance(item, str):
        yield item
    elif name == "Fn::GetAtt" and isinstance(item, (str, list)):
        yield get_att_parts(item)[0]
    elif name == "Fn::Sub":
        text, variables = (item, {}) if isinstance(item, str) else (item[0], item[1])
        yield from (part.partition(".")[0] for part in sub_names(text) if part not in variables)
        yield from named_in(variables)
    else:
        yield from named_in(item)


def check_references(template: Record) -> None:
    """Refuse references to what the template does not have, in CloudFormation's words."""
    resources, parameters = set(template["Resources"]), set(template.get("Parameters", {}))
    known = resources | parameters | _PSEUDO_PARAMETERS
    for section in ("Resources", "Outputs"):
        unresolved = sorted(set(named_in(template.get(section, {}))) - known)
        if unresolved:
            raise ApiError(
                "ValidationError",
                f"Template format error: Unresolved resource dependencies [{', '.join(unresolved)}] in the "
                f"{section} block of the template",
            )
    for logical_id, resource in template["Resources"].items():
        for needed in depends_on(resource):
            if needed not in resources:
                raise ApiError(
                    "ValidationError",
                    f"Template format error: Unresolved resource dependencies [{needed}] in the Resources block "
                    f"of the template ({logical_id} depends on it)",
                )


def depends_on(resource: Record) -> tuple[str, ...]:
    """Return the logical ids that a resource's DependsOn names."""
    named = resource.get("DependsOn", ())
    return (named,) if isinstance(named, str) else tuple(named)


def in_order(resources: Mapping[str, Record]) -> tuple[str, ...]:
    """Return the logical ids such that each comes after what it needs, otherwise as written."""
    needs = {
        logical_id: [
            name
            for name in dict.fromkeys((*depends_on(resource), *named_in(resource.get("Properties", {}))))
            if name in resources
        ]
        for logical_id, resource in resources.items()
    }
    ordered: dict[str, None] = {}
    while len(ordered) < len(needs):
        free = [name for name in needs if name not in ordered and all(need in ordered for need in needs[name])]
        if not free:
            circle = ", ".join(sorted(name for name in needs if name not in ordered))
            raise ApiError("ValidationError", f"Circular dependency between resources: [{circle}]")
        ordered.update(dict.fromkeys(free))
    return tuple(ordered)
