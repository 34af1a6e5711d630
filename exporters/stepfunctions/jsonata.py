"""Text of JSONata: literals, paths, and strings that hold an expression.

A literal `${` is taken apart (`'$' & '{'`), because in a definition `${Name}` is filled in at deployment. A single
quote is written as its code, because JSONata knows no escape for it.
"""

import json
import re
from dataclasses import dataclass

_PLAIN_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*\Z")
_KEYWORDS = frozenset({"and", "or", "in", "true", "false", "null", "function"})
_WORDS = (
    "abs append assert average base64decode base64encode boolean ceil clone contains count decodeUrl decodeUrlComponent "
    "distinct each encodeUrl encodeUrlComponent error eval exists filter floor formatBase formatInteger formatNumber "
    "fromMillis hash join keys length lookup lowercase map match max merge millis min not now number pad parse "
    "parseInteger partition power random range reduce replace reverse round shuffle sift single sort split spread sqrt "
    "states string substring substringAfter substringBefore sum toMillis trim type uppercase uuid zip"
)
FUNCTIONS = frozenset(_WORDS.split())
"""What stands behind a `$` already; a variable of such a name would hide it."""


@dataclass(frozen=True, slots=True)
class Code:
    """An expression, without the marks around it."""

    text: str


def expression(code: str) -> str:
    """Return a string field that holds an expression."""
    return "{% " + code + " %}"


def literal(value: str | float | bool | None) -> str:  # noqa: FBT001 - a literal of JSON is what it is
    """Return a literal of JSONata."""
    if isinstance(value, str):
        return " & ".join(_quoted(piece) for piece in _pieces(value))
    return json.dumps(value)


def plain(text: str) -> str:
    """Return a string field that means the text as it stands, whatever is in it."""
    is_marked = text.startswith("{%") or text.endswith("%}")
    return expression(literal(text)) if "${" in text or is_marked else text


def member(path: tuple[str | int, ...]) -> str:
    """Return what follows a value to lead to a member of it (`.Payload.auc`, `[0].name`)."""
    return "".join(f"[{part}]" if isinstance(part, int) else f".{_name(part)}" for part in path)


def _name(name: str) -> str:
    return name if _PLAIN_NAME.match(name) and name not in _KEYWORDS else f"`{name}`"


def _pieces(text: str) -> list[str]:
    parts = text.split("${")
    if len(parts) == 1:
        return parts
    return [parts[0] + "$", *("{" + part + "$" for part in parts[1:-1]), "{" + parts[-1]]


def _quoted(text: str) -> str:
    escaped = json.dumps(text, ensure_ascii=False)[1:-1].replace('\\"', '"').replace("'", "\\u0027")
    return f"'{escaped}'"
