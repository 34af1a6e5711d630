import json

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from designer.gui.fields.choice_field import ChoiceField
from designer.gui.fields.map_field import MapField
from designer.gui.fields.multiline_field import MultilineField
from designer.gui.fields.number_field import NumberField
from designer.gui.fields.request_field import RequestField
from designer.gui.fields.spec import FieldSpec
from designer.gui.fields.structure_field import StructureField
from designer.gui.fields.switch_field import SwitchField
from designer.gui.fields.text_field import TextField
from designer.gui.fields.union_field import UnionField
from designer.shapes.operations import operation
from designer.shapes.skeletons import request_members

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def _field(qtbot: QtBot, service: str = "dynamodb", name: str = "PutItem") -> RequestField:
    field = RequestField(FieldSpec(name="request", title="Request", editor="request"))
    qtbot.addWidget(field)
    field.show_members(request_members(operation(service, name)))
    return field


def _form(field: RequestField) -> StructureField:
    assert field.form is not None
    return field.form


def _told(field: RequestField) -> list[object]:
    told: list[object] = []
    field.edited.connect(told.append)
    return told


def test_a_member_that_is_chosen_is_added_and_told(qtbot: QtBot) -> None:
    field = _field(qtbot)
    told = _told(field)
    form = _form(field)

    qtbot.mouseClick(form.button, Qt.MouseButton.LeftButton)
    assert form.chooser is not None
    qtbot.keyClicks(form.chooser.line, "returnvalues")
    qtbot.keyClick(form.chooser.line, Qt.Key.Key_Return)

    assert told == [{"ReturnValues": "NONE"}]
    field.as_json.click()
    assert json.loads(field.area.toPlainText()) == told[-1]


def test_members_that_are_seen_are_not_offered_again(qtbot: QtBot) -> None:
    field = _field(qtbot)
    field.show_value({"TableName": "runs", "ReturnValues": "NONE"})
    form = _form(field)

    form.button.click()

    assert form.chooser is not None
    assert not {"TableName", "Item", "ReturnValues"} & set(form.chooser.visible_ids())
    form.chooser.close()


def test_members_have_editors_by_their_types(qtbot: QtBot) -> None:
    field = _field(qtbot, "sqs", "ReceiveMessage")
    field.show_value({"MaxNumberOfMessages": 3, "AttributeNames": ["All"]})
    told = _told(field)
    queue, most = _form(field).places["QueueUrl"].field, _form(field).places["MaxNumberOfMessages"].field
    assert isinstance(queue, TextField)
    assert isinstance(most, NumberField)

    qtbot.keyClicks(queue.line, "q")
    most.line.selectAll()
    qtbot.keyClicks(most.line, "5")

    assert told[-1] == {"MaxNumberOfMessages": 5, "AttributeNames": ["All"], "QueueUrl": "q"}
    field.as_json.click()
    assert json.loads(field.area.toPlainText()) == told[-1]


def test_flags_and_enums_are_chosen_and_a_member_that_is_emptied_is_taken_away(qtbot: QtBot) -> None:
    field = _field(qtbot, "ecs", "RunTask")
    field.show_value({"taskDefinition": "score", "launchType": "EC2", "enableExecuteCommand": True})
    told = _told(field)
    launch, command = _form(field).places["launchType"].field, _form(field).places["enableExecuteCommand"].field
    assert isinstance(launch, ChoiceField)
    assert isinstance(command, SwitchField)
    assert command.box.currentText() == "true"
    assert "FARGATE" in [launch.box.itemText(row) for row in range(launch.box.count())]

    for choice, key in ((launch, Qt.Key.Key_Delete), (command, Qt.Key.Key_F)):
        choice.box.setFocus()
        qtbot.keyClick(choice.box, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        qtbot.keyClick(choice.box, key)
    qtbot.keyClicks(command.box, "alse")

    assert told[-1] == {"taskDefinition": "score", "enableExecuteCommand": False}
    assert "launchType" in _form(field).places


def test_a_member_that_may_be_left_out_is_removed_by_its_button(qtbot: QtBot) -> None:
    field = _field(qtbot)
    field.show_value({"TableName": "runs", "ReturnValues": "NONE"})
    told = _told(field)
    button = _form(field).places["ReturnValues"].tools.itemAt(0)
    assert button is not None
    remove = button.widget()
    assert remove is not None

    qtbot.keyClick(remove, Qt.Key.Key_Delete)

    assert remove.accessibleName() == "Remove ReturnValues"
    assert told == [{"TableName": "runs"}]
    assert "ReturnValues" not in _form(field).places


def test_what_is_written_as_json_is_shown_in_the_form(qtbot: QtBot) -> None:
    field = _field(qtbot)
    told = _told(field)

    field.as_json.click()
    field.area.setPlainText('{"TableName": "runs", "Item": {"id": {"S": "${execution.id}"}}}')
    field.as_form.click()

    table, item = _form(field).places["TableName"], _form(field).places["Item"]
    assert isinstance(table.field, TextField)
    assert table.field.line.text() == "runs"
    assert item.summary.text() == "id: {S}"
    assert told == [{"TableName": "runs", "Item": {"id": {"S": "${execution.id}"}}}]


def test_a_structure_that_holds_itself_opens_a_level_at_a_time(qtbot: QtBot) -> None:
    field = _field(qtbot)
    field.show_value({"TableName": "runs", "Item": {"tree": {"M": {"leaf": {"N": "1"}}}}})
    told = _told(field)
    item = _form(field).places["Item"]
    assert item.findChild(MapField) is None

    item.open()
    assert isinstance(item.field, MapField)
    tree = item.field.entries[0].place
    tree.open()
    assert isinstance(tree.field, UnionField)
    assert tree.field.place is not None
    assert tree.field.findChild(MapField) is None
    tree.field.place.open()
    inner = tree.field.place.field
    assert isinstance(inner, MapField)
    leaf = inner.entries[0].place
    leaf.open()
    assert isinstance(leaf.field, UnionField)
    assert leaf.field.place is not None
    assert isinstance(leaf.field.place.field, TextField)
    qtbot.keyClicks(leaf.field.place.field.line, "2")

    assert told == [{"TableName": "runs", "Item": {"tree": {"M": {"leaf": {"N": "12"}}}}}]


def test_what_the_shape_does_not_know_is_kept_and_shown_as_json(qtbot: QtBot) -> None:
    field = _field(qtbot)
    field.show_value({"TableName": ["a"], "Item": "${prepare.item}", "Extra": {"x": 1}})
    told = _told(field)
    form = _form(field)
    table, item, extra = form.places["TableName"].field, form.places["Item"], form.places["Extra"].field
    assert isinstance(table, MultilineField)
    assert isinstance(extra, MultilineField)
    assert item.summary.text() == "${prepare.item}"

    item.open()
    assert isinstance(item.field, MultilineField)
    assert item.field.area.toPlainText() == "${prepare.item}"
    extra.area.setPlainText('{"x": 2}')

    assert json.loads(table.area.toPlainText()) == ["a"]
    assert told == [{"TableName": ["a"], "Item": "${prepare.item}", "Extra": {"x": 2}}]


def test_another_operation_has_a_form_of_its_own(qtbot: QtBot) -> None:
    field = _field(qtbot)
    field.show_value(None)

    field.show_members(request_members(operation("sqs", "SendMessage")))

    assert list(_form(field).places) == ["QueueUrl", "MessageBody"]


def test_the_form_is_kept_for_another_request_of_the_same_operation_and_closed(qtbot: QtBot) -> None:
    field = _field(qtbot)
    field.show_value({"Item": {"id": {"S": "a"}}})
    form = _form(field)
    form.places["Item"].open()

    field.show_members(())
    field.show_value({"Item": {}})
    field.show_members(request_members(operation("dynamodb", "PutItem")))

    assert _form(field) is form
    assert not form.places["Item"].is_open
    assert not form.isHidden()


def test_errors_stand_at_the_member_and_where_it_is_closed_at_what_holds_it(qtbot: QtBot) -> None:
    field = _field(qtbot)
    field.show_value({"TableName": "runs", "Item": {"a.b": {"N": "x"}}})
    item = _form(field).places["Item"]

    left = field.show_errors({"TableName": ("Too short.",), "Item.a.b.N": ("No number.",), "Segment": ("Lost.",)})

    assert _form(field).places["TableName"].error.text() == "Too short."
    assert item.error.text() == "No number."
    assert left == ("Lost.",)
    field.reveal("Item.a.b.N")
    assert isinstance(item.field, MapField)
    value = item.field.entries[0].place.field
    assert isinstance(value, UnionField)
    assert value.place is not None
    assert (item.error.text(), value.place.error.text()) == ("", "No number.")


def test_without_a_known_shape_the_json_is_shown_after_a_moment(qtbot: QtBot) -> None:
    field = RequestField(FieldSpec(name="request", title="Request", editor="request"))
    qtbot.addWidget(field)
    field.show_value({"a": 1})
    field.show()
    assert not field.area.isVisible()

    qtbot.waitUntil(field.area.isVisible)

    assert field.form is None
    assert not field.as_form.isVisible()


def test_a_place_that_is_gone_to_before_the_shape_is_known_is_shown_as_soon_as_it_is(qtbot: QtBot) -> None:
    field = RequestField(FieldSpec(name="request", title="Request", editor="request"))
    qtbot.addWidget(field)
    field.show_value({"Item": {"id": {"S": "a"}}})

    field.reveal("Item.id.S")
    field.show_members(request_members(operation("dynamodb", "PutItem")))

    assert _form(field).places["Item"].is_open


def test_text_that_is_no_json_yet_is_never_written_over(qtbot: QtBot) -> None:
    field = _field(qtbot)
    field.as_json.click()
    field.area.setPlainText('{"TableName": ')

    assert not field.as_form.isEnabled()
    field.as_form.click()
    field.show_members(request_members(operation("dynamodb", "PutItem")))

    assert _form(field).isHidden()
    assert not field.area.isHidden()
    assert field.area.toPlainText() == '{"TableName": '
