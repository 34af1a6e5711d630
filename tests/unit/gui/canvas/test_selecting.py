"""Selecting, and what is done to the selection."""

from dataclasses import replace

from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from designer.document.model import Frame, Point
from tests.unit.gui.canvas.drive import LEFT, click, drag, middle, pixel, press_key, shown
from tests.unit.gui.canvas.sample import churn, data, flow, small

CTRL = Qt.KeyboardModifier.ControlModifier
JOINED = (data("raw", "data", "prepare", "input"), data("prepare", "train", "train", "train"))


def test_a_rectangle_selects_the_nodes_that_it_touches(qtbot: QtBot) -> None:
    view = shown(qtbot, small())

    drag(view, (-40, -60), (400, 60))

    assert view.session.selection == {"raw", "prepare"}


def test_a_click_with_ctrl_adds_to_the_selection_and_takes_away_again(qtbot: QtBot) -> None:
    view = shown(qtbot, small())
    click(view, middle(view, "raw"))

    click(view, middle(view, "train"), CTRL)
    both = view.session.selection
    click(view, middle(view, "raw"), CTRL)

    assert both == {"raw", "train"}
    assert view.session.selection == {"train"}


def test_a_click_on_one_of_several_selected_nodes_selects_it_alone(qtbot: QtBot) -> None:
    view = shown(qtbot, small())
    view.session.select({"raw", "prepare"})

    click(view, middle(view, "raw"))

    assert view.session.selection == {"raw"}


def test_a_click_on_the_bare_canvas_selects_nothing(qtbot: QtBot) -> None:
    view = shown(qtbot, small())
    view.session.select({"raw"})

    click(view, (200, 400))

    assert view.session.selection == frozenset()


def test_what_is_selected_looks_selected(qtbot: QtBot) -> None:
    view = shown(qtbot, small())

    view.session.select({"raw"})

    assert {node_id for node_id, item in view.canvas.nodes.items() if item.look.selected} == {"raw"}


def test_a_clicked_wire_is_removed_by_the_delete_key(qtbot: QtBot) -> None:
    view = shown(qtbot, replace(small(), edges=JOINED))
    start, end = view.canvas.edges[JOINED[0]].ends

    click(view, ((start.x + end.x) / 2, (start.y + end.y) / 2))
    press_key(view, Qt.Key.Key_Delete)

    assert view.session.document.edges == JOINED[1:]


def test_deleting_a_node_takes_its_wires_along_and_undo_brings_both_back(qtbot: QtBot) -> None:
    document = replace(small(), edges=JOINED)
    view = shown(qtbot, document)
    view.session.select({"prepare"})

    press_key(view, Qt.Key.Key_Delete)
    wires = len(view.canvas.edges)
    press_key(view, Qt.Key.Key_Z, CTRL)

    assert wires == 0
    assert view.session.document == document
    assert set(view.canvas.edges) == set(JOINED)


def test_shift_delete_joins_what_came_before_to_what_came_after(qtbot: QtBot) -> None:
    document = replace(small(), edges=(flow("raw", "prepare"), flow("prepare", "train")))
    view = shown(qtbot, document)
    view.session.select({"prepare"})

    press_key(view, Qt.Key.Key_Delete, Qt.KeyboardModifier.ShiftModifier)

    assert view.session.document.edges == (flow("raw", "train"),)


def test_copied_nodes_are_pasted_with_the_wires_among_them(qtbot: QtBot) -> None:
    view = shown(qtbot, replace(small(), edges=JOINED))
    view.session.select({"raw", "prepare"})

    press_key(view, Qt.Key.Key_C, CTRL)
    press_key(view, Qt.Key.Key_V, CTRL)

    assert view.session.selection == {"raw-2", "prepare-2"}
    assert data("raw-2", "data", "prepare-2", "input") in view.session.document.edges
    assert view.session.document.nodes["raw-2"].position == Point(32, 32)


def test_cut_nodes_come_back_by_pasting(qtbot: QtBot) -> None:
    view = shown(qtbot, small())
    view.session.select({"train"})

    press_key(view, Qt.Key.Key_X, CTRL)
    without = set(view.session.document.nodes)
    view.editing.paste(QPointF(8, 400))

    assert without == {"raw", "prepare"}
    assert view.session.document.nodes["train"].position == Point(8, 400)


def test_pasting_something_else_says_that_there_are_no_nodes(qtbot: QtBot, qapp: object) -> None:
    from PySide6.QtGui import QGuiApplication

    view = shown(qtbot, small())
    QGuiApplication.clipboard().setText("just some words: [")
    said: list[str] = []
    view.message.connect(said.append)

    press_key(view, Qt.Key.Key_V, CTRL)

    assert said == ["There are no nodes on the clipboard."]
    assert view.session.undo_stack.count() == 0


def test_a_duplicate_takes_the_same_inputs(qtbot: QtBot) -> None:
    view = shown(qtbot, replace(small(), edges=JOINED))
    view.session.select({"prepare"})

    press_key(view, Qt.Key.Key_D, CTRL)

    assert data("raw", "data", "prepare-2", "input") in view.session.document.edges


def test_everything_is_selected_by_one_key(qtbot: QtBot) -> None:
    view = shown(qtbot, churn())

    press_key(view, Qt.Key.Key_A, CTRL)

    assert view.session.selection == set(churn().nodes)
    assert view.picking.notes == {"why"}


def test_selected_nodes_get_a_frame(qtbot: QtBot) -> None:
    view = shown(qtbot, small())
    view.session.select({"prepare", "raw"})

    press_key(view, Qt.Key.Key_G, CTRL)

    assert view.session.document.frames == (Frame(id="frame-1", title="Stage", nodes=("raw", "prepare")),)
    assert view.canvas.frames["frame-1"].body().contains(view.canvas.nodes["raw"].body())


def test_bypassing_a_node_and_taking_it_in_again(qtbot: QtBot) -> None:
    view = shown(qtbot, small())
    view.session.select({"prepare"})

    press_key(view, Qt.Key.Key_B, CTRL)
    bypassed = view.session.document.nodes["prepare"].bypassed
    press_key(view, Qt.Key.Key_B, CTRL)

    assert bypassed
    assert not view.session.document.nodes["prepare"].bypassed


def test_a_double_click_on_a_node_asks_to_open_it_and_elsewhere_to_add_one(qtbot: QtBot) -> None:
    view = shown(qtbot, small())
    opened: list[str] = []
    asked: list[QPointF] = []
    view.node_activated.connect(opened.append)
    view.add_requested.connect(lambda at, _: asked.append(at))

    QTest.mouseDClick(view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, pixel(view, *middle(view, "raw")))
    QTest.mouseDClick(view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, pixel(view, 200, 400))

    assert opened == ["raw"]
    assert [(round(at.x()), round(at.y())) for at in asked] == [(200, 400)]
    assert view.session.undo_stack.count() == 0


def test_the_wires_of_the_selected_node_stand_out_and_those_of_others_do_not(qtbot: QtBot) -> None:
    view = shown(qtbot, replace(small(), edges=JOINED))

    click(view, middle(view, "train"))
    of_train = {edge for edge, wire in view.canvas.edges.items() if wire.beside_selected}
    click(view, middle(view, "raw"))
    of_raw = {edge for edge, wire in view.canvas.edges.items() if wire.beside_selected}

    assert of_train == {edge for edge in view.canvas.edges if "train" in {edge.source, edge.target}}
    assert of_raw == {edge for edge in view.canvas.edges if "raw" in {edge.source, edge.target}}
    assert of_train != of_raw
