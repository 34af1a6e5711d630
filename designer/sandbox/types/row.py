"""An ordinary type is a row: which API operations make, change, remove and read it, and where the answers stand."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from designer.sandbox.documents import Record, Value
from designer.sandbox.types.fit import fitted_call
from designer.sandbox.types.names import generated_name
from designer.sandbox.types.resource_type import NotChangeable, ResourceType, Work

# Turns the properties of a resource into what the API calls them.
Adapt: TypeAlias = Callable[[Work, Record], Record]
# Turns what the API tells about a resource into properties.
Restore: TypeAlias = Callable[[Work, Record], Record]


def _as_written(_work: Work, record: Record) -> Record:
    return record


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Describe an ordinary type.

    `physical` says where the physical id stands in the answer to `create`, or `{name}` for the given or generated name.
    `key` are the parameters that say which resource is meant, made of `{id}` (the physical id), `{name}` (its last
    part) and `{parent}` (the part before). `read_root` is where the answer to `read` holds the resource. `attributes`
    are paths in it, or texts with `{id}`. `adapt` and `restore` translate where fitting names is not enough. `tag_arn`
    is the path of the ARN by which SageMaker tags a resource, for types whose update leaves tags alone.
    """

    name: str
    service: str
    create: str
    delete: str
    read: str
    update: str = ""
    named_by: str = ""
    name_member: str = ""
    longest_name: int = 63
    lower_name: bool = False
    physical: str = "{name}"
    key: Mapping[str, Value] = field(default_factory=dict)
    update_key: Mapping[str, Value] | None = None
    read_key: Mapping[str, Value] | None = None
    read_root: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)
    adapt: Adapt = _as_written
    restore: Restore = _as_written
    tag_arn: str = ""


def ordinary(row: Row) -> ResourceType:
    """Return the type that a row describes."""
    return ResourceType(
        name=row.name,
        create=lambda work: _create(row, work),
        update=lambda work: _update(row, work),
        delete=lambda work: _delete(row, work),
        attributes=lambda work: _attributes(row, work),
        actual=lambda work: row.restore(work, _read(row, work)),
        named_by=row.named_by,
    )


def at_path(value: Value, path: str) -> Value:
    """Return what stands at a dotted path in an answer; numbers are places in lists."""
    for part in path.split(".") if path else ():
        if isinstance(value, list):
            value = value[int(part)] if int(part) < len(value) else {}
        else:
            value = value.get(part, {}) if isinstance(value, dict) else {}
    return value


def last_part(physical_id: str) -> str:
    """Return the name in an ARN or URL, which is its last part."""
    if physical_id.startswith(("arn:", "http")):
        return physical_id.rsplit("/", 1)[-1].rsplit(":", 1)[-1]
    return physical_id


def _create(row: Row, work: Work) -> str:
    name = str(work.properties.get(row.named_by) or _new_name(row, work)) if row.named_by else ""
    answer = fitted_call(work.client(row.service), row.create, _request(row, work, name))
    return row.physical.format(name=name) if "{" in row.physical else str(at_path(answer, row.physical))


def _request(row: Row, work: Work, name: str) -> Record:
    properties = {**work.properties, **({row.named_by: name} if row.named_by else {})}
    request = row.adapt(work, properties)
    if row.name_member:
        request = {**request, row.name_member: request.pop(row.named_by, name)}
    return request


def _new_name(row: Row, work: Work) -> str:
    return generated_name(work.stack_name, work.logical_id, longest=row.longest_name, lower=row.lower_name)


def _update(row: Row, work: Work) -> None:
    tags = work.properties.get("Tags", [])
    if row.tag_arn and tags and tags != work.before.get("Tags"):
        arn = work.physical_id if row.tag_arn == "{id}" else at_path(_read(row, work), row.tag_arn)
        work.client(row.service).add_tags(ResourceArn=arn, Tags=tags)
        if {**work.before, "Tags": tags} == work.properties:
            return
    if not row.update:
        raise NotChangeable(f"The sandbox cannot change a resource of type {row.name} in place.")
    key = row.key if row.update_key is None else row.update_key
    request = _request(row, work, last_part(work.physical_id))
    fitted_call(work.client(row.service), row.update, {**request, **_filled(key, work.physical_id)})


def _delete(row: Row, work: Work) -> None:
    _call(row, work, row.delete, _filled(row.key, work.physical_id))


def _read(row: Row, work: Work) -> Record:
    key = row.key if row.read_key is None else row.read_key
    found = at_path(_call(row, work, row.read, _filled(key, work.physical_id)), row.read_root)
    if not found:
        raise LookupError(f"{row.name} {work.physical_id} was not found")
    answer: Record = found
    return answer


def _attributes(row: Row, work: Work) -> Record:
    if not row.attributes:
        return {}
    answer = _read(row, work)
    return {
        name: path.format(id=work.physical_id, name=last_part(work.physical_id))
        if "{" in path
        else at_path(answer, path)
        for name, path in row.attributes.items()
    }


def _call(row: Row, work: Work, operation: str, parameters: Record) -> Record:
    return fitted_call(work.client(row.service), operation, parameters)


def _filled(key: Mapping[str, Value], physical_id: str) -> Record:
    return {name: _fill(value, physical_id) for name, value in key.items()}


def _fill(value: Value, physical_id: str) -> Value:
    if isinstance(value, str):
        parts = ["", "", *physical_id.split("/")]
        return value.format(id=physical_id, name=last_part(physical_id), parent=parts[-2])
    if isinstance(value, list):
        return [_fill(item, physical_id) for item in value]
    return value
