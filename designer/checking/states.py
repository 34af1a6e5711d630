"""States of an imported machine, those inside branches and maps too, each with its place in the node that holds it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from designer.document.kept import STATE_MACHINE
from designer.graph.model import Graph

JSONPATH = "JSONPath"
JSONATA = "JSONata"
KIND = "state"
Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Inner:
    """A machine inside a state: a branch of a Parallel, or what a Map does for each item."""

    node: str
    path: Path
    body: Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A state: the node that holds it, its place in the node's settings, and the language that holds for it."""

    node: str
    name: str
    path: Path
    body: Mapping[str, object]
    language: str

    @property
    def type(self) -> str:
        """Return the type as it is written."""
        return str(self.body.get("Type", ""))

    def setting(self, *parts: str | int) -> str:
        """Return the dotted setting of a place inside the state."""
        return ".".join(str(part) for part in (*self.path, *parts))


def states_of(graph: Graph) -> Iterator[State]:
    """Yield every state of the nodes of kind `state`, each before those inside it."""
    top = graph.document.settings.get(STATE_MACHINE)
    language = _language(top, JSONPATH) if isinstance(top, Mapping) else JSONPATH
    for node in graph.nodes.values():
        if node.kind.id != KIND:
            continue
        definition = node.node.settings.get("definition")
        if isinstance(definition, Mapping):
            yield from _with_inner(node.id, node.id, ("definition",), definition, language)


def inner_machines(state: State) -> Iterator[Inner]:
    """Yield the machines that stand directly inside a state."""
    branches = state.body.get("Branches")
    for index, branch in enumerate(branches if isinstance(branches, list) else ()):
        if isinstance(branch, Mapping):
            yield Inner(node=state.node, path=(*state.path, "Branches", index), body=branch)
    for key in ("ItemProcessor", "Iterator"):
        inner = state.body.get(key)
        if isinstance(inner, Mapping):
            yield Inner(node=state.node, path=(*state.path, key), body=inner)


def rules_of(state: State, key: str) -> Iterator[tuple[int, Mapping[str, object]]]:
    """Yield the number and the rule of each `Retry`, `Catch` or `Choices`."""
    rules = state.body.get(key)
    for index, rule in enumerate(rules if isinstance(rules, list) else ()):
        if isinstance(rule, Mapping):
            yield index, rule


def _with_inner(node: str, name: str, path: Path, body: Mapping[str, object], language: str) -> Iterator[State]:
    state = State(node=node, name=name, path=path, body=body, language=_language(body, language))
    yield state
    for machine in inner_machines(state):
        states = machine.body.get("States")
        for inner_name, inner in states.items() if isinstance(states, Mapping) else ():
            if isinstance(inner, Mapping):
                place = (*machine.path, "States", str(inner_name))
                yield from _with_inner(node, str(inner_name), place, inner, _language(machine.body, language))


def _language(body: Mapping[str, object], outer: str) -> str:
    return str(body.get("QueryLanguage", outer))
