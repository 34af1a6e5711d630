"""What a form needs to know of a setting, read from the settings model of a kind."""

from collections.abc import Callable, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from functools import cache
from typing import get_args, get_origin

from pydantic.fields import FieldInfo

from designer.catalog.form import Form
from designer.catalog.settings import Settings
from designer.gui.fields.titles import title_of

_EDITORS_BY_TYPE = {
    "boolean": "flag",
    "integer": "number",
    "number": "number",
    "object": "table",
    "array": "list",
    "string": "text",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Inside:
    """What stands inside a setting; it is asked for when the setting is opened, for it may hold itself.

    `specs` are the members of a structure, or the one that each entry of a list or map is. `names` are those that a map
    takes, where they are known. `whole` is set where every member is shown, given or not.
    """

    specs: Callable[[], tuple["FieldSpec", ...]]
    names: tuple[str, ...] = ()
    whole: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldSpec:
    """One setting: how it is edited, and what is said of it.

    `plain_values` keeps numbers in tables as numbers; `has_words` says that choices are shown in words of ours. `beginning` is
    the value of a member that is added to others.
    """

    name: str
    title: str
    editor: str
    default: object = None
    required: bool = False
    description: str = ""
    choices: tuple[str, ...] = ()
    plain_values: bool = False
    has_words: bool = False
    form: Form = field(default_factory=Form)
    inside: Inside | None = field(default=None, compare=False)
    beginning: object = ""

    def begun(self) -> object:
        """Return the value to begin with, which nothing else holds: what is shared would be an alias in the file."""
        return deepcopy(self.beginning)


@cache
def specs_of(model: type[Settings]) -> tuple[FieldSpec, ...]:
    """Return every setting of a model: its own in their order, then those that it shares with other models."""
    schema = model.model_json_schema()
    properties = _mapping(schema.get("properties"))
    definitions = _mapping(schema.get("$defs"))
    # What a model says itself is what the kind is about; what it shares with others comes below.
    own = sorted(model.model_fields.items(), key=lambda item: item[0] not in model.__annotations__)
    return tuple(
        _spec(name, info, _resolved(_mapping(properties.get(name)), definitions), definitions) for name, info in own
    )


def _spec(name: str, info: FieldInfo, schema: Mapping[str, object], definitions: Mapping[str, object]) -> FieldSpec:
    form = next((one for one in info.metadata if isinstance(one, Form)), Form())
    choices = _choices(schema)
    record = _record_of(info.annotation)
    many = _first(schema).get("type") == "array"
    by_record = "rows" if many else "structure"
    return FieldSpec(
        name=name,
        title=title_of(name, form.unit),
        editor=by_record if record else _editor(form, schema, definitions, has_choices=bool(choices)),
        default=None if info.is_required() else info.get_default(call_default_factory=True, validated_data={}),
        required=info.is_required(),
        description=info.description or "",
        choices=choices,
        has_words=True,
        plain_values="anyOf" in _mapping(schema.get("additionalProperties"))
        or "anyOf" in _mapping(schema.get("items")),
        form=form,
        inside=_inside(record, many=many) if record else None,
    )


def _record_of(annotation: object) -> type[Settings] | None:
    """Return the model of the records that a setting holds, one or many, or None where it holds none."""
    if isinstance(annotation, type):
        return annotation if issubclass(annotation, Settings) else None
    if get_origin(annotation) is dict:
        return None
    return next((found for one in get_args(annotation) if (found := _record_of(one))), None)


def _inside(record: type[Settings], *, many: bool) -> Inside:
    members = Inside(specs=lambda: specs_of(record), whole=True)
    if not many:
        return members
    entry = FieldSpec(name="", title="", editor="structure", inside=members, beginning={})
    return Inside(specs=lambda: (entry,))


def _editor(form: Form, schema: Mapping[str, object], definitions: Mapping[str, object], *, has_choices: bool) -> str:
    by_type = _EDITORS_BY_TYPE.get(str(_first(schema).get("type", "")), "json")
    chosen = form.editor or ("choice" if has_choices else by_type)
    inner_key = {"list": "items", "table": "additionalProperties"}.get(chosen, "")
    inner = _first(_resolved(_mapping(schema.get(inner_key)), definitions))
    holds_structures = inner.get("type") in ("object", "array") or "properties" in inner
    return "json" if holds_structures else chosen


def _choices(schema: Mapping[str, object]) -> tuple[str, ...]:
    listed = _first(schema).get("enum")
    return tuple(str(one) for one in listed) if isinstance(listed, list) else ()


def _first(schema: Mapping[str, object]) -> Mapping[str, object]:
    options = schema.get("anyOf")
    return _mapping(options[0]) if isinstance(options, list) and options else schema


def _resolved(schema: Mapping[str, object], definitions: Mapping[str, object]) -> Mapping[str, object]:
    reference = schema.get("$ref")
    return _mapping(definitions.get(reference.rpartition("/")[2])) if isinstance(reference, str) else schema


def _mapping(value: object) -> Mapping[str, object]:
    return value if isinstance(value, Mapping) else {}
