"""Where wires are led is a matter of looks: nothing that is exported for a target changes with it."""

from dataclasses import replace

import pytest

from designer.document.bends import lead
from designer.document.edits import move_nodes
from designer.document.model import Document, Point
from designer.graph.model import build_graph
from designer.usecases.project import KINDS_BY_ID, open_project
from designer.workflow.support import Level
from exporters import TARGETS
from tests.starters.test_starters import NAMES, ROOT


def bent(document: Document) -> Document:
    for number, edge in enumerate(document.edges):
        document = lead(document, edge, (Point(8.0 * number, 40.0),))
    return document


@pytest.mark.parametrize("name", NAMES)
def test_no_target_writes_anything_else_for_bent_wires(name: str) -> None:
    project = open_project(ROOT / name / "pipeline.yaml")
    led = replace(project, document=bent(project.document))
    workflow = project.lowered.workflow
    targets = [one for one in TARGETS if all(each.level is not Level.IMPOSSIBLE for each in one.support(workflow))]

    assert led.document != project.document
    assert targets
    for target in targets:
        assert target.render(led.lowered.workflow) == target.render(workflow)


@pytest.mark.parametrize("name", NAMES)
def test_bending_wires_makes_less_be_understood_anew_than_moving_a_node(name: str) -> None:
    project = open_project(ROOT / name / "pipeline.yaml")
    known, document = project.lowered, project.document
    first = next(iter(document.nodes))
    moved = build_graph(move_nodes(document, {first: Point(-99.0, 7.0)}), KINDS_BY_ID, known.graph)
    led = build_graph(bent(document), KINDS_BY_ID, known.graph)

    kept = [node_id for node_id, node in led.nodes.items() if node is known.graph.nodes[node_id]]
    kept_moved = [node_id for node_id, node in moved.nodes.items() if node is known.graph.nodes[node_id]]

    assert kept == list(known.graph.nodes)
    assert len(kept_moved) <= len(kept)
