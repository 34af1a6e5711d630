import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from designer.gui.fields.multiline_field import MultilineField, code_field, list_field
from designer.gui.fields.spec import FieldSpec

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

SPEC = FieldSpec(name="resources", title="Resources", editor="list")


def _shown(qtbot: QtBot, field: MultilineField) -> MultilineField:
    qtbot.addWidget(field)
    field.show_references(["params.Rounds", "prepare.train"])
    field.show()
    field.activateWindow()
    field.area.setFocus()
    qtbot.waitUntil(field.area.hasFocus)
    return field


def test_a_reference_in_a_line_of_a_list_is_completed(qtbot: QtBot) -> None:
    field = _shown(qtbot, list_field(SPEC))
    told: list[object] = []
    field.edited.connect(told.append)
    field.area.setPlainText("one")
    field.area.moveCursor(field.area.textCursor().MoveOperation.End)

    qtbot.keyClick(field.area, Qt.Key.Key_Return)
    qtbot.keyClicks(field.area, "at ${ro")
    offered = QApplication.activePopupWidget()
    assert offered is not None
    qtbot.keyClick(offered, Qt.Key.Key_Down)
    qtbot.keyClick(offered, Qt.Key.Key_Return)
    qtbot.keyClicks(field.area, "!")

    assert told[-1] == ["one", "at ${params.Rounds}!"]


def test_enter_with_nothing_offered_begins_a_new_line(qtbot: QtBot) -> None:
    field = _shown(qtbot, list_field(SPEC))

    qtbot.keyClicks(field.area, "${nobody")
    assert QApplication.activePopupWidget() is None
    qtbot.keyClick(field.area, Qt.Key.Key_Return)

    assert field.area.toPlainText() == "${nobody\n"


def test_in_code_nothing_is_offered(qtbot: QtBot) -> None:
    field = _shown(qtbot, code_field(SPEC))

    qtbot.keyClicks(field.area, "${pa")

    assert QApplication.activePopupWidget() is None
