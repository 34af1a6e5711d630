from dataclasses import replace

from pytestqt.qtbot import QtBot

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
