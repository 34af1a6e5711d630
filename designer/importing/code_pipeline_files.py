"""Finding the CodePipeline in a file: as its API takes and gives it, or in a template, and then spelled as the API does."""

import json
import re
from collections.abc import Mapping
from typing import cast

from designer.errors import FileRefused
from designer.importing.templates import flat_text, only_resource, resources_of
from designer.importing.text import as_json, read_plain

CODE_PIPELINE_TYPES = frozenset({"AWS::CodePipeline::Pipeline"})
_HINT = "A pipeline has a name and stages; a template has one resource of type AWS::CodePipeline::Pipeline."
_FREE = frozenset({"configuration"})
# Properties of the template's resource that are no part of the pipeline itself.
_OF_THE_TEMPLATE = frozenset({"DisableInboundStageTransitions", "RestartExecutionOnUpdate", "Tags"})
_NO_VALUE = {"Ref": "AWS::NoValue"}
_NUMBERS = frozenset({"runOrder", "timeoutInMinutes"})


def is_code_pipeline(plain: object) -> bool:
    """Say whether plain values look like a pipeline, with or without the wrapper of the API's answer."""
    inner = plain.get("pipeline") if isinstance(plain, dict) else None
    return isinstance(plain, dict) and ("stages" in plain or (isinstance(inner, dict) and "stages" in inner))


def find_code_pipeline(text: str, path: str) -> dict[str, object]:
    """Return the pipeline in a file as the API spells it; refuse a file that holds none."""
    try:
        found = _found(as_json(read_plain(text, path)), path)
    except RecursionError as err:
        raise FileRefused("This is nested too deeply to be read.", path=path) from err
    if not isinstance(found.get("stages"), list) or not found["stages"]:
        raise FileRefused("This pipeline has no stages.", path=path, hint=_HINT)
    return found


def _found(plain: object, path: str) -> dict[str, object]:
    if isinstance(plain, dict):
        inner = plain.get("pipeline")
        if isinstance(inner, dict):
            return inner
        if "stages" in plain:
            return plain
        if resources_of(plain):
            _, properties = only_resource(plain, CODE_PIPELINE_TYPES, "CodePipelines", path, _HINT)
            own = {key: value for key, value in properties.items() if key not in _OF_THE_TEMPLATE}
            spelled = _as_api(own, free=False)
            return _with_stores(cast("dict[str, object]", spelled)) if isinstance(spelled, dict) else {}
    raise FileRefused("This holds no CodePipeline.", path=path, hint=_HINT)


def _as_api(value: object, *, free: bool) -> object:
    """Spell the members as the API does and put `${...}` where the template fills something in; `free` names stay."""
    value = _chosen(value)
    text = _filled_in(value)
    if text is not None:
        return text
    if isinstance(value, dict):
        spelled = {key if free else key[:1].lower() + key[1:]: member for key, member in value.items()}
        return {
            key: _number(key, _as_api(member, free=free or key in _FREE))
            for key, member in spelled.items()
            if _chosen(member) != _NO_VALUE
        }
    if isinstance(value, list):
        return [_as_api(one, free=free) for one in value if _chosen(one) != _NO_VALUE]
    return str(value) if free and isinstance(value, int | float) and not isinstance(value, bool) else value


def _filled_in(value: object) -> str | None:
    """Return the text for what a template fills in; what a function finds elsewhere goes by its arguments."""
    if not isinstance(value, dict) or len(value) != 1:
        return None
    (function, argument), *_ = value.items()
    text = flat_text(value)
    if text is not None or not function.startswith("Fn::"):
        return text
    parts = argument if isinstance(argument, list) else [argument]
    names = (part if isinstance(part, str) else flat_text(part) or json.dumps(part) for part in parts)
    return f"${{{'.'.join(re.sub(r'[^A-Za-z0-9_.:/-]+', '', name) for name in names)}}}"


def _chosen(value: object) -> object:
    """Return what a template takes where its condition holds, or else the other value where that is none."""
    while isinstance(value, dict) and len(value) == 1 and isinstance(value.get("Fn::If"), list):
        choice = value["Fn::If"]
        if len(choice) != len(("condition", "yes", "no")):
            break
        value = choice[1] if choice[1] != _NO_VALUE else choice[2]
    return value


def _number(key: str, value: object) -> object:
    return int(value) if key in _NUMBERS and isinstance(value, str) and value.isdecimal() else value


def _with_stores(pipeline: dict[str, object]) -> dict[str, object]:
    """Return the pipeline with its stores by region, as the API has them; a template has a list."""
    stores = pipeline.get("artifactStores")
    if not isinstance(stores, list):
        return pipeline
    by_region = {str(one.get("region")): one.get("artifactStore") for one in stores if isinstance(one, Mapping)}
    return {**pipeline, "artifactStores": by_region}
