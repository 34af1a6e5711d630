"""What is said aloud of what happens in the window, and where a reader finds itself afterwards."""

import json
from contextlib import nullcontext
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from designer.aws.runs import RunRecord, RunStatus
from designer.aws.stacks import ChangeSetRecord
from designer.deployment.model import Change, Plan
from designer.document.edits import remove_nodes
from designer.document.model import Parameter
from designer.gui.announcing import Notice, announce
from designer.gui.canvas.accessible.installing import install_interfaces
from designer.gui.canvas.inline_editor import InlineEditor
from designer.gui.canvas.looks import RunMark
from designer.gui.dialogs.refusal_box import RefusalBox
from designer.gui.panels.node_page import NodePage
from designer.gui.panels.pipeline_page import PipelinePage
from designer.gui.theme.theme import LIGHT_THEME
from designer.gui.window import PipelineWindow
from tests.unit.gui.canvas.accessible.hearing import ANNOUNCEMENT, FOCUS, Heard, listening
from tests.window.conftest import Opened

pytestmark = [pytest.mark.window, pytest.mark.qt_log_ignore("This plugin does not support")]


@pytest.fixture(scope="module", autouse=True)
def installed(qapp: QApplication) -> None:
    install_interfaces()


def said(heard: list[Heard]) -> list[str]:
    return [event.about for event in heard if event.sort == ANNOUNCEMENT]


def focused(heard: list[Heard]) -> list[str]:
    return [event.about for event in heard if event.sort == FOCUS]


def go_to_canvas(window: PipelineWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    window.canvas.setFocus()
    qtbot.waitUntil(window.canvas.hasFocus)


def test_what_stands_in_the_status_bar_is_said(opened: Opened) -> None:
    with listening() as heard:
        opened.window.tell("Saved")

    assert said(heard) == ["Saved"]


def test_undoing_says_what_was_undone(opened: Opened, qtbot: QtBot) -> None:
    window = opened.window
    window.session.apply(remove_nodes(window.session.document, {"train"}), "Delete train")

    with listening() as heard:
        window.actions_by_id["undo"].trigger()
        qtbot.waitUntil(lambda: said(heard) == ["Undone: Delete train"])
        window.actions_by_id["redo"].trigger()
        qtbot.waitUntil(lambda: said(heard)[1:] == ["Done again: Delete train"])


def test_an_edit_says_what_was_done_to_what(opened: Opened, qtbot: QtBot) -> None:
    window = opened.window
    go_to_canvas(window, qtbot)
    window.session.select(["train"])

    with listening() as heard:
        window.actions_by_id["delete"].trigger()
        qtbot.waitUntil(lambda: said(heard) == ["Done: Delete: train"])


def test_what_is_moved_into_a_map_is_said(opened: Opened, qtbot: QtBot) -> None:
    window = opened.window
    window.canvas.editing.add("map", QPointF(0, 400))
    go_to_canvas(window, qtbot)
    window.session.select(["map", "train"])

    with listening() as heard:
        window.actions_by_id["move_into_map"].trigger()
        qtbot.waitUntil(lambda: bool(said(heard)))

    assert said(heard)[-1].startswith("Done: Move into map: train")


def test_a_new_frame_is_said_once_its_title_has_been_left_as_it_was(opened: Opened, qtbot: QtBot) -> None:
    window = opened.window
    go_to_canvas(window, qtbot)
    window.session.select(["train"])

    with listening() as heard:
        window.actions_by_id["frame"].trigger()
        qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), InlineEditor))
        qtbot.wait(500)
        while_writing = said(heard)
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: len(said(heard)) > len(while_writing))

    assert "Done: Frame: train" not in while_writing
    assert said(heard)[-1] == "Done: Frame: train"


def test_a_node_that_is_moved_says_where_it_is_and_what_it_lies_over(opened: Opened, qtbot: QtBot) -> None:
    window = opened.window
    canvas = window.canvas
    go_to_canvas(window, qtbot)
    window.session.select(["customers", "train"])
    canvas.editing.nudge(QPointF(8, 0))
    window.session.select(["train"])
    there, here = canvas.canvas.nodes["customers"].at, canvas.canvas.nodes["train"].at

    with listening() as heard:
        canvas.editing.nudge(QPointF(0, -320))
        canvas.editing.nudge(QPointF(there.x - here.x + 32, there.y - here.y + 320))
        place = f"{there.x + 32:.0f}, {there.y:.0f}"
        qtbot.waitUntil(lambda: bool(said(heard)))

    assert said(heard) == [f"Done: Move: train. {place}. Over customers"]


def writing_a_name(opened: Opened, qtbot: QtBot) -> NodePage:
    """Put the focus into the line with the name of a node, and return the page that it is on."""
    opened.window.activateWindow()
    opened.window.session.select(["train"])
    page = opened.window.panels.inspector.page
    assert isinstance(page, NodePage)
    page.name.setFocus()
    qtbot.waitUntil(page.name.hasFocus)
    return page


def test_what_is_written_in_a_form_is_not_said_again(opened: Opened, qtbot: QtBot) -> None:
    window, page = opened.window, writing_a_name(opened, qtbot)
    QApplication.processEvents()

    with listening() as heard:
        page.edited.emit("volume_gb", 40)
        qtbot.wait(400)

    assert window.session.undo_stack.count() == 1
    assert said(heard) == []


def test_what_the_outline_says_itself_is_not_said_again(opened: Opened, qtbot: QtBot) -> None:
    window = opened.window
    panel = window.panels.outline
    window.panels.open("outline")
    window.activateWindow()
    panel.tree.setFocus()
    qtbot.waitUntil(panel.tree.hasFocus)

    with listening() as heard:
        panel.chosen.emit(frozenset({"train"}))
        qtbot.waitUntil(lambda: bool(said(heard)))
        window.session.select(["customers"])
        qtbot.waitUntil(lambda: len(said(heard)) > 1)

    first, second = said(heard)
    assert first.startswith("ml.m5.large. Inputs: ")
    assert second.startswith("customers, S3 data. ")


def test_a_reader_that_comes_to_a_list_is_led_to_its_row(opened: Opened, qtbot: QtBot) -> None:
    window = opened.window
    window.panels.open("outline")
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)

    with listening() as heard:
        window.enter(window.panels.docks["outline"])
        qtbot.waitUntil(lambda: focused(heard)[-1:] == ["customers, S3 data"])


def test_a_reader_that_comes_to_a_table_of_a_dialog_is_led_to_its_row(opened: Opened, qtbot: QtBot) -> None:
    window = opened.window
    window.actions_by_id["shortcuts"].trigger()
    dialog = window.shortcuts.dialog
    assert dialog is not None
    dialog.activateWindow()
    dialog.line.setFocus()
    qtbot.waitUntil(dialog.line.hasFocus)

    with listening() as heard:
        qtbot.keyClick(dialog.line, Qt.Key.Key_Tab)
        qtbot.waitUntil(lambda: focused(heard)[-1:] == ["New"])

    assert "Keyboard Shortcuts" in focused(heard)
    dialog.close()


def test_a_reader_that_comes_to_the_plan_is_led_to_its_first_change(opened: Opened, qtbot: QtBot) -> None:
    window = opened.window
    window.actions_by_id["deploy"].trigger()
    dialog = window.delivering.deploy_dialog
    assert dialog is not None
    dialog.activateWindow()
    dialog.stack.setFocus()
    qtbot.waitUntil(dialog.stack.hasFocus)
    change = Change(action="Add", logical_id="Pipeline", type="AWS::SageMaker::Pipeline")
    change_set = ChangeSetRecord(id="c", stack="churn", changes=())
    dialog.show_plan(Plan(stack="churn", is_new=True, changes=(change,), change_set=change_set, assets_bucket=""))

    with listening() as heard:
        qtbot.keyClick(dialog.stack, Qt.Key.Key_Tab)
        qtbot.waitUntil(lambda: focused(heard)[-1:] == ["Add"])

    assert dialog.table.selectionModel().hasSelection()
    dialog.close()


def test_a_node_says_how_its_run_went(opened: Opened) -> None:
    window = opened.window
    window.canvas.marking.show_run({"train": RunMark.FAILED})

    assert window.canvas.speaking.details("train").startswith("Run: failed. ")


def test_a_node_says_why_its_run_failed(opened: Opened) -> None:
    window = opened.window
    window.canvas.marking.show_run({"train": RunMark.FAILED}, {"train": "No rows."})

    assert window.canvas.speaking.details("train").startswith("Run: failed. No rows. ")


def test_who_asks_for_the_runs_is_led_to_the_newest(opened: Opened, qtbot: QtBot) -> None:
    window = opened.window
    window.panels.runs.show_run(RunRecord(id="run-1", status=RunStatus.FAILED))
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)

    with listening() as heard:
        window.actions_by_id["runs"].trigger()
        qtbot.waitUntil(lambda: focused(heard)[-1:] == ["run-1"])


def test_an_import_says_what_was_drawn(opened: Opened, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "three.json"
    path.write_text(json.dumps({"StartAt": "Prepare", "States": {"Prepare": {"Type": "Pass", "End": True}}}))
    opened.asking.path = path

    with listening() as heard:
        opened.window.actions_by_id["import"].trigger()
        qtbot.waitUntil(lambda: "Imported three.json: 1 node. Save it to keep it." in said(heard), timeout=10_000)


def test_a_menu_begins_at_its_first_action_for_a_reader_alone(opened: Opened) -> None:
    window = opened.window
    window.session.select(["train"])
    begun = []

    for heard in (listening(), nullcontext()):
        with heard:
            pressed = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
            QApplication.sendEvent(window.canvas, pressed)
            menu = window.context_menu.menu
            assert menu is not None
            begun.append(menu.activeAction())
            menu.close()

    assert begun == [window.actions_by_id["edit_settings"], None]


def test_who_asks_for_problems_hears_that_there_are_none(opened: Opened) -> None:
    opened.window.panels.problems.show_findings([])

    with listening() as heard:
        opened.window.actions_by_id["problems"].trigger()

    assert said(heard) == ["No problems"]


def test_who_asks_for_the_inspector_of_several_nodes_hears_what_stands_there(opened: Opened) -> None:
    opened.window.session.select(["customers", "train"])
    QApplication.processEvents()

    with listening() as heard:
        opened.window.actions_by_id["inspector"].trigger()

    assert said(heard)[0].startswith("2 nodes are selected.")


def test_what_is_said_in_a_dialog_belongs_to_the_window_below(opened: Opened) -> None:
    window = opened.window
    window.actions_by_id["export"].trigger()
    dialog = window.delivering.export_dialog
    assert dialog is not None

    with listening() as heard:
        dialog.show_result("Written")
        announce(dialog.folder, "Chosen")

    assert said(heard) == ["Written", "Chosen"]
    assert dialog.findChildren(Notice) == []
    dialog.close()


def test_a_refusal_is_said(qtbot: QtBot) -> None:
    box = RefusalBox(LIGHT_THEME)
    qtbot.addWidget(box)

    with listening() as heard:
        box.show_problem(ValueError("no"))

    assert said(heard) == ["ValueError: no"]


def test_nothing_is_said_of_what_only_holds_the_canvas(opened: Opened) -> None:
    centre = QAccessible.queryAccessibleInterface(opened.window.centre)

    assert centre.role() == QAccessible.Role.Client
    assert opened.window.canvas in [centre.child(index).object() for index in range(centre.childCount())]


def test_the_focus_goes_to_the_canvas_when_the_form_that_had_it_is_gone(opened: Opened, qtbot: QtBot) -> None:
    window = opened.window
    writing_a_name(opened, qtbot)

    window.session.apply(remove_nodes(window.session.document, {"train"}), "Delete")

    assert window.focusWidget() is window.canvas


def test_the_focus_goes_beside_a_button_that_can_no_more_be_pressed(opened: Opened, qtbot: QtBot) -> None:
    window = opened.window
    window.activateWindow()
    page = window.panels.inspector.page
    assert isinstance(page, PipelinePage)
    page.parameters.put.emit(Parameter(name="Depth", type="Integer", default=5))
    page.parameters.table.setCurrentCell(0, 0)
    page.parameters.remove.setFocus()
    qtbot.waitUntil(page.parameters.remove.hasFocus)

    qtbot.keyClick(page.parameters.remove, Qt.Key.Key_Space)

    assert not page.parameters.remove.isEnabled()
    assert window.focusWidget() is page.parameters.add
