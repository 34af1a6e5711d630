"""Shortcuts are changed, kept and printed."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from pytestqt.qtbot import QtBot

from designer.gui.actions.table import ACTIONS
from designer.gui.dialogs.shortcuts import ShortcutsDialog
from designer.gui.window import PipelineWindow
from tests.window.conftest import FakeAsking, Opened

pytestmark = [pytest.mark.window, pytest.mark.qt_log_ignore("This plugin does not support")]
_CTRL = Qt.KeyboardModifier.ControlModifier


def dialog_of(window: PipelineWindow) -> ShortcutsDialog:
    window.actions_by_id["shortcuts"].trigger()
    assert window.shortcuts.dialog is not None
    return window.shortcuts.dialog


def press(qtbot: QtBot, dialog: ShortcutsDialog, action: str, key: Qt.Key) -> None:
    edit = dialog.edits[action]
    qtbot.keyClick(edit, key, _CTRL)
    edit.editingFinished.emit()


def test_new_keys_work_the_old_ones_do_not_and_the_next_window_knows(
    opened: Opened, make_window: Callable[[], tuple[PipelineWindow, FakeAsking]], qtbot: QtBot
) -> None:
    window = opened.window
    press(qtbot, dialog_of(window), "duplicate", Qt.Key.Key_J)
    window.session.select(["train"])

    qtbot.keyClick(window.canvas, Qt.Key.Key_D, _CTRL)

    assert list(window.session.document.nodes) == ["customers", "train"]
    assert window.actions_by_id["duplicate"].shortcut() == QKeySequence("Ctrl+J")
    other, _ = make_window()
    assert other.actions_by_id["duplicate"].shortcut() == QKeySequence("Ctrl+J")


def test_keys_that_are_taken_are_refused_with_who_has_them(opened: Opened, qtbot: QtBot) -> None:
    dialog = dialog_of(opened.window)

    press(qtbot, dialog, "duplicate", Qt.Key.Key_S)

    assert dialog.note.text().startswith("Ctrl+S is taken by 'Save'.")
    assert opened.window.actions_by_id["duplicate"].shortcut() == QKeySequence("Ctrl+D")


def test_keys_can_be_taken_away(opened: Opened, qtbot: QtBot) -> None:
    dialog = dialog_of(opened.window)

    dialog.edits["duplicate"].clear()

    qtbot.waitUntil(lambda: opened.window.actions_by_id["duplicate"].shortcut().isEmpty())


def test_everything_can_be_as_at_first_again(opened: Opened, qtbot: QtBot) -> None:
    dialog = dialog_of(opened.window)
    press(qtbot, dialog, "duplicate", Qt.Key.Key_J)

    dialog.reset_button.click()

    assert opened.window.actions_by_id["duplicate"].shortcut() == QKeySequence("Ctrl+D")


def test_actions_are_searched_by_name_and_keys(opened: Opened, qtbot: QtBot) -> None:
    dialog = dialog_of(opened.window)

    qtbot.keyClicks(dialog.line, "ctrl+shift+k")

    table = dialog.table
    left = [table.item(row, 0).text() for row in range(table.rowCount()) if not table.isRowHidden(row)]  # type: ignore[union-attr]
    assert left == ["Change Kind"]


def test_the_list_is_printed(opened: Opened, tmp_path: Path) -> None:
    dialog = dialog_of(opened.window)
    opened.asking.path = tmp_path / "keys"

    dialog.print_button.click()

    assert (tmp_path / "keys.pdf").read_bytes().startswith(b"%PDF")


def test_return_in_the_search_of_the_shortcuts_resets_none(opened: Opened, qtbot: QtBot) -> None:
    window = opened.window
    dialog = dialog_of(window)
    changed: list[str] = []
    dialog.shortcuts["save"] = "Ctrl+U"
    dialog.changed.connect(lambda action, _: changed.append(action))

    qtbot.keyClick(dialog.line, Qt.Key.Key_Return)

    assert not changed


def test_the_keys_that_lead_away_are_not_taken_for_an_action(opened: Opened, qtbot: QtBot) -> None:
    dialog = dialog_of(opened.window)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    edit = dialog.edits["duplicate"]
    edit.setFocus()

    qtbot.keyClick(edit, Qt.Key.Key_Escape)
    led_back_to = dialog.focusWidget()
    edit.setFocus()
    qtbot.keyClick(edit, Qt.Key.Key_Tab)

    assert led_back_to is dialog.table
    assert dialog.focusWidget() is dialog.edits["delete"]
    assert edit.keySequence() == QKeySequence("Ctrl+D")


def test_the_editor_says_which_keys_it_holds(opened: Opened, qtbot: QtBot) -> None:
    dialog = dialog_of(opened.window)
    edit = dialog.edits["duplicate"]
    before = edit.accessibleDescription()

    press(qtbot, dialog, "duplicate", Qt.Key.Key_J)

    assert before == "Ctrl+D"
    assert edit.accessibleDescription() == "Ctrl+J"


def test_the_keys_of_a_row_are_changed_from_the_row(opened: Opened, qtbot: QtBot) -> None:
    dialog = dialog_of(opened.window)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.table.setFocus()
    qtbot.keyClick(dialog.table, Qt.Key.Key_Down)
    action = ACTIONS[dialog.table.currentRow()].id

    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    entered = dialog.focusWidget()
    qtbot.keyClick(entered, Qt.Key.Key_Escape)
    qtbot.keyClick(dialog.table, Qt.Key.Key_Down)

    assert entered is dialog.edits[action]
    assert dialog.isVisible()
    assert dialog.focusWidget() is dialog.table
    assert ACTIONS[dialog.table.currentRow() - 1].id == action


def test_a_search_leaves_the_table_at_a_row_that_is_seen(opened: Opened, qtbot: QtBot) -> None:
    dialog = dialog_of(opened.window)
    dialog.table.setCurrentCell(0, 0)

    qtbot.keyClicks(dialog.line, "change kind")

    assert ACTIONS[dialog.table.currentRow()].id == "change_kind"


def test_a_change_of_keys_is_told(opened: Opened, qtbot: QtBot) -> None:
    dialog = dialog_of(opened.window)
    told = []

    press(qtbot, dialog, "duplicate", Qt.Key.Key_J)
    told.append(dialog.note.text())
    dialog.edits["duplicate"].clear()
    qtbot.waitUntil(lambda: dialog.note.text() not in told)
    told.append(dialog.note.text())
    dialog.reset_button.click()
    told.append(dialog.note.text())

    assert told == [
        "'Duplicate' has the keys Ctrl+J now.",
        "'Duplicate' has no keys now.",
        "All actions have the keys that they had at first.",
    ]


def test_a_row_says_its_keys_as_they_are(opened: Opened, qtbot: QtBot) -> None:
    dialog = dialog_of(opened.window)

    press(qtbot, dialog, "duplicate", Qt.Key.Key_J)

    row = next(row for row, spec in enumerate(ACTIONS) if spec.id == "duplicate")
    held = dialog.table.model().index(row, 2)
    assert held.data(Qt.ItemDataRole.AccessibleTextRole) == "Ctrl+J"


def test_keys_that_are_refused_or_left_by_shift_and_tab_leave_those_that_there_were(
    opened: Opened, qtbot: QtBot
) -> None:
    dialog = dialog_of(opened.window)
    edit = dialog.edits["duplicate"]

    qtbot.keyPress(edit, Qt.Key.Key_Control)
    qtbot.wait(20)
    press(qtbot, dialog, "duplicate", Qt.Key.Key_S)
    qtbot.keyRelease(edit, Qt.Key.Key_Control)
    qtbot.keyPress(edit, Qt.Key.Key_Shift)
    qtbot.wait(20)
    qtbot.keyClick(edit, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    qtbot.wait(20)

    assert edit.keySequence() == QKeySequence("Ctrl+D")
    assert opened.window.actions_by_id["duplicate"].shortcut() == QKeySequence("Ctrl+D")


def test_backspace_takes_keys_away(opened: Opened, qtbot: QtBot) -> None:
    dialog = dialog_of(opened.window)

    qtbot.keyClick(dialog.edits["duplicate"], Qt.Key.Key_Backspace)

    qtbot.waitUntil(lambda: opened.window.actions_by_id["duplicate"].shortcut().isEmpty())


def test_a_reset_leaves_the_keys_alone_that_are_as_at_first(opened: Opened, qtbot: QtBot) -> None:
    dialog = dialog_of(opened.window)
    press(qtbot, dialog, "duplicate", Qt.Key.Key_J)
    changed = []
    for action, edit in dialog.edits.items():
        edit.keySequenceChanged.connect(lambda _, one=action: changed.append(one))

    dialog.reset_button.click()

    assert changed == ["duplicate"]
    assert dialog.edits["duplicate"].keySequence() == QKeySequence("Ctrl+D")
