import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from designer.gui.fields.choice_field import ChoiceField
from designer.gui.fields.multiline_field import MultilineField
from designer.gui.fields.number_field import NumberField
from designer.gui.fields.request_field import RequestField
from designer.gui.fields.spec import FieldSpec
from designer.gui.fields.text_field import TextField
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


def test_required_members_have_editors_by_their_types(qtbot: QtBot) -> None:
    field = _field(qtbot)
    field.show_members(request_members(operation("sqs", "ReceiveMessage")))
    field.show_value({"MaxNumberOfMessages": 3, "AttributeNames": ["All"]})
    told: list[object] = []
    field.edited.connect(told.append)
    queue, most = field.form.fields["QueueUrl"], field.form.fields["MaxNumberOfMessages"]
    assert isinstance(queue, TextField)
    assert isinstance(most, NumberField)

    qtbot.keyClicks(queue.line, "q")
    most.line.selectAll()
    qtbot.keyClicks(most.line, "5")

    assert told[-1] == {"MaxNumberOfMessages": 5, "AttributeNames": ["All"], "QueueUrl": "q"}
    assert json.loads(field.area.toPlainText()) == told[-1]


def test_flags_and_enums_are_chosen_and_a_member_that_is_emptied_is_taken_away(qtbot: QtBot) -> None:
    field = _field(qtbot)
    field.show_members(request_members(operation("ecs", "RunTask")))
    field.show_value({"taskDefinition": "score", "launchType": "EC2", "enableExecuteCommand": True})
    told: list[object] = []
    field.edited.connect(told.append)
    launch, command = field.form.fields["launchType"], field.form.fields["enableExecuteCommand"]
    assert isinstance(launch, ChoiceField)
    assert isinstance(command, ChoiceField)
    assert command.box.currentText() == "true"
    assert "FARGATE" in [launch.box.itemText(row) for row in range(launch.box.count())]

    for choice, key in ((launch, Qt.Key.Key_Delete), (command, Qt.Key.Key_F)):
        choice.box.setFocus()
        qtbot.keyClick(choice.box, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        qtbot.keyClick(choice.box, key)
    qtbot.keyClicks(command.box, "alse")

    assert told[-1] == {"taskDefinition": "score", "enableExecuteCommand": False}
    assert "launchType" in field.form.fields


def test_what_is_written_as_json_is_shown_in_the_form(qtbot: QtBot) -> None:
    field = _field(qtbot)

    field.area.setPlainText('{"TableName": "runs", "Item": {"id": {"S": "${execution.id}"}}}')

    table, item = field.form.fields["TableName"], field.form.fields["Item"]
    assert isinstance(table, TextField)
    assert isinstance(item, MultilineField)
    assert table.line.text() == "runs"
    assert json.loads(item.area.toPlainText()) == {"id": {"S": "${execution.id}"}}


def test_another_operation_has_a_form_of_its_own(qtbot: QtBot) -> None:
    field = _field(qtbot)
    field.show_value(None)

    field.show_members(request_members(operation("sqs", "SendMessage")))

    assert list(field.form.fields) == ["QueueUrl", "MessageBody"]


def test_the_tab_key_goes_through_the_form_as_it_stands(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    rows = QVBoxLayout(window)
    above, field, below = QLineEdit(), _field(qtbot), QLineEdit()
    for widget in (above, field, below):
        rows.addWidget(widget)
    window.show()
    field.show_value({"TableName": "runs"})

    table, item = field.form.fields["TableName"].focusProxy(), field.form.fields["Item"].focusProxy()
    stops = [above, table, item, field.button, field.area, below]
    passed: list[QWidget | None] = [above]
    following = above.nextInFocusChain()
    while following is not above and following is not None:
        passed += [following] if following in stops else []
        following = following.nextInFocusChain()

    assert passed == stops


def test_text_that_is_no_json_yet_is_never_written_over(qtbot: QtBot) -> None:
    field = _field(qtbot)
    field.area.setPlainText('{"TableName": ')

    field.button.click()

    assert field.chooser is None
    assert field.area.toPlainText() == '{"TableName": '
