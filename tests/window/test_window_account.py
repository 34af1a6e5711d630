"""Deploying to the sandbox and running there, through the dialogs of the window."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from designer.gui.canvas.looks import RunMark
from tests.window.conftest import Opened

pytestmark = [pytest.mark.window, pytest.mark.slow, pytest.mark.qt_log_ignore("This plugin does not support")]


def test_a_pipeline_is_planned_deployed_and_run_in_the_sandbox_and_shown_on_the_canvas(
    opened: Opened, qtbot: QtBot
) -> None:
    window = opened.window
    window.actions_by_id["deploy"].trigger()
    dialog = window.delivering.deploy_dialog
    assert dialog is not None

    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(dialog.deploy.isEnabled, timeout=120_000)
    planned = dialog.table.rowCount()
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Deployed" in dialog.state.text(), timeout=120_000)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    window.actions_by_id["run"].trigger()
    run = window.running.dialog
    assert run is not None
    qtbot.mouseClick(run.run, Qt.MouseButton.LeftButton)
    runs = window.panels.runs
    qtbot.waitUntil(lambda: any(status == "succeeded" for _, status in runs.statuses()), timeout=120_000)

    assert planned > 0
    assert window.canvas.canvas.nodes["train"].look.marks.run is RunMark.SUCCEEDED


def test_a_stack_that_is_there_already_can_be_run_after_its_empty_plan(opened: Opened, qtbot: QtBot) -> None:
    window = opened.window
    window.actions_by_id["deploy"].trigger()
    dialog = window.delivering.deploy_dialog
    assert dialog is not None
    qtbot.mouseClick(dialog.plan, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(dialog.deploy.isEnabled, timeout=120_000)
    qtbot.mouseClick(dialog.deploy, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Deployed" in dialog.state.text(), timeout=120_000)
    window.running.forget()
    dialog.show_state("")

    qtbot.mouseClick(dialog.plan, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Deployed" in dialog.state.text(), timeout=120_000)
    dialog.reject()
    window.actions_by_id["run"].trigger()

    assert window.running.dialog is not None
