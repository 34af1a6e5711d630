from dataclasses import replace

from pytestqt.qtbot import QtBot

from designer.document.model import Frame
from tests.unit.gui.canvas.drive import shown
from tests.unit.gui.canvas.sample import data, small


def test_the_canvas_says_what_is_selected_with_ports_and_neighbours(qtbot: QtBot) -> None:
    view = shown(qtbot, replace(small(), edges=(data("raw", "data", "train", "train"),)))

    view.session.select(["train"])

    qtbot.waitUntil(lambda: bool(view.accessibleDescription()))
    said = view.accessibleDescription()
    assert said.startswith("train, ")
    assert "(joined)" in said
    assert "After raw" in said


def test_several_nodes_are_counted_and_named(qtbot: QtBot) -> None:
    view = shown(qtbot, small())

    view.session.select(["raw", "prepare"])

    qtbot.waitUntil(lambda: view.accessibleDescription() == "2 nodes are selected: prepare, raw")


def test_nothing_selected_says_nothing(qtbot: QtBot) -> None:
    view = shown(qtbot, small())
    view.session.select(["raw"])
    qtbot.waitUntil(lambda: bool(view.accessibleDescription()))

    view.session.select(())

    qtbot.waitUntil(lambda: not view.accessibleDescription())


def test_a_node_says_in_which_frame_and_in_which_nested_graph_it_stands(qtbot: QtBot) -> None:
    document = small()
    nodes = {**document.nodes, "train": replace(document.nodes["train"], inside="prepare")}
    frames = (Frame(id="learning", title="Learning", nodes=("train",)),)
    view = shown(qtbot, replace(document, nodes=nodes, frames=frames))

    assert view.speaking.details("train").endswith("In Learning. In prepare")
    assert "In " not in view.speaking.details("raw").replace("Inputs", "")
