"""Reading a CloudFormation template from JSON or YAML text."""

import json
from typing import ClassVar

import yaml

from designer.sandbox.documents import Record, Value
from designer.sandbox.wire.api_error import ApiError

_TIMESTAMP_TAG = "tag:yaml.org,2002:timestamp"
_SECTIONS = frozenset({
    "AWSTemplateFormatVersion", "Description", "Metadata", "Parameters", "Rules", "Mappings", "Conditions",
    "Transform", "Resources", "Outputs",
})  # fmt: skip


class _TemplateLoader(yaml.SafeLoader):
    """Read YAML with CloudFormation's short tags; dates stay text."""

    yaml_implicit_resolvers: ClassVar = {  # type: ignore[misc]  # the stubs call it an instance's
        first: [(tag, pattern) for tag, pattern in resolvers if tag != _TIMESTAMP_TAG]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


def _short_tag(loader: _TemplateLoader, suffix: str, node: yaml.Node) -> Value:
    value = _plain(loader, node)
    if suffix in {"Ref", "Condition"}:
        return {suffix: value}
    if suffix == "GetAtt" and isinstance(value, str):
        value = value.split(".", 1)
    return {f"Fn::{suffix}": value}


def _plain(loader: _TemplateLoader, node: yaml.Node) -> Value:
    if isinstance(node, yaml.ScalarNode):
        return loader.construct_scalar(node)
    if isinstance(node, yaml.SequenceNode):
        return loader.construct_sequence(node, deep=True)
    if isinstance(node, yaml.MappingNode):
        return loader.construct_mapping(node, deep=True)
    return None


_TemplateLoader.add_multi_constructor("!", _short_tag)


def read_template(text: str) -> Record:
    """Return the sections of a template; refuse what CloudFormation would refuse to read."""
    template = _parse(text)
    if not isinstance(template, dict):
        raise _format_error("unsupported structure.")
    unknown = sorted(set(template) - _SECTIONS)
    if unknown:
        raise ApiError("ValidationError", f"Invalid template property or properties [{', '.join(unknown)}]")
    resources = template.get("Resources")
    if not isinstance(resources, dict) or not resources:
        raise _format_error("At least one Resources member must be defined.")
    for logical_id, resource in resources.items():
        if not isinstance(resource, dict) or not isinstance(resource.get("Type"), str):
            raise _format_error(f"[/Resources/{logical_id}] Every Resources object must contain a Type member.")
    return template


def _parse(text: str) -> Value:
    try:
        return json.loads(text) if text.lstrip().startswith("{") else yaml.load(text, _TemplateLoader)  # noqa: S506 - a SafeLoader
    except ValueError as error:
        raise _format_error(f"JSON not well-formed. ({error})") from error
    except yaml.YAMLError as error:
        raise _format_error(f"YAML not well-formed. ({error})") from error


def _format_error(message: str) -> ApiError:
    return ApiError("ValidationError", f"Template format error: {message}")
