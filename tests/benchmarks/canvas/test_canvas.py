"""The canvas's benchmark works, and draws what it says."""

import pytest
from PySide6.QtWidgets import QApplication

from designer.catalog.kinds.processing import KIND
from tests.benchmarks.canvas.__main__ import DONE, medians, rows
from tests.benchmarks.canvas.drawing import drawing, drawing_from_json
from tests.benchmarks.canvas.ours import document_of, measure


def test_a_drawing_has_about_three_wires_for_two_nodes_and_survives_its_file() -> None:
    drawn = drawing(500)

    assert 1.4 <= len(drawn.wires) / len(drawn.boxes) <= 1.6
    assert drawing_from_json(drawn.to_json()) == drawn


def test_the_drawing_is_a_pipeline_whose_every_edge_joins_ports_that_exist() -> None:
    document = document_of(drawing(60))

    ports = {node.id: {*KIND.inputs(node.settings), *KIND.outputs(node.settings)} for node in document.nodes.values()}
    named = {node_id: {port.name for port in found} for node_id, found in ports.items()}
    assert all(edge.source_port in named[edge.source] for edge in document.edges)
    assert all(edge.target_port in named[edge.target] for edge in document.edges)


def test_everything_that_is_done_has_a_cost(qapp: QApplication) -> None:
    found = measure(drawing(60))

    assert set(found) == set(DONE)
    assert all(cost > 0 for cost in found.values())


def test_a_median_is_taken_of_every_figure() -> None:
    runs = [dict.fromkeys(DONE, cost) for cost in (1.0, 9.0, 2.0)]

    assert medians(runs) == dict.fromkeys(DONE, 2.0)


@pytest.mark.slow
def test_the_table_has_a_row_for_our_canvas_at_each_size() -> None:
    lines = list(rows({40: 1}, {60: 1}))

    assert [line.split("|")[1:3] for line in lines if "ours" in line] == [[" 40 ", " ours "], [" 60 ", " ours "]]
