"""The sentences in which the walker tells people what is wrong with a request."""

import re

from designer.shapes.shape import Shape

_FEW = 8
_LONGEST_QUOTE = 60
_USES = {"ProductionVariant": "hosting", "Transform": "batch transform"}
_KINDS = {
    "string": "text",
    "integer": "a whole number",
    "long": "a whole number",
    "float": "a number",
    "double": "a number",
    "boolean": "true or false",
    "timestamp": "a time",
    "blob": "text or bytes",
    "list": "a list",
    "map": "a table of names and values",
    "structure": "a table of settings",
}


def missing(name: str, inside: str) -> str:
    """Say that a required member is absent; `inside` names the table that lacks it, or the action."""
    return f"{name} is missing; {inside} needs it."


def unknown(name: str, inside: str, nearest: str) -> str:
    """Say that there is a name that the API does not know."""
    return f"{inside} has no setting {quote(name)}{_did_you_mean(nearest)}"


def wrong_type(name: str, value: object, shape: Shape) -> str:
    """Say that there is a value of another type than the API takes."""
    advice = "; put it in quotes" if shape.type == "string" and isinstance(value, int | float) else ""
    return f"{name} must be {_KINDS.get(shape.type, shape.type)}, not {_kind_of(value)}{advice}."


def not_offered(name: str, text: str, shape: Shape, title: str, nearest: str) -> str:
    """Say that there is a text that is not among the choices."""
    if len(shape.enum) <= _FEW:
        choices = " or ".join(filter(None, [", ".join(map(quote, shape.enum[:-1])), quote(shape.enum[-1])]))
        return f"{name} {quote(text)} is not a choice that {title} offers; choose {choices}."
    return f"{name} {quote(text)} is not one that {title} offers{_purpose(shape.name)}{_did_you_mean(nearest)}"


def wrong_pattern(name: str, text: str, pattern: str) -> str:
    """Say that there is a text that is not of the form that AWS asks for."""
    return f"{name} {quote(text)} does not have the form that AWS asks for: {pattern}"


def wrong_count(name: str, count: int, unit: str, shape: Shape) -> str:
    """Too many or too few characters or entries; `unit` is their name in the singular."""
    low, high = shape.minimum, shape.maximum
    many = f"{count} {_plural(unit, count)}"
    verb = f"is {many} long" if unit == "character" else f"has {many}"
    if high is not None and count > high:
        return f"{name} {verb}; at most {high:.0f} {_are(high)} allowed."
    return f"{name} {verb}; at least {low or 0:.0f} {_are(low or 0)} needed."


def out_of_range(name: str, value: float, shape: Shape) -> str:
    """Say that there is a number beyond its limits."""
    if shape.maximum is not None and value > shape.maximum:
        return f"{name} is {value}; the largest value allowed is {shape.maximum}."
    return f"{name} is {value}; the smallest value allowed is {shape.minimum}."


def not_one_of_union(name: str, chosen: tuple[str, ...], shape: Shape) -> str:
    """Say that there is a table that must hold exactly one of its members."""
    names = ", ".join(shape.members)
    got = ", ".join(chosen) if chosen else "none"
    return f"{name} takes exactly one of {names}; it has {got}."


def quote(text: str) -> str:
    """Return the text in quotes, shortened where it is long."""
    return f"'{text if len(text) <= _LONGEST_QUOTE else text[: _LONGEST_QUOTE - 1] + '…'}'"


def _did_you_mean(nearest: str) -> str:
    return f"; did you mean {quote(nearest)}?" if nearest else "."


def _purpose(shape_name: str) -> str:
    use = re.fullmatch(r"(\w+)InstanceType", shape_name)
    if use is None:
        return ""
    return " for " + (_USES.get(use[1]) or re.sub(r"(?<=[a-z])(?=[A-Z])", " ", use[1]).lower())


def _kind_of(value: object) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return "true" if value else "false"
    kinds: tuple[tuple[type | tuple[type, ...], str], ...] = (
        (str, "text"),
        ((int, float), f"the number {value}"),
        ((list, tuple), "a list"),
        (dict, "a table"),
    )
    return next((words for kind, words in kinds if isinstance(value, kind)), type(value).__name__)


def _plural(unit: str, count: float) -> str:
    if count == 1:
        return unit
    return unit[:-1] + "ies" if unit.endswith("y") else unit + "s"


def _are(count: float) -> str:
    return "is" if count == 1 else "are"
