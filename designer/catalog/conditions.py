"""The little language of conditions: `metrics.accuracy >= 0.8 and not ${params.Skip} == true`.

condition  = all { "or" all }
all        = single { "and" single }
single     = "not" single | "(" condition ")" | operand [ comparison operand ]
comparison = "==" | "!=" | ">=" | "<=" | ">" | "<"
operand    = number | 'text' | "text" | true | false | ${reference} | name { "." name }
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

from designer.catalog.steps import AllOf, AnyOf, Comparison, Condition, Not, Operator
from designer.catalog.values import Value

_TOKEN = re.compile(
    r"""\s*(?:
      (?P<reference>\$\{[^{}]*\})
    | (?P<number>[-+]?(?:\d+\.\d*|\.\d+|\d+)(?:[eE][-+]?\d+)?(?![A-Za-z_]))
    | (?P<text>'[^']*'|"[^"]*")
    | (?P<name>[A-Za-z_][\w-]*(?:\.[\w-]+)*)
    | (?P<comparison>==|!=|>=|<=|>|<)
    | (?P<bracket>[()])
    )""",
    re.VERBOSE,
)
_KEYWORDS = frozenset({"and", "or", "not", "true", "false"})
_DEEPEST = 50


class ConditionError(ValueError):
    """A condition cannot be read; `column` counts from one."""

    def __init__(self, message: str, column: int) -> None:
        super().__init__(f"Column {column}: {message}")
        self.column = column


@dataclass(frozen=True, slots=True)
class _Token:
    sort: str
    text: str
    column: int


_END = "end"


def parse_condition(text: str, value_of: Callable[[str], Value]) -> Condition:
    """Read a condition; `value_of` gives the value of a dotted name or of a `${...}` reference."""
    reader = _Reader(_tokens(text), value_of)
    condition = reader.any_of(0)
    reader.expect_end()
    return condition


def _tokens(text: str) -> list[_Token]:
    found: list[_Token] = []
    place = 0
    end = len(text.rstrip())
    while place < end:
        match = _TOKEN.match(text, place)
        if match is None or match.lastgroup is None:
            start = place + len(text[place:]) - len(text[place:].lstrip())
            raise ConditionError(_why_unreadable(text[start:]), start + 1)
        sort = match.lastgroup
        word = match.group(sort)
        column = match.start(sort) + 1
        found.append(_Token("keyword" if sort == "name" and word in _KEYWORDS else sort, word, column))
        place = match.end()
    found.append(_Token(_END, "", end + 1))
    return found


def _why_unreadable(rest: str) -> str:
    if rest.startswith("="):
        return "write == to compare."
    if rest[:2] in {"&&", "||"} or rest[:1] == "!":
        return "write and, or, not."
    if rest[:1] in {"'", '"'}:
        return "the text has no closing quotation mark."
    return f"'{rest[:1]}' has no meaning here."


class _Reader:
    """Reads tokens from left to right."""

    def __init__(self, tokens: list[_Token], value_of: Callable[[str], Value]) -> None:
        self._tokens = tokens
        self._place = 0
        self._value_of = value_of

    def any_of(self, depth: int) -> Condition:
        """Read conditions joined by `or`."""
        members = [self._all_of(depth)]
        while self._take("keyword", "or"):
            members.append(self._all_of(depth))
        return members[0] if len(members) == 1 else AnyOf(tuple(members))

    def expect_end(self) -> None:
        """Refuse whatever is left."""
        token = self._tokens[self._place]
        if token.sort != _END:
            raise ConditionError(f"'{token.text}' is one too many; join conditions by and or or.", token.column)

    def _all_of(self, depth: int) -> Condition:
        members = [self._single(depth)]
        while self._take("keyword", "and"):
            members.append(self._single(depth))
        return members[0] if len(members) == 1 else AllOf(tuple(members))

    def _single(self, depth: int) -> Condition:
        if depth > _DEEPEST:
            raise ConditionError("this is nested too deeply.", self._tokens[self._place].column)
        if self._take("keyword", "not"):
            return Not(self._single(depth + 1))
        opening = self._take("bracket", "(")
        if not opening:
            return self._comparison()
        inner = self.any_of(depth + 1)
        if not self._take("bracket", ")"):
            raise ConditionError("this bracket is never closed.", opening.column)
        return inner

    def _comparison(self) -> Condition:
        left = self._operand()
        operator = self._take("comparison")
        if operator is None:
            return Comparison(left, "==", right=True)
        return Comparison(left, cast("Operator", operator.text), self._operand())

    def _operand(self) -> Value:
        token = self._tokens[self._place]
        self._place += token.sort != _END
        if token.sort == "number":
            return float(token.text) if re.search(r"[.eE]", token.text) else int(token.text)
        if token.sort == "text":
            return token.text[1:-1]
        if token.sort == "keyword" and token.text in {"true", "false"}:
            return token.text == "true"
        if token.sort in {"reference", "name"}:
            try:
                return self._value_of(token.text)
            except ConditionError:
                raise
            except ValueError as err:
                raise ConditionError(str(err), token.column) from err
        found = f"'{token.text}'" if token.text else "the end"
        raise ConditionError(f"a value is expected here, not {found}.", token.column)

    def _take(self, sort: str, text: str = "") -> _Token | None:
        token = self._tokens[self._place]
        if token.sort != sort or (text and token.text != text):
            return None
        self._place += 1
        return token
