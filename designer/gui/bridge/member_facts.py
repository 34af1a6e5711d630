"""What AWS and the catalog say of a setting: help, limits, choices; asked in a thread, for it reads service models."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, cast

from designer.catalog.form import Form
from designer.errors import Refusal

if TYPE_CHECKING:
    from designer.shapes.skeletons import RequestMember

_PARTS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberFacts:
    """What is known of one setting; `most` is the largest number of characters, 0 where there is no limit.

    `details` say more of a choice, such as the size of an instance type.
    """

    help: str = ""
    most: int = 0
    pattern: str = ""
    choices: tuple[str, ...] = ()
    members: tuple["RequestMember", ...] = ()
    details: Mapping[str, str] = field(default_factory=dict)


NO_FACTS = MemberFacts()


def facts_of(form: Form, name: str, settings: Mapping[str, object]) -> MemberFacts:
    """Return what is known of the setting `name` of a node; `settings` are all of its settings with their defaults."""
    choices = _choices(form, name, settings)
    if form.editor == "request":
        return MemberFacts(members=_members(settings))
    facts = _of_shape(form.shape) if form.shape else NO_FACTS
    if not choices:
        return facts
    details = _sizes(choices) if form.editor == "instance" else {}
    return replace(facts, choices=choices, details=details)


def _of_shape(shape: str) -> MemberFacts:
    from designer.shapes.members import member
    from designer.shapes.operations import UnknownOperation, operation

    parts = shape.split(":")
    if len(parts) != _PARTS:
        return NO_FACTS
    service, action, path = parts
    try:
        found = member(operation(service, action), tuple(path.split(".")))
    except (UnknownOperation, Refusal):
        return NO_FACTS
    if found is None:
        return NO_FACTS
    most = int(found.max) if found.type == "string" and found.max else 0
    return MemberFacts(help=found.help, most=most, pattern=found.pattern, choices=found.enum)


def _choices(form: Form, name: str, settings: Mapping[str, object]) -> tuple[str, ...]:
    if form.editor == "instance" or (form.editor == "list" and form.use):
        return _instances(form.use)
    if form.editor in {"aws_service", "aws_operation"}:
        return _aws(form.editor, settings)
    if form.editor == "image":
        return _images(form.use, name, settings)
    return ()


def _aws(editor: str, settings: Mapping[str, object]) -> tuple[str, ...]:
    from designer.shapes.operations import UnknownOperation, operations, services

    try:
        return services() if editor == "aws_service" else operations(str(settings.get("service") or ""))
    except (UnknownOperation, Refusal):
        return ()


def _members(settings: Mapping[str, object]) -> tuple["RequestMember", ...]:
    from designer.shapes.operations import UnknownOperation, operation
    from designer.shapes.skeletons import request_members

    try:
        return request_members(operation(str(settings.get("service") or ""), str(settings.get("operation") or "")))
    except (UnknownOperation, Refusal):
        return ()


def _instances(use: str) -> tuple[str, ...]:
    from designer.catalog.instances import Use, offered

    try:
        return offered(cast("Use", use))
    except KeyError:
        return ()


def _sizes(instances: tuple[str, ...]) -> Mapping[str, str]:
    """Return how large each instance type is, in words, as far as that is known."""
    from designer.catalog.instances import instance_facts

    known = {name: facts for name in instances if (facts := instance_facts(name))}
    return {
        name: ", ".join(
            part
            for part in (
                f"{facts.vcpus} vCPU",
                f"{facts.memory_gib:g} GB",
                f"{facts.gpus} GPU" if facts.gpus else "",
                f"{facts.accelerators} {facts.accelerator}" if facts.accelerators and not facts.gpus else "",
            )
            if part
        )
        for name, facts in known.items()
    }


def _images(use: str, name: str, settings: Mapping[str, object]) -> tuple[str, ...]:
    from designer.catalog.images import frameworks, python_versions, scopes, versions

    framework = str(settings.get("framework") or settings.get("algorithm") or "")
    try:
        if name == "version":
            return tuple(reversed(versions(framework, use)))
        if name == "python_version":
            return python_versions(framework, str(settings.get("version") or ""), use)
    except Refusal:
        return ()
    wanted = {use, "training"} if use == "processing" else {use}
    return tuple(one for one in frameworks() if wanted & set(scopes(one)))
