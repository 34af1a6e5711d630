"""Every JSONata expression of a state can be read, and every variable in it is one that there is."""

import re
from collections.abc import Iterator, Mapping

from designer.checking.finding import Severity
from designer.checking.rule import Rule, Spot, Subject
from designer.checking.states import JSONATA, Path, State, states_of

_EXPRESSION = re.compile(r"\s*\{%(.*)%\}\s*", re.DOTALL)
_PLACEHOLDER = re.compile(r"\$\{[^}]*\}")
_TEXTS = re.compile(r"\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*'|`[^`]*`|/\*.*?\*/", re.DOTALL)
_VARIABLE = re.compile(r"\$([A-Za-z_]\w*)")
_BOUND = re.compile(r"\$(\w+)\s*:=|[@#]\s*\$(\w+)")
_FUNCTION = re.compile(r"(?:function|λ)\s*\(([^)]*)\)")
_NAME = re.compile(r"[^\W\d]\w{0,79}")
_INNER = frozenset({"Branches", "ItemProcessor", "Iterator"})
# https://docs.jsonata.org/overview, and what Step Functions adds and takes away.
_KNOWN = frozenset(
    [
        "states",
        "sum",
        "count",
        "max",
        "min",
        "average",
        "string",
        "substring",
        "substringBefore",
        "substringAfter",
        "lowercase",
        "uppercase",
        "length",
        "trim",
        "pad",
        "match",
        "contains",
        "replace",
        "split",
        "join",
        "formatNumber",
        "formatBase",
        "formatInteger",
        "parseInteger",
        "number",
        "floor",
        "ceil",
        "round",
        "abs",
        "sqrt",
        "power",
        "random",
        "boolean",
        "not",
        "map",
        "zip",
        "filter",
        "single",
        "reduce",
        "sift",
        "each",
        "keys",
        "lookup",
        "append",
        "exists",
        "spread",
        "merge",
        "reverse",
        "sort",
        "shuffle",
        "distinct",
        "base64encode",
        "base64decode",
        "encodeUrlComponent",
        "encodeUrl",
        "decodeUrlComponent",
        "decodeUrl",
        "toMillis",
        "fromMillis",
        "clone",
        "error",
        "assert",
        "type",
        "now",
        "millis",
        "partition",
        "range",
        "hash",
        "uuid",
        "parse",
    ]
)


def _spots(subject: Subject) -> Iterator[Spot]:
    states = tuple(states_of(subject.graph))
    assigned = frozenset(name for state in states for _, names in _assigns(state.body, ()) for name in names)
    for state in states:
        for path, names in _assigns(state.body, ()):
            for name in names:
                plain = str(name).removesuffix(".$")
                if not _NAME.fullmatch(plain) or plain == "states":
                    message = "is no name for a variable: letters, digits and underscores, 80 at most, not “states”."
                    yield _spot(state, (*path, str(name)), f"“{name}” {message}")
        if state.language == JSONATA:
            for path, text in _expressions(state.body, ()):
                yield from _of_expression(state, path, text, assigned)


def _of_expression(state: State, path: Path, text: str, assigned: frozenset[str]) -> Iterator[Spot]:
    problem = _problem(text)
    if problem:
        yield _spot(state, path, f"this is not JSONata: {problem}.")
        return
    bare = _TEXTS.sub('""', text)
    bound = {name for pair in _BOUND.findall(bare) for name in pair}
    bound |= {name for arguments in _FUNCTION.findall(bare) for name in _VARIABLE.findall(arguments)}
    for name in dict.fromkeys(_VARIABLE.findall(bare)):
        if name not in bound and name not in _KNOWN and name not in assigned:
            yield _spot(
                state, path, f"no state assigns the variable ${name}, and JSONata has no function of that name."
            )


def _problem(text: str) -> str:
    from jsonata import Jsonata
    from jsonata.jexception import JException

    try:
        Jsonata(text)
    except JException as err:
        return str(err).rstrip(".")
    except (RecursionError, ValueError, TypeError, AttributeError, IndexError, KeyError) as err:
        return f"it cannot be read ({type(err).__name__})"
    return ""


def _expressions(value: object, path: Path) -> Iterator[tuple[Path, str]]:
    """Yield place and text of each expression, those of states inside aside; a template's placeholder counts as a name."""
    if isinstance(value, str):
        found = _EXPRESSION.fullmatch(value)
        if found:
            yield path, _PLACEHOLDER.sub("placeholder", found[1])
    elif isinstance(value, Mapping):
        for key, member in value.items():
            if path or key not in _INNER:
                yield from _expressions(member, (*path, str(key)))
    elif isinstance(value, list):
        for index, member in enumerate(value):
            yield from _expressions(member, (*path, index))


def _assigns(body: Mapping[str, object], path: Path) -> Iterator[tuple[Path, tuple[str, ...]]]:
    """Yield the place and the names of each `Assign` of a state: its own, and those of its choices and catchers."""
    assign = body.get("Assign")
    if isinstance(assign, Mapping):
        yield (*path, "Assign"), tuple(str(name) for name in assign)
    for key in ("Choices", "Catch") if not path else ():
        rules = body.get(key)
        for index, rule in enumerate(rules if isinstance(rules, list) else ()):
            if isinstance(rule, Mapping):
                yield from _assigns(rule, (key, index))


def _spot(state: State, path: Path, message: str) -> Spot:
    return Spot(message=f"“{state.name}”: {message}", node=state.node, setting=state.setting(*path))


RULE = Rule(
    id="A415",
    severity=Severity.ERROR,
    title="Expressions of states can be read",
    why="A slip in an expression, or a variable that nobody assigns, fails the execution when it comes to it.",
    spots=_spots,
)
