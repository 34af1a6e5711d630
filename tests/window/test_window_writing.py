"""Notes and frames get their words where they are made, by keys alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from designer.gui.canvas.inline_editor import InlineEditor
from designer.gui.window import PipelineWindow
from tests.window.conftest import Opened

pytestmark = [pytest.mark.window, pytest.mark.qt_log_ignore("This plugin does not support")]
_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def field_of(window: PipelineWindow) -> QWidget:
    field = window.focusWidget()
    assert isinstance(field, InlineEditor)
    return field


def test_a_new_note_is_written_at_once(opened: Opened, qtbot: QtBot) -> None:
    window = opened.window
    window.canvas.setFocus()

    window.actions_by_id["add_note"].trigger()
    qtbot.keyClicks(field_of(window), "Ask for more data")
    qtbot.keyClick(field_of(window), Qt.Key.Key_Return, _CTRL)

    assert [note.text for note in window.session.document.notes] == ["Ask for more data"]
    assert window.focusWidget() is window.canvas


def test_a_new_frame_is_named_at_once(opened: Opened, qtbot: QtBot) -> None:
    window = opened.window
    window.canvas.setFocus()
    window.session.select(["train"])

    qtbot.keyClick(window.canvas, Qt.Key.Key_G, _CTRL)
    qtbot.keyClicks(field_of(window), "Training")
    qtbot.keyClick(field_of(window), Qt.Key.Key_Return)

    assert [frame.title for frame in window.session.document.frames] == ["Training"]


def test_the_frame_of_the_selected_node_is_renamed_by_keys(opened: Opened, qtbot: QtBot) -> None:
    window = opened.window
    window.canvas.setFocus()
    window.session.select(["train"])
    window.canvas.editing.frame_selection("Training")

    qtbot.keyClick(window.canvas, Qt.Key.Key_F2, _SHIFT)
    qtbot.keyClicks(field_of(window), "Nightly")
    qtbot.keyClick(field_of(window), Qt.Key.Key_Return)

    assert [frame.title for frame in window.session.document.frames] == ["Nightly"]


def test_without_a_frame_the_window_says_what_to_select(opened: Opened, qtbot: QtBot) -> None:
    window = opened.window
    window.canvas.setFocus()
    window.session.select(["train"])

    qtbot.keyClick(window.canvas, Qt.Key.Key_F2, _SHIFT)

    assert "Select a node in a frame" in window.statusBar().currentMessage()
