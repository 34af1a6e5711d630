"""What a setting of a node may refer to."""

from collections.abc import Iterator, Mapping
from typing import get_args

from designer.catalog.execution_facts import ExecutionFact
from designer.catalog.kind import Kind
from designer.document.model import Document
from designer.graph.neighbours import downstream

_EXECUTION = tuple(f"execution.{fact}" for fact in get_args(ExecutionFact))


def referable(document: Document, kinds: Mapping[str, Kind], node_id: str) -> tuple[str, ...]:
    """Return references without their braces: parameters, facts of the execution, outputs of nodes that may run before."""
    after = downstream(document, [node_id])
    return (
        *(f"params.{name}" for name in document.parameters),
        *_EXECUTION,
        *(one for other in document.nodes if other not in after for one in _outputs(document, kinds, other)),
    )


def _outputs(document: Document, kinds: Mapping[str, Kind], node_id: str) -> Iterator[str]:
    node = document.nodes[node_id]
    kind = kinds.get(node.kind)
    for port in kind.outputs(node.settings) if kind else ():
        yield f"{node_id}.{port.name}"
