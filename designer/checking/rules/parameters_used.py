"""A parameter is there for something."""

from collections.abc import Iterator

from designer.catalog.sagemaker_text import parameters_read
from designer.checking.finding import Fix, Severity
from designer.checking.rule import Rule, Spot, Subject
from designer.document.edits import remove_parameter
from designer.document.model import Node
from designer.document.references import references_in


def _spots(subject: Subject) -> Iterator[Spot]:
    document = subject.graph.document
    if not document.parameters:
        return
    used = frozenset[str]().union(*(found for _, found in subject.memory.each(_used, document.nodes.values())))
    for name in document.parameters:
        if name not in used:
            message = (
                f"No setting uses the parameter '{name}'; write ${{params.{name}}} where it belongs, or remove it."
            )
            yield Spot(message=message, setting=f"parameters.{name}", fix=_remove(name))


def _used(node: Node) -> frozenset[str]:
    written = {reference.name for _, reference in references_in(node.settings) if reference.is_parameter}
    return frozenset(written).union(parameters_read(node.settings))


def _remove(name: str) -> Fix:
    return Fix(title=f"Remove '{name}'", edit=lambda document: remove_parameter(document, name))


RULE = Rule(
    id="S112",
    severity=Severity.HINT,
    title="Parameters are used",
    why="Whoever starts the pipeline is asked for a value that changes nothing.",
    spots=_spots,
)
