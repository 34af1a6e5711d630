import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from designer.gui.fields.reference_completer import ReferenceCompleter

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def _line(qtbot: QtBot) -> tuple[QLineEdit, ReferenceCompleter]:
    line = QLineEdit()
    qtbot.addWidget(line)
    completer = ReferenceCompleter(line)
    completer.show_references(["params.Rounds", "prepare.train"])
    return line, completer


def test_a_reference_that_is_chosen_takes_the_place_of_what_was_typed(qtbot: QtBot) -> None:
    line, completer = _line(qtbot)
    told: list[str] = []
    line.textEdited.connect(told.append)
    line.setText("s3://bucket/${rou/x")
    line.setCursorPosition(len("s3://bucket/${rou"))

    assert completer.begun() == "rou"
    completer.completer.activated.emit("params.Rounds")

    assert line.text() == "s3://bucket/${params.Rounds}/x"
    assert line.cursorPosition() == len("s3://bucket/${params.Rounds}")
    assert told == [line.text()]


def test_a_brace_that_is_there_is_not_written_twice(qtbot: QtBot) -> None:
    line, completer = _line(qtbot)
    line.setText("${}")
    line.setCursorPosition(2)

    completer.completer.activated.emit("prepare.train")

    assert line.text() == "${prepare.train}"


def test_outside_of_a_reference_nothing_is_offered(qtbot: QtBot) -> None:
    line, completer = _line(qtbot)
    for text in ("plain", "${params.Rounds} and", "$${literal"):
        line.setText(text)
        assert completer.begun() is None


def test_what_is_typed_narrows_what_is_offered(qtbot: QtBot) -> None:
    line, completer = _line(qtbot)
    qtbot.keyClicks(line, "${tra")

    assert completer.completer.completionCount() == 1
    assert completer.completer.currentCompletion() == "prepare.train"
    popup = completer.completer.popup()
    assert popup is not None
    popup.hide()
