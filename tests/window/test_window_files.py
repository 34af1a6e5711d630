"""Files through the whole window: open, save, recover, close, starters, export."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from designer.checking.finding import Severity
from designer.document import edits
from designer.document.files import read_document
from designer.gui.bridge.recovery import autosave_path
from designer.gui.dialogs.asking import Answer
from designer.gui.window import PipelineWindow
from designer.usecases.starters import starters
from tests.window.conftest import PIPELINE, FakeAsking, MakeWindow, Opened

pytestmark = [pytest.mark.window, pytest.mark.qt_log_ignore("This plugin does not support")]
Make = Callable[[], tuple[PipelineWindow, FakeAsking]]


def test_save_writes_the_file_and_clears_the_mark(opened: Opened, qtbot: QtBot) -> None:
    window = opened.window
    window.session.apply(edits.rename_document(window.session.document, "retention"), "Rename")
    marked = window.isWindowModified()

    window.actions_by_id["save"].trigger()
    qtbot.waitUntil(lambda: not window.session.dirty, timeout=10_000)

    assert marked
    assert not window.isWindowModified()
    assert read_document(opened.path).name == "retention"


def test_opening_never_writes(opened: Opened) -> None:
    assert opened.path.read_text() == PIPELINE


def test_a_broken_file_is_told_with_line_and_column_and_the_open_one_stays(opened: Opened, qtbot: QtBot) -> None:
    broken = opened.path.with_name("broken.yaml")
    broken.write_text("format: 1\nname: [broken\n")

    opened.window.filing.open_path(broken)
    qtbot.waitUntil(lambda: bool(opened.asking.told), timeout=10_000)

    assert "broken.yaml, line" in opened.asking.told[0]
    assert "Traceback" not in opened.asking.told[0]
    assert opened.window.session.path == opened.path


@pytest.mark.parametrize("answer", [Answer.STAY, Answer.DISCARD])
def test_what_is_drawn_while_a_file_is_read_is_not_lost_without_a_question(
    make_window: MakeWindow, qtbot: QtBot, tmp_path: Path, answer: Answer
) -> None:
    path = tmp_path / "churn.yaml"
    path.write_text(PIPELINE)
    window, asking = make_window()
    asking.answer = answer

    window.filing.open_path(path)
    window.canvas.editing.add("wait", QPointF(0, 0))
    with qtbot.waitSignal(window.filing.settled, timeout=10_000):
        pass

    assert set(window.session.document.nodes) == ({"wait"} if answer is Answer.STAY else {"customers", "train"})


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ('{"StartAt": "A", "States": {"A": {"Type": "Pass", "End": true}}}', "stepfunctions"),
        ('{"Version": "2020-12-01", "Steps": [{"Name": "a", "Type": "Fail", "Arguments": {}}]}', "sagemaker"),
    ],
)
def test_what_is_imported_is_checked_for_the_engine_that_it_comes_from(
    opened: Opened, qtbot: QtBot, text: str, target: str
) -> None:
    window = opened.window
    definition = opened.path.with_name("definition.json")
    definition.write_text(text)
    window.actions_by_id["target_3"].trigger()

    window.filing.import_path(definition)

    qtbot.waitUntil(lambda: window.live.target == target, timeout=10_000)
    qtbot.waitUntil(lambda: not (window.live.is_waiting or window.background.is_busy), timeout=10_000)
    assert not [one for one in window.panels.problems.findings if one.severity is Severity.ERROR]


def test_the_title_names_the_file_and_the_pipeline(opened: Opened) -> None:
    assert "churn.yaml" in opened.window.windowTitle()


@pytest.mark.parametrize(("answer", "closes"), [(Answer.STAY, False), (Answer.DISCARD, True)])
def test_closing_with_unsaved_changes_asks_first(opened: Opened, answer: Answer, closes: bool) -> None:
    window = opened.window
    window.session.apply(edits.rename_document(window.session.document, "retention"), "Rename")
    opened.asking.answer = answer
    event = QCloseEvent()

    QApplication.sendEvent(window, event)

    assert event.isAccepted() == closes
    assert read_document(opened.path).name == "churn"


def test_closing_can_save_first(opened: Opened) -> None:
    window = opened.window
    window.session.apply(edits.rename_document(window.session.document, "retention"), "Rename")
    opened.asking.answer = Answer.SAVE

    QApplication.sendEvent(window, QCloseEvent())

    assert read_document(opened.path).name == "retention"


def test_unsaved_work_of_the_last_time_is_taken_up_again_where_wished(
    make_window: Make, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "churn.yaml"
    path.write_text(PIPELINE)
    autosave_path(path).write_text(PIPELINE.replace("name: churn", "name: unsaved"))
    window, asking = make_window()
    asking.recovers = True

    window.filing.open_path(path)
    qtbot.waitUntil(lambda: window.session.document.name == "unsaved", timeout=10_000)

    assert window.session.dirty
    assert read_document(path).name == "churn"
    assert asking.found is not None
    assert asking.found.changes


def test_a_starter_is_copied_to_where_one_says_and_opened_without_an_error(
    make_window: Make, tmp_path: Path, qtbot: QtBot
) -> None:
    window, asking = make_window()
    qtbot.waitUntil(lambda: bool(window.cards) and bool(window.live.target), timeout=10_000)
    asking.path = tmp_path / "mine" / "mine.yaml"
    asking.path.parent.mkdir()
    first = starters()[0]

    qtbot.mouseClick(window.welcome.cards.buttons[first.id], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.session.path == asking.path, timeout=8_000)
    qtbot.waitUntil(lambda: bool(window.live.latest.support), timeout=10_000)

    assert asking.told == []
    assert window.panels.problems.findings == ()
    assert window.centre.currentWidget() is window.canvas


def test_an_export_writes_the_definition_of_the_target(opened: Opened, tmp_path: Path, qtbot: QtBot) -> None:
    window = opened.window
    window.actions_by_id["export"].trigger()
    dialog = window.delivering.export_dialog
    assert dialog is not None
    dialog.folder.setText(str(tmp_path / "out"))

    qtbot.mouseClick(dialog.export, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Written" in dialog.outcome.text(), timeout=10_000)
    dialog.reject()

    assert json.loads((tmp_path / "out" / "pipeline.json").read_text())["Steps"]


def test_what_an_export_would_change_is_shown_line_by_line(opened: Opened, qtbot: QtBot) -> None:
    window, code = opened.window, opened.window.panels.code
    window.panels.open("code")
    qtbot.waitUntil(lambda: bool(code.text.toPlainText()), timeout=8_000)
    qtbot.mouseClick(code.changes, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Export the pipeline first" in code.text.toPlainText(), timeout=8_000)

    window.actions_by_id["export"].trigger()
    dialog = window.delivering.export_dialog
    assert dialog is not None
    qtbot.mouseClick(dialog.export, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "as it would be exported now" in code.text.toPlainText(), timeout=8_000)
    dialog.close()
    document = edits.set_setting(window.session.document, "train", ("instance_type",), "ml.c5.xlarge")
    window.session.apply(document, "Set")

    qtbot.waitUntil(lambda: "ml.c5.xlarge" in code.text.toPlainText(), timeout=8_000)
    shown = code.text.toPlainText().splitlines()
    assert [line[0] for line in shown if "InstanceType" in line] == ["-", "+"]
    assert code.text.extraSelections() == []


def test_commands_are_found_by_typing(opened: Opened, qtbot: QtBot) -> None:
    window = opened.window
    window.session.apply(edits.rename_document(window.session.document, "retention"), "Rename")

    window.actions_by_id["command_palette"].trigger()
    chooser = QApplication.activePopupWidget()
    assert chooser is not None
    line = chooser.focusWidget()
    assert line is not None
    qtbot.keyClicks(line, "undo")
    qtbot.keyClick(line, Qt.Key.Key_Return)

    assert window.session.document.name == "churn"
