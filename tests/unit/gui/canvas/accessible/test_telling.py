"""What a screen reader is told when something is selected: nothing twice."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from designer.document.edits import remove_nodes
from designer.gui.canvas.view import CanvasView
from tests.unit.gui.canvas.accessible.hearing import (
    ANNOUNCEMENT,
    DESCRIBED,
    DESCRIPTION,
    FOCUS,
    Heard,
    entries,
    read,
)
from tests.unit.gui.canvas.accessible.sample import furnished
from tests.unit.gui.canvas.drive import press_key, shown

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
PORTS = "Inputs: Train (joined), Validation (free). Outputs: Model (free)"


def gone_into(qtbot: QtBot, heard: list[Heard]) -> CanvasView:
    """Return a canvas with the keyboard focus; what was heard until then is forgotten."""
    view = shown(qtbot, furnished())
    view.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    QApplication.processEvents()
    heard.clear()
    return view


def told(heard: list[Heard]) -> list[Heard]:
    """Return what was heard since the last time, but for what Qt says of the canvas's own description."""
    QApplication.processEvents()
    now = [event for event in heard if event.sort != DESCRIBED]
    heard.clear()
    return now


def test_the_focus_goes_to_the_one_selected_node_which_has_all_there_is_to_say(
    qtbot: QtBot, heard: list[Heard]
) -> None:
    view = gone_into(qtbot, heard)

    view.session.select(["train"])

    assert told(heard) == [Heard(FOCUS, "train, Train model")]
    description = entries(view)["train, Train model"].text(DESCRIPTION)
    assert PORTS in description
    assert "After prepare" in description


def test_the_focus_comes_before_the_canvas_changes_what_it_says_of_itself(qtbot: QtBot, heard: list[Heard]) -> None:
    view = gone_into(qtbot, heard)

    view.session.select(["train"])
    QApplication.processEvents()

    assert [event.sort for event in heard] == [FOCUS, DESCRIBED]
    assert view.accessibleDescription().startswith("train, Train model")


def test_readers_follow_the_arrow_keys_to_nodes_and_wires(qtbot: QtBot, heard: list[Heard]) -> None:
    view = gone_into(qtbot, heard)

    followed: list[str] = []
    go_right = partial(press_key, view, Qt.Key.Key_Right)
    for act in (go_right, go_right, view.navigating.next_wire, go_right):
        act()
        followed += [event.about for event in told(heard) if event.sort == FOCUS]

    nodes = ["raw, S3 data", "prepare, Processing job", "train, Train model"]
    assert followed == [*nodes[:2], "Wire from prepare to train", nodes[2]]


def test_a_note_that_is_picked_has_the_focus(qtbot: QtBot, heard: list[Heard]) -> None:
    view = gone_into(qtbot, heard)

    view.picking.pick(notes=["why"])

    assert told(heard) == [Heard(FOCUS, "Trains every night.")]
    assert read(view).focusChild() is entries(view)["Trains every night."]
    assert [name for name, entry in entries(view).items() if entry.state().focused] == ["Trains every night."]


def test_several_nodes_are_announced_and_the_focus_stays(qtbot: QtBot, heard: list[Heard]) -> None:
    view = gone_into(qtbot, heard)
    view.session.select(["train"])
    told(heard)

    view.session.select(["train", "raw"])

    assert told(heard) == [Heard(ANNOUNCEMENT, "2 nodes are selected: raw, train")]


def test_what_the_canvas_itself_says_is_not_announced_beside_it(qtbot: QtBot, heard: list[Heard]) -> None:
    view = gone_into(qtbot, heard)

    view.session.select(["train", "raw"])
    QApplication.processEvents()

    assert [event.sort for event in heard] == [DESCRIBED]
    assert view.accessibleDescription() == "2 nodes are selected: raw, train"


def test_the_focus_goes_back_to_the_canvas_when_nothing_is_selected(qtbot: QtBot, heard: list[Heard]) -> None:
    view = gone_into(qtbot, heard)
    view.session.select(["train"])
    told(heard)

    press_key(view, Qt.Key.Key_Escape)

    assert told(heard) == [Heard(FOCUS, "Canvas")]
    assert view.accessibleDescription() == ""


def test_the_focus_goes_back_to_the_canvas_when_the_node_is_deleted(qtbot: QtBot, heard: list[Heard]) -> None:
    view = gone_into(qtbot, heard)
    view.session.select(["train"])
    told(heard)

    view.session.apply(remove_nodes(view.session.document, {"train"}), "Delete")

    assert Heard(FOCUS, "Canvas") in told(heard)


def test_what_changes_several_times_in_one_act_is_told_once(qtbot: QtBot, heard: list[Heard]) -> None:
    view = gone_into(qtbot, heard)

    for chosen in (["raw"], [], ["prepare", "raw"], ["train"]):
        view.session.select(chosen)
    assert [event.about for event in told(heard)] == ["train, Train model"]

    view.session.select([])
    view.session.select(["train"])
    assert told(heard) == []


def test_a_node_is_not_told_again_when_a_note_is_picked_beside_it(qtbot: QtBot, heard: list[Heard]) -> None:
    view = gone_into(qtbot, heard)
    view.session.select(["train"])
    told(heard)

    view.picking.pick(notes=["why"])

    assert told(heard) == []


def test_all_is_announced_while_the_focus_is_elsewhere(qtbot: QtBot, heard: list[Heard]) -> None:
    view = gone_into(qtbot, heard)
    view.clearFocus()
    told(heard)

    view.session.select(["train"])

    (only,) = told(heard)
    assert only.sort == ANNOUNCEMENT
    assert only.about.startswith("train, Train model")
    assert PORTS in only.about
    assert "After prepare" in only.about


def test_nobody_is_told_while_nobody_listens(qtbot: QtBot, heard: list[Heard]) -> None:
    view = gone_into(qtbot, heard)
    QAccessible.setActive(False)
    view.session.select(["train"])

    assert told(heard) == []
    assert view.accessibleDescription().startswith("train, Train model")


def test_a_key_that_leads_nowhere_says_so(qtbot: QtBot, heard: list[Heard]) -> None:
    view = gone_into(qtbot, heard)

    view.session.select(["train"])
    press_key(view, Qt.Key.Key_Right)
    view.navigating.next_wire()
    view.navigating.next_wire()

    said = [event.about for event in heard if event.sort == ANNOUNCEMENT]
    assert said == ["No node that way", "No other wire"]
