"""What a reference names is there."""

from collections.abc import Iterator
from difflib import get_close_matches
from typing import get_args

from designer.catalog.execution_facts import ExecutionFact
from designer.checking.finding import Severity
from designer.checking.rule import Rule, Spot, Subject
from designer.document.kept import KEPT
from designer.document.references import Reference, references_in
from designer.graph.model import Graph, seen_outputs

_FOR_THE_TEMPLATE = ("region", "execution_role", "bucket", "kms_key", "log_retention_days")


def _spots(subject: Subject) -> Iterator[Spot]:
    for node in subject.graph.nodes.values():
        for path, reference in node.mentions:
            problem = _problem(reference, node.id, subject.graph)
            if problem:
                setting = ".".join(str(part) for part in path)
                yield Spot(message=f"{reference}: {problem}", node=node.id, setting=setting)
    for path, reference in references_in(subject.graph.document.settings):
        problem = "" if path[0] in KEPT else _problem_for_all(path, reference, subject.graph)
        if problem:
            place = ".".join(str(part) for part in ("settings", *path))
            yield Spot(message=f"{reference}: {problem}", setting=place)


def _problem_for_all(path: tuple[str | int, ...], reference: Reference, graph: Graph) -> str:
    """Say what is wrong with a reference in what concerns all nodes: the first of them cannot wait for another."""
    if path[0] in _FOR_THE_TEMPLATE:
        return "this is needed before any run, when the pipeline is deployed; write the value itself."
    if reference.name and reference.is_output:
        return "what concerns the whole pipeline can only refer to parameters and to the execution."
    return _problem(reference, "", graph)


def _problem(reference: Reference, node_id: str, graph: Graph) -> str:
    if not reference.name:
        literal = f"$${{{reference.owner}}}"
        return f"a reference is written ${{node.output}} or ${{params.Name}}; for the text itself write {literal}."
    if reference.is_parameter:
        names = tuple(graph.document.parameters)
        return (
            ""
            if reference.name in names
            else f"there is no parameter '{reference.name}'{_near(reference.name, names)}."
        )
    if reference.is_execution:
        facts = get_args(ExecutionFact)
        return "" if reference.name in facts else f"an execution has {', '.join(facts)}."
    if reference.owner == node_id:
        return "a node cannot refer to itself."
    source = graph.nodes.get(reference.owner)
    if source is None:
        return f"there is no node '{reference.owner}'{_near(reference.owner, tuple(graph.nodes))}."
    outputs = seen_outputs(source, node_id, graph.inside)
    if reference.name not in outputs:
        given = f"it gives {', '.join(outputs)}" if outputs else "it gives nothing"
        if source.outputs and not outputs:
            given = f"it stands inside '{graph.inside[source.id]}', and only the outputs of that lead out"
        return f"'{reference.owner}' has no output '{reference.name}' ({given})."
    return ""


def _near(name: str, choices: tuple[str, ...]) -> str:
    near = get_close_matches(name, choices, n=1)
    return f"; did you mean '{near[0]}'" if near else ""


RULE = Rule(
    id="S110",
    severity=Severity.ERROR,
    title="References exist",
    why="A reference that leads nowhere would reach AWS as plain text, or fail the run.",
    spots=_spots,
)
