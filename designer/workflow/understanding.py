"""Settings as they stand in a file to the model of a kind, and what is wrong with them in a sentence each."""

from pydantic import ValidationError

from designer.catalog.settings import Settings
from designer.graph.model import GraphNode
from designer.workflow.problem import Problem


def understood_settings(node: GraphNode) -> tuple[Settings | None, tuple[Problem, ...]]:
    """Return a node's settings as the model of its kind, or none and what is wrong with them."""
    try:
        return node.kind.settings.model_validate(node.node.settings), ()
    except ValidationError as err:
        messages: dict[str, list[str]] = {}
        for one in err.errors():
            setting = ".".join(str(part) for part in one["loc"] if not _is_union_branch(part))
            messages.setdefault(setting, []).append(_sentence(one["type"], one["msg"]))
        problems = (Problem(node=node.id, setting=setting, message=_either(said)) for setting, said in messages.items())
        return None, tuple(problems)


_REFERENCE = "a reference such as ${params.Name}"
_WANTED = {
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "float_parsing": "a number",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "string_type": "text",
    "dict_type": "names with values",
    "list_type": "a list",
    "tuple_type": "a list",
}


def _either(messages: list[str]) -> str:
    """Join what the members of a union each say of one value."""
    wanted = tuple(dict.fromkeys(message.removeprefix(_SHOULD_BE).rstrip(".") for message in messages))
    if len(wanted) == 1:
        return messages[0]
    options = dict.fromkeys(_REFERENCE if one == "text" else one for one in wanted)
    return f"{_SHOULD_BE}{' or '.join(options)}."


_SHOULD_BE = "This should be "


def _is_union_branch(part: str | int) -> bool:
    """Say whether a part of a place is pydantic's name for a member of a union rather than a setting."""
    if not isinstance(part, str):
        return False
    return (
        part in ("int", "float", "str", "bool") or part.startswith("constrained-") or "[" in part or part.endswith("()")
    )


def _sentence(error_type: str, message: str) -> str:
    if error_type == "missing":
        return "This is needed; give it a value."
    if error_type == "extra_forbidden":
        return "There is no setting of this name."
    if error_type in _WANTED:
        return f"{_SHOULD_BE}{_WANTED[error_type]}."
    if error_type == "string_pattern_mismatch" and "{[^{}]+" in message:
        return f"{_SHOULD_BE}{_REFERENCE}."
    message = message.removeprefix("Value error, ")
    return message if message.endswith(".") else f"{message}."
