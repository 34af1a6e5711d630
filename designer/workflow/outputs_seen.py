"""What the nodes of a graph give to one of them, looked up as it is asked for."""

from collections.abc import Iterator, Mapping

from typing_extensions import override

from designer.catalog.placed import Lowered
from designer.catalog.values import Item, ItemIndex, Value
from designer.graph.model import Graph, seen_outputs
from designer.graph.nesting import containers


class OutputsSeen(Mapping[str, Mapping[str, Value]]):
    """The outputs that a reader sees, by node: the item at hand is there before the node that goes through the items."""

    def __init__(self, graph: Graph, reader: str, lowered: Mapping[str, Lowered]) -> None:
        self._graph = graph
        self._reader = reader
        self._lowered = lowered
        self._around = containers(graph.inside, reader)

    @override
    def __getitem__(self, node_id: str) -> Mapping[str, Value]:
        if node_id in self._around:
            return {"item": Item(node_id), "index": ItemIndex(node_id)}
        ports = seen_outputs(self._graph.nodes[node_id], self._reader, self._graph.inside)
        return {name: value for name, value in self._lowered[node_id].outputs.items() if name in ports}

    @override
    def __iter__(self) -> Iterator[str]:
        yield from self._around
        yield from self._lowered

    @override
    def __len__(self) -> int:
        return len(self._around) + len(self._lowered)
