"""Dropping kinds from the palette."""

from dataclasses import replace

from pytestqt.qtbot import QtBot

from designer.document.model import Point
from tests.unit.gui.canvas.drive import drop_kind, shown
from tests.unit.gui.canvas.sample import data, small


def test_a_dropped_kind_becomes_a_selected_node_around_the_mouse(qtbot: QtBot) -> None:
    view = shown(qtbot, small())

    drop_kind(view, "training", (212, 340))

    node = view.session.document.nodes["training"]
    assert node.position == Point(104, 304)
    assert view.session.selection == {"training"}


def test_a_second_node_of_a_kind_gets_a_number(qtbot: QtBot) -> None:
    view = shown(qtbot, small())

    drop_kind(view, "s3_data", (200, 340))
    drop_kind(view, "s3_data", (200, 440))

    assert {"s3-data", "s3-data-2"} <= set(view.session.document.nodes)


def test_a_kind_dropped_on_a_wire_is_set_into_it(qtbot: QtBot) -> None:
    document = replace(small(), edges=(data("raw", "data", "train", "train"),))
    view = shown(qtbot, document)
    start, end = view.canvas.edges[document.edges[0]].ends

    drop_kind(view, "processing", ((start.x + end.x) / 2, (start.y + end.y) / 2))

    assert set(view.session.document.edges) == {
        data("raw", "data", "processing", "input"),
        data("processing", "train", "train", "train"),
    }
    assert view.session.undo_stack.count() == 1


def test_a_kind_that_nobody_knows_is_not_taken(qtbot: QtBot) -> None:
    view = shown(qtbot, small())

    taken = drop_kind(view, "teleport", (200, 340))

    assert not taken
    assert view.session.document == small()
