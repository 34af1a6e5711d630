"""Every state of a machine is reached, and goes on to a state or ends."""

from collections.abc import Iterable, Iterator, Mapping

from designer.checking.finding import Severity
from designer.checking.rule import Rule, Spot, Subject
from designer.checking.states import KIND, Inner, inner_machines, states_of
from designer.document.kept import STATE_MACHINE
from designer.graph.model import Graph

_NEXT = "next"
_OPTIONAL = ("default",)


def _spots(subject: Subject) -> Iterator[Spot]:
    graph = subject.graph
    drawn = [node.id for node in graph.nodes.values() if node.kind.id == KIND]
    if drawn:
        yield from _open_ends(graph, drawn)
        yield from _start(graph, drawn)
    for state in states_of(graph):
        for machine in inner_machines(state):
            yield from _inside(machine, state.name)


def _open_ends(graph: Graph, drawn: Iterable[str]) -> Iterator[Spot]:
    left = {(edge.source, edge.source_port) for edge in graph.document.edges}
    for name in drawn:
        for branch in graph.nodes[name].branches:
            if (name, branch) not in left and branch not in _OPTIONAL:
                ends = branch == _NEXT
                message = (
                    "It neither goes on to a state nor says that it ends: join it, or write End."
                    if ends
                    else f"Nothing follows by {branch}; join it to a state."
                )
                yield Spot(message=message, node=name, severity=Severity.WARNING if ends else None)


def _start(graph: Graph, drawn: list[str]) -> Iterator[Spot]:
    top = graph.document.settings.get(STATE_MACHINE)
    if not isinstance(top, Mapping):
        return
    start = top.get("StartAt")
    if start not in drawn:
        yield Spot(message="StartAt names no state.", setting=f"settings.{STATE_MACHINE}.StartAt")
        return
    following = {name: [link.target for link in graph.outgoing[name]] for name in drawn}
    for name in _unreached(str(start), following):
        yield Spot(message="No way leads from the start to this state.", node=name)


def _inside(machine: Inner, holder: str) -> Iterator[Spot]:
    states, start = machine.body.get("States"), machine.body.get("StartAt")
    if not isinstance(states, Mapping) or start not in tuple(states):
        return
    following = {str(name): list(_targets(body)) for name, body in states.items()}
    for name in _unreached(str(start), following):
        setting = ".".join(str(part) for part in (*machine.path, "States", name))
        message = f"“{holder}”: no way leads from the start to the state '{name}'."
        yield Spot(message=message, node=machine.node, setting=setting)


def _targets(value: object) -> Iterator[str]:
    if not isinstance(value, Mapping):
        return
    rules = [rule for key in ("Choices", "Catch") for rule in _listed(value.get(key))]
    for one in (value, *rules):
        yield from (str(one[key]) for key in ("Next", "Default") if key in one)


def _listed(value: object) -> list[Mapping[str, object]]:
    return [one for one in value if isinstance(one, Mapping)] if isinstance(value, list) else []


def _unreached(start: str, following: Mapping[str, list[str]]) -> tuple[str, ...]:
    seen: set[str] = set()
    waiting = [start]
    while waiting:
        here = waiting.pop()
        if here not in seen:
            seen.add(here)
            waiting.extend(following.get(here, ()))
    return tuple(name for name in following if name not in seen)


RULE = Rule(
    id="A418",
    severity=Severity.ERROR,
    title="A state machine is whole",
    why="Step Functions refuses a machine with a state that nothing leads to, or that leads nowhere.",
    spots=_spots,
)
