"""Python code as a tree of expressions, laid out as `ruff format` would."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

WIDTH = 88
INDENT = "    "


@dataclass(frozen=True, slots=True)
class Written:
    """An expression that is code already and is never broken."""

    code: str


@dataclass(frozen=True, slots=True)
class Items:
    """A list of expressions."""

    members: tuple["Code", ...]


@dataclass(frozen=True, slots=True)
class Entries:
    """A dictionary; keys are code."""

    members: tuple[tuple[str, "Code"], ...]


@dataclass(frozen=True, slots=True)
class Invoked:
    """A call; an argument with an empty name is given by position."""

    function: str
    arguments: tuple[tuple[str, "Code"], ...]


Code: TypeAlias = Written | Items | Entries | Invoked


def invoked(function: str, *positional: Code, **named: Code) -> Invoked:
    """Build a call."""
    return Invoked(function, (*(("", code) for code in positional), *named.items()))


def items(members: Iterable[Code]) -> Items:
    """Build a list."""
    return Items(tuple(members))


def quoted(text: str) -> str:
    """Return a string literal: double quotes, unless single ones save escaping."""
    if text.count('"') > text.count("'"):
        return f"'{escaped(text, chr(39))}'"
    return f'"{escaped(text)}"'


def escaped(text: str, quote: str = '"') -> str:
    """Return a text as it stands between the quotes of a literal."""
    plain = text.replace("\\", "\\\\").replace(quote, "\\" + quote)
    return "".join(char if char.isprintable() else repr(char)[1:-1] for char in plain)


def statement(target: str, code: Code, depth: int = 0) -> str:
    """Return `target = code`, or `target code` where the target is a keyword such as `return`."""
    start = INDENT * depth + (f"{target} " if target == "return" else f"{target} = ")
    if isinstance(code, Written) and len(start) + len(code.code) > WIDTH:
        return start + _in_brackets(code.code, depth)
    return start + _laid_out(code, depth, len(start), 0)


def _in_brackets(code: str, depth: int) -> str:
    """Put a long text on a line of its own, where it fits there."""
    margin = INDENT * (depth + 1)
    if len(margin) + len(code) > WIDTH:
        return code
    return f"(\n{margin}{code}\n{INDENT * depth})"


def _laid_out(code: Code, depth: int, before: int, after: int) -> str:
    flat = _flat(code)
    if isinstance(code, Written) or before + len(flat) + after <= WIDTH:
        return flat
    opening, parts, closing = _parts(code)
    if not parts:
        return flat
    margin = INDENT * (depth + 1)
    lines = [f"{margin}{label}{_laid_out(inner, depth + 1, len(margin) + len(label), 1)}," for label, inner in parts]
    return "\n".join([opening, *lines, INDENT * depth + closing])


def _flat(code: Code) -> str:
    if isinstance(code, Written):
        return code.code
    opening, parts, closing = _parts(code)
    return opening + ", ".join(label + _flat(inner) for label, inner in parts) + closing


def _parts(code: Items | Entries | Invoked) -> tuple[str, list[tuple[str, Code]], str]:
    if isinstance(code, Items):
        return "[", [("", member) for member in code.members], "]"
    if isinstance(code, Entries):
        return "{", [(f"{key}: ", member) for key, member in code.members], "}"
    named = [(f"{name}=" if name else "", member) for name, member in code.arguments]
    return f"{code.function}(", named, ")"
