"""Moving nodes and notes."""

from dataclasses import replace

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from designer.document.model import Point
from tests.unit.gui.canvas.drive import click, drag, middle, press_key, shown
from tests.unit.gui.canvas.sample import churn, data, small


def test_dragging_a_node_moves_it_onto_the_grid_as_one_edit(qtbot: QtBot) -> None:
    view = shown(qtbot, small())
    x, y = middle(view, "train")

    drag(view, (x, y), (x + 53, y - 30))

    assert view.session.document.nodes["train"].position == Point(696, 208)
    assert view.session.undo_stack.count() == 1


def test_the_alt_key_lets_a_node_stand_off_the_grid(qtbot: QtBot) -> None:
    view = shown(qtbot, small())
    x, y = middle(view, "train")

    drag(view, (x, y), (x + 53, y - 30), modifier=Qt.KeyboardModifier.AltModifier)
    position = view.session.document.nodes["train"].position

    assert position in {Point(693, 210), Point(696, 208)}


def test_all_selected_nodes_move_together(qtbot: QtBot) -> None:
    view = shown(qtbot, small())
    view.session.select({"raw", "prepare"})
    x, y = middle(view, "raw")

    drag(view, (x, y), (x, y + 80))

    positions = [view.session.document.nodes[node_id].position for node_id in ("raw", "prepare", "train")]
    assert positions == [Point(0, 80), Point(320, 80), Point(640, 240)]


def test_a_click_without_movement_is_no_edit(qtbot: QtBot) -> None:
    view = shown(qtbot, small())

    click(view, middle(view, "raw"))

    assert view.session.selection == {"raw"}
    assert view.session.undo_stack.count() == 0


def test_escape_puts_a_dragged_node_back(qtbot: QtBot) -> None:
    view = shown(qtbot, small())
    x, y = middle(view, "train")

    drag(view, (x, y), (x + 80, y), let_go=False)
    press_key(view, Qt.Key.Key_Escape)

    assert view.canvas.nodes["train"].at.x == 640
    assert view.session.undo_stack.count() == 0


def test_wires_follow_a_node_while_it_is_dragged(qtbot: QtBot) -> None:
    view = shown(qtbot, replace(small(), edges=(data("raw", "data", "prepare", "input"),)))
    wire = next(iter(view.canvas.edges.values()))
    x, y = middle(view, "prepare")

    drag(view, (x, y), (x + 80, y + 80), let_go=False)

    assert wire.ends[1] == Point(400, 116)


def test_arrow_keys_with_alt_nudge_the_selection_and_count_as_one_edit(qtbot: QtBot) -> None:
    view = shown(qtbot, small())
    view.session.select({"raw"})

    for _ in range(3):
        press_key(view, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)

    assert view.session.document.nodes["raw"].position == Point(24, 0)
    assert view.session.undo_stack.count() == 1


def test_a_loose_node_dropped_on_a_wire_is_set_into_it(qtbot: QtBot) -> None:
    document = small()
    document = replace(document, edges=(data("raw", "data", "train", "train"),))
    view = shown(qtbot, document)
    wire = view.canvas.edges[document.edges[0]]
    start, end = wire.ends
    x, y = middle(view, "prepare")
    view.session.select({"prepare"})

    drag(view, (x, y), ((start.x + end.x) / 2, (start.y + end.y) / 2))

    assert set(view.session.document.edges) == {
        data("raw", "data", "prepare", "input"),
        data("prepare", "train", "train", "train"),
    }


def test_dragging_the_title_of_a_frame_moves_what_is_in_it(qtbot: QtBot) -> None:
    view = shown(qtbot, churn())
    frame = view.canvas.frames["release"]
    before = {node_id: view.canvas.nodes[node_id].at.x for node_id in frame.frame.nodes}
    view.centerOn(frame.body().center())
    corner = frame.title_rect().topLeft()
    start = (corner.x() + 60, corner.y() + 12)

    drag(view, start, (start[0] + 40, start[1]))

    after = {node_id: view.canvas.nodes[node_id].at.x for node_id in frame.frame.nodes}
    assert after == {node_id: x + 40 for node_id, x in before.items()}


def test_a_note_is_moved_by_the_mouse(qtbot: QtBot) -> None:
    view = shown(qtbot, churn())
    view.centerOn(view.canvas.notes["why"].body().center())
    centre = view.canvas.notes["why"].body().center()

    drag(view, (centre.x(), centre.y()), (centre.x() + 64, centre.y()))

    assert view.session.document.notes[0].position == Point(64, -168)
