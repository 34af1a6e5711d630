"""An input that takes one value gets one."""

from collections import Counter
from collections.abc import Iterator

from designer.checking.finding import Severity
from designer.checking.rule import Rule, Spot, Subject

_SEVERAL = 2


def _spots(subject: Subject) -> Iterator[Spot]:
    graph = subject.graph
    for node in graph.nodes.values():
        if len(graph.incoming[node.id]) < _SEVERAL:
            continue
        fed = Counter(link.target_port for link in graph.incoming[node.id] if link.data and not link.implied)
        for port_name, count in fed.items():
            port = node.inputs[port_name]
            if count > 1 and not port.many:
                message = f"'{port.title}' takes one edge, and {count} end there; take all but one away."
                yield Spot(message=message, node=node.id, port=port_name)


RULE = Rule(
    id="S108",
    severity=Severity.ERROR,
    title="Single inputs are fed once",
    why="With two values for one input, nobody can say which of them the job reads.",
    spots=_spots,
)
