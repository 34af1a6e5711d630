import json

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from designer.gui.fields.request_field import RequestField
from designer.gui.fields.spec import FieldSpec
from designer.shapes.operations import operation
from designer.shapes.skeletons import request_members

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def _field(qtbot: QtBot) -> RequestField:
    field = RequestField(FieldSpec(name="request", title="Request", editor="request"))
    qtbot.addWidget(field)
    field.show_members(request_members(operation("dynamodb", "PutItem")))
    return field


def test_a_member_that_is_chosen_is_added_and_told(qtbot: QtBot) -> None:
    field = _field(qtbot)
    told: list[object] = []
    field.edited.connect(told.append)

    qtbot.mouseClick(field.button, Qt.MouseButton.LeftButton)
    assert field.chooser is not None
    qtbot.keyClicks(field.chooser.line, "tablename")
    qtbot.keyClick(field.chooser.line, Qt.Key.Key_Return)

    assert json.loads(field.area.toPlainText()) == {"TableName": ""}
    assert told[-1] == {"TableName": ""}


def test_members_that_are_there_stay_and_are_not_offered_again(qtbot: QtBot) -> None:
    field = _field(qtbot)
    field.show_value({"TableName": "runs"})

    field.add("Item")
    field.button.click()

    assert json.loads(field.area.toPlainText()) == {"TableName": "runs", "Item": {}}
    assert field.chooser is not None
    assert not {"TableName", "Item"} & set(field.chooser.visible_ids())
    field.chooser.close()


def test_text_that_is_no_json_yet_is_never_written_over(qtbot: QtBot) -> None:
    field = _field(qtbot)
    field.area.setPlainText('{"TableName": ')

    field.button.click()

    assert field.chooser is None
    assert field.area.toPlainText() == '{"TableName": '
