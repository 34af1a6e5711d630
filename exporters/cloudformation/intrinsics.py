"""Values as CloudFormation writes them: deployed names become intrinsic functions."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from typing_extensions import override

from designer.catalog.values import AsText, Deployed, ExecutionValue, FileValue, Joined, ParameterValue, StepOutput
from exporters.cloudformation.engine import Verbatim

_PLACEHOLDER = re.compile(r"\$\{([^}]*)\}")
_RUN_TIME = (StepOutput, ParameterValue, ExecutionValue, FileValue)


def ref(logical_id: str) -> dict[str, object]:
    """Return a reference to a resource, parameter or pseudo parameter."""
    return {"Ref": logical_id}


def attribute(logical_id: str, name: str) -> dict[str, object]:
    """Return an attribute of a resource."""
    return {"Fn::GetAtt": [logical_id, name]}


def either(condition: str, yes: object, no: object) -> dict[str, object]:
    """Return one of two values by a condition."""
    return {"Fn::If": [condition, yes, no]}


@dataclass(frozen=True, slots=True)
class Holding(Mapping[str, object]):
    """The names as they are inside a resource that is only made where the condition holds, looked up as they are asked for."""

    condition: str
    names: Mapping[str, object]

    @override
    def __getitem__(self, name: str) -> object:
        value = self.names[name]
        branches = value.get("Fn::If") if isinstance(value, Mapping) else None
        return branches[1] if isinstance(branches, list) and branches[0] == self.condition else value

    @override
    def __iter__(self) -> Iterator[str]:
        return iter(self.names)

    @override
    def __len__(self) -> int:
        return len(self.names)


def is_intrinsic(value: object) -> bool:
    """Say whether a mapping is an intrinsic function."""
    if not isinstance(value, Mapping) or len(value) != 1:
        return False
    (key,) = value
    return isinstance(key, str) and (key == "Ref" or key.startswith("Fn::"))


def rendered(value: object, names: Mapping[str, object]) -> object:
    """Return a value without expressions, deployed names filled from `names`.

    Raises `KeyError` for an unknown deployed name and `ValueError` for a value known only while the pipeline runs.
    """
    if isinstance(value, Verbatim):
        return value.value
    if isinstance(value, str):
        return _text(value, names)
    if isinstance(value, Deployed):
        return _deployed(value, names)
    if isinstance(value, Joined | AsText):
        return _text(_placeholder_text(value, names), names)
    if isinstance(value, _RUN_TIME):
        raise ValueError(f"{value} is known only while the pipeline runs, not to a template")  # noqa: TRY004 - not of type
    if isinstance(value, Mapping):
        return value if is_intrinsic(value) else {key: rendered(member, names) for key, member in value.items()}
    if isinstance(value, list | tuple):
        return [rendered(member, names) for member in value]
    return value


def _deployed(value: Deployed, names: Mapping[str, object]) -> object:
    if value.name not in names:
        raise KeyError(
            f"Nothing in the template gives the deployed name {value.name}; known: {', '.join(sorted(names))}"
        )
    return names[value.name]


def _placeholder_text(value: object, names: Mapping[str, object]) -> str:
    if isinstance(value, Deployed):
        _deployed(value, names)
        return f"${{{value.name}}}"
    if isinstance(value, Joined):
        return "".join(_placeholder_text(part, names) for part in value.parts)
    if isinstance(value, AsText):
        return _placeholder_text(value.value, names)
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(rendered(value, {}) if isinstance(value, _RUN_TIME) else value)


def _text(text: str, names: Mapping[str, object]) -> object:
    used = [name for name in _PLACEHOLDER.findall(text) if name in names]
    if not used:
        return text
    if text == f"${{{used[0]}}}":
        return names[used[0]]
    variables = {name: names[name] for name in used if not _inline(names[name])}

    def filled(match: re.Match[str]) -> str:
        name = match.group(1)
        if name not in names:
            return "${!" + name + "}"
        return "${" + (_inline(names[name]) or name) + "}"

    substituted = _PLACEHOLDER.sub(filled, text)
    return {"Fn::Sub": [substituted, variables] if variables else substituted}


def _inline(value: object) -> str:
    """Return how `Fn::Sub` writes an intrinsic between braces, or nothing where it needs a variable."""
    if not isinstance(value, Mapping):
        return ""
    if "Ref" in value:
        return str(value["Ref"])
    path = value.get("Fn::GetAtt")
    return ".".join(path) if isinstance(path, list) else ""
