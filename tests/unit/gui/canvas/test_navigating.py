from dataclasses import replace

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from designer.graph.aligning import Side
from tests.unit.gui.canvas.drive import press_key, shown
from tests.unit.gui.canvas.sample import data, small

_SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_an_arrow_key_goes_to_the_next_node_and_selects_it(qtbot: QtBot) -> None:
    view = shown(qtbot, small())

    press_key(view, Qt.Key.Key_Right)
    first = view.session.selection
    press_key(view, Qt.Key.Key_Right)

    assert [first, view.session.selection] == [{"raw"}, {"prepare"}]
    assert view.session.undo_stack.count() == 0


def test_shift_keeps_what_was_selected_and_goes_on_from_the_newest(qtbot: QtBot) -> None:
    view = shown(qtbot, small())

    press_key(view, Qt.Key.Key_Right)
    press_key(view, Qt.Key.Key_Right, _SHIFT)
    press_key(view, Qt.Key.Key_Right, _SHIFT)

    assert view.session.selection == {"raw", "prepare", "train"}


def test_a_node_out_of_sight_is_brought_into_view(qtbot: QtBot) -> None:
    view = shown(qtbot, small())
    view.zoom.to(4.0)
    view.go_to("raw")

    press_key(view, Qt.Key.Key_Right)

    seen = view.mapToScene(view.viewport().rect()).boundingRect()
    assert seen.intersects(view.canvas.nodes["prepare"].body())


def test_return_opens_the_selected_node(qtbot: QtBot) -> None:
    view = shown(qtbot, small())
    view.session.select(["train"])

    with qtbot.waitSignal(view.node_activated) as told:
        press_key(view, Qt.Key.Key_Return)

    assert told.args == ["train"]


def test_what_comes_before_and_after_is_selected(qtbot: QtBot) -> None:
    view = shown(qtbot, replace(small(), edges=(data("raw", "data", "train", "train"),)))
    view.session.select(["train"])

    view.navigating.select_upstream()
    before = view.session.selection
    view.session.select(["raw"])
    view.navigating.select_downstream()

    assert before == view.session.selection == {"raw", "train"}
    view.session.select(["prepare"])
    view.navigating.select_connected()
    assert view.session.selection == {"prepare"}


def test_aligning_is_one_edit(qtbot: QtBot) -> None:
    view = shown(qtbot, small())
    view.session.select(["raw", "prepare", "train"])

    view.tidying.align(Side.LEFT)

    assert {view.session.document.nodes[name].position.x for name in view.session.selection} == {0}  # type: ignore[union-attr]
    assert view.session.undo_stack.count() == 1
    view.session.undo()
    assert view.session.document == small()


def test_equal_gaps_are_one_edit(qtbot: QtBot) -> None:
    view = shown(qtbot, small())
    view.session.select(["raw", "prepare", "train"])

    view.tidying.distribute(across=True)

    assert view.session.undo_stack.count() <= 1
    places = [view.canvas.nodes[name].at.x for name in ("raw", "prepare", "train")]
    assert places[1] - places[0] == places[2] - places[1]


def test_one_node_cannot_be_aligned(qtbot: QtBot) -> None:
    view = shown(qtbot, small())
    view.session.select(["raw"])

    view.tidying.align(Side.TOP)

    assert view.session.undo_stack.count() == 0
