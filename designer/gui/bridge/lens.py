"""How every target takes every node, and what would change if another were chosen; imported in a thread."""

from collections.abc import Iterator
from pathlib import Path

from designer.document.model import Document
from designer.errors import Refusal
from designer.gui.bridge.assessing import project_of
from designer.gui.bridge.portability import Lens, LensRow
from designer.gui.language.refusals import refusal_words
from designer.gui.language.words import said
from designer.usecases.portability import behaving_otherwise, edges_taken
from designer.usecases.targets import targets
from designer.workflow.lowering import Attempt
from designer.workflow.model import Workflow
from designer.workflow.support import Level, Support
from designer.workflow.targets import Target


def look(document: Document, path: Path | None, chosen: str) -> Lens:
    """Return the lens of a document; empty where it cannot be understood as it is."""
    try:
        lowered = project_of(document, path).lowered
        workflow = lowered.workflow
        listed = targets()
        support = {one.id: {each.node: each for each in one.support(workflow)} for one in listed}
        changes = _changes(workflow, listed, chosen)
    except Refusal as refusal:
        return Lens(obstacle=refusal_words(refusal))
    rows = tuple(
        LensRow(
            node=node,
            taken=tuple(_taken(support[one.id].get(node)) for one in listed),
            changes=changes.get(node, ()),
        )
        for node in document.nodes
        if any(node in found for found in support.values())
    )
    return Lens(targets=tuple(one.title for one in listed), rows=(*rows, *_edges(lowered, listed)))


def fitting_target(document: Document, path: Path | None, chosen: str) -> str:
    """Return the target that takes the most nodes; the chosen one where no other takes more."""
    try:
        workflow = project_of(document, path).lowered.workflow
        refused = {one.id: sum(each.level is Level.IMPOSSIBLE for each in one.support(workflow)) for one in targets()}
    except Refusal:
        return chosen
    return min(refused, key=lambda one: (refused[one], one != chosen))


def _edges(lowered: Attempt, listed: tuple[Target, ...]) -> Iterator[LensRow]:
    """Yield a row for each edge that not every target takes as it is drawn."""
    for each in zip(*(edges_taken(lowered, one) for one in listed), strict=True):
        if any(one.level is not Level.NATIVE for one in each):
            taken = tuple((one.level.value, one.reason) for one in each)
            yield LensRow(node=each[0].target_node, title=each[0].edge, taken=taken)


def _taken(support: Support | None) -> tuple[str, str]:
    return (support.level.value, support.reason) if support else ("", "")


def _changes(workflow: Workflow, listed: tuple[Target, ...], chosen: str) -> dict[str, tuple[str, ...]]:
    """Return, for each node, what another target than the chosen one would do differently."""
    before = next((one for one in listed if one.id == chosen), None)
    found: dict[str, tuple[str, ...]] = {}
    for after in listed if before else ():
        if before is None or after is before:
            continue
        for change in behaving_otherwise(workflow, before, after):
            told = f"{after.title}: {said(change.after)} ({before.title}: {said(change.before)})"
            found[change.node] = (*found.get(change.node, ()), told)
    return found
