"""Lists, maps, unions and records inside a setting: rows that come, go and move, by mouse and by keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from designer.catalog.kinds.aws_call import AwsCallSettings
from designer.catalog.kinds.tuning import TuningSettings
from designer.catalog.tasks import TaskSettings
from designer.gui.fields.field import SettingField
from designer.gui.fields.inner_field import inner_field
from designer.gui.fields.map_field import MapField
from designer.gui.fields.multiline_field import MultilineField
from designer.gui.fields.number_field import NumberField
from designer.gui.fields.place import Place
from designer.gui.fields.request_specs import spec_of
from designer.gui.fields.rows_field import RowsField
from designer.gui.fields.spec import specs_of
from designer.gui.fields.structure_field import StructureField
from designer.gui.fields.switch_field import SwitchField
from designer.gui.fields.text_field import TextField
from designer.gui.fields.union_field import UnionField
from designer.shapes.operations import operation
from designer.shapes.skeletons import request_members

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

ETA: dict[str, object] = {"name": "eta", "low": 0.1, "high": 0.5}
DEPTH: dict[str, object] = {"name": "max_depth", "type": "integer", "low": 1, "high": 10}
GAMMA: dict[str, object] = {"name": "gamma", "low": 0, "high": 5}


def _ranges(qtbot: QtBot, *values: object) -> RowsField:
    spec = next(one for one in specs_of(TuningSettings) if one.name == "ranges")
    field = inner_field(spec)
    assert isinstance(field, RowsField)
    _open(qtbot, field, list(values))
    return field


def _member(qtbot: QtBot, service: str, action: str, name: str) -> SettingField:
    member = next(one for one in request_members(operation(service, action)) if one.name == name)
    field = inner_field(spec_of(member))
    _open(qtbot, field, None)
    return field


def _open(qtbot: QtBot, field: SettingField, value: object) -> None:
    qtbot.addWidget(field)
    field.show_value(value)
    field.show()
    field.activateWindow()
    qtbot.waitUntil(field.isActiveWindow)


def _told(field: SettingField) -> list[object]:
    told: list[object] = []
    field.edited.connect(told.append)
    return told


def _names(field: RowsField) -> list[str]:
    return [row.place.summary.text().split(",")[0] for row in field.rows]


def test_an_entry_is_added_by_enter_and_opens_at_its_first_member(qtbot: QtBot) -> None:
    field = _ranges(qtbot, ETA)
    told = _told(field)
    field.button.setFocus()

    qtbot.keyClick(field.button, Qt.Key.Key_Return)
    name = QApplication.focusWidget()
    assert name is not None
    qtbot.keyClicks(name, "g")

    assert told == [[ETA, {}], [ETA, {"name": "g"}]]
    assert name.accessibleName() == "Name, entry 2 of Ranges"


def test_delete_removes_the_row_of_the_focused_button_and_goes_on_to_the_next(qtbot: QtBot) -> None:
    field = _ranges(qtbot, ETA, DEPTH, GAMMA)
    told = _told(field)
    field.rows[2].place.open()
    field.rows[1].remove.setFocus()

    qtbot.keyClick(field.rows[1].remove, Qt.Key.Key_Delete)

    assert told == [[ETA, GAMMA]]
    assert field.rows[1].place.is_open
    assert QApplication.focusWidget() is field.rows[1].remove
    assert field.rows[1].remove.accessibleName() == "Remove entry 2 of Ranges"


def test_a_moved_row_keeps_what_is_open_and_the_focus(qtbot: QtBot) -> None:
    field = _ranges(qtbot, ETA, DEPTH, GAMMA)
    told = _told(field)
    moved = field.rows[0]
    moved.place.open()
    moved.down.setFocus()

    qtbot.keyClick(moved.down, Qt.Key.Key_Return)
    qtbot.keyClick(moved.down, Qt.Key.Key_Return)

    assert told == [[DEPTH, ETA, GAMMA], [DEPTH, GAMMA, ETA]]
    assert field.rows[2] is moved
    assert moved.place.is_open
    assert not moved.down.isEnabled()
    assert QApplication.focusWidget() is moved.up


def test_rows_that_stay_keep_what_is_open_when_another_list_is_shown(qtbot: QtBot) -> None:
    field = _ranges(qtbot, ETA, DEPTH)
    field.rows[1].place.open()
    last = field.rows[1]

    field.show_value([GAMMA, ETA, DEPTH])
    field.show_value([ETA, DEPTH])

    assert field.rows[1] is last
    assert last.place.is_open
    assert _names(field)[0] == "name: eta"


def test_a_record_has_labels_help_choices_numbers_and_units(qtbot: QtBot) -> None:
    spec = next(one for one in specs_of(TaskSettings) if one.name == "retry_rules")
    field = inner_field(spec)
    assert isinstance(field, RowsField)
    _open(qtbot, field, [{"errors": ["States.Timeout"]}])
    told = _told(field)
    field.rows[0].place.open()
    record = field.rows[0].place.field
    assert isinstance(record, StructureField)
    wait = record.places["interval_seconds"]
    assert isinstance(wait.field, NumberField)

    qtbot.keyClicks(wait.field.line, "5")

    assert told == [[{"errors": ["States.Timeout"], "interval_seconds": 5}]]
    assert list(record.places) == [
        "errors",
        "attempts",
        "interval_seconds",
        "backoff_rate",
        "max_delay_seconds",
        "jitter",
    ]
    assert (wait.spec.title, wait.spec.form.unit) == ("Interval", "s")
    assert wait.help.text() == "How long to wait before the first time."
    assert not record.button.isVisible()


def test_a_record_that_is_none_is_kept_as_json(qtbot: QtBot) -> None:
    field = _ranges(qtbot, ETA, "${prepare.range}")
    told = _told(field)

    field.rows[0].place.open()
    record = field.rows[0].place.field
    assert isinstance(record, StructureField)
    name = record.places["name"].field
    assert isinstance(name, TextField)
    qtbot.keyClicks(name.line, "2")

    assert told == [[{**ETA, "name": "eta2"}, "${prepare.range}"]]


def test_an_entry_of_a_map_is_part_of_it_as_soon_as_it_has_a_name(qtbot: QtBot) -> None:
    field = _member(qtbot, "dynamodb", "UpdateItem", "Key")
    assert isinstance(field, MapField)
    told = _told(field)

    qtbot.keyClick(field.button, Qt.Key.Key_Return)
    qtbot.keyClicks(field.entries[0].line, "id")
    assert told == []
    qtbot.keyClick(field.entries[0].line, Qt.Key.Key_Return)
    field.entries[0].place.open()
    value = field.entries[0].place.field
    assert isinstance(value, UnionField)
    value.box.setFocus()
    qtbot.keyClick(value.box, Qt.Key.Key_Down)
    qtbot.keyClick(value.box, Qt.Key.Key_Return)

    assert told[0] == {"id": {}}
    assert field.entries[0].remove.accessibleName() == "Remove id in Key"


def test_a_name_that_a_map_holds_already_is_not_taken(qtbot: QtBot) -> None:
    field = _member(qtbot, "dynamodb", "UpdateItem", "Key")
    assert isinstance(field, MapField)
    field.show_value({"id": {"S": "a"}, "day": {"S": "b"}})
    told = _told(field)
    line = field.entries[1].line

    line.selectAll()
    qtbot.keyClicks(line, "id")
    qtbot.keyClick(line, Qt.Key.Key_Return)

    assert told == []
    assert line.text() == "day"


def test_an_entry_of_a_map_is_renamed_where_it_stands(qtbot: QtBot) -> None:
    field = _member(qtbot, "dynamodb", "UpdateItem", "Key")
    assert isinstance(field, MapField)
    field.show_value({"id": {"S": "a"}, "day": {"S": "b"}})
    told = _told(field)

    field.entries[0].line.selectAll()
    qtbot.keyClicks(field.entries[0].line, "run")
    qtbot.keyClick(field.entries[0].line, Qt.Key.Key_Return)

    assert [list(one.items()) for one in told if isinstance(one, dict)] == [[("run", {"S": "a"}), ("day", {"S": "b"})]]


def test_of_a_union_one_member_is_chosen_and_another_choice_begins_anew(qtbot: QtBot) -> None:
    field = _member(qtbot, "dynamodb", "UpdateItem", "Key")
    assert isinstance(field, MapField)
    field.show_value({"id": {"S": "a"}})
    told = _told(field)
    field.entries[0].place.open()
    value = field.entries[0].place.field
    assert isinstance(value, UnionField)
    assert value.place is not None
    text = value.place.field
    assert isinstance(text, TextField)

    qtbot.keyClick(text.line, Qt.Key.Key_Backspace)
    qtbot.keyClick(text.line, Qt.Key.Key_Delete)
    emptied = told[-1]
    field.show_value(emptied)
    assert value.box.currentText() == "S"
    value.choose("BOOL")

    assert emptied == {"id": {}}
    assert told[-1] == {"id": {"BOOL": False}}


def test_entries_that_begin_alike_share_nothing(qtbot: QtBot) -> None:
    field = _ranges(qtbot)
    told = _told(field)

    field.button.click()
    field.button.click()

    last = told[-1]
    assert isinstance(last, list)
    assert last == [{}, {}]
    assert last[0] is not last[1]


def test_a_click_on_what_is_told_of_a_row_opens_it(qtbot: QtBot) -> None:
    field = _ranges(qtbot, ETA)

    qtbot.mouseClick(field.rows[0].place.summary, Qt.MouseButton.LeftButton)

    assert field.rows[0].place.is_open


def test_a_record_that_was_emptied_is_none(qtbot: QtBot) -> None:
    spec = next(one for one in specs_of(AwsCallSettings) if one.name == "wait")
    field = inner_field(spec)
    assert isinstance(field, StructureField)
    _open(qtbot, field, {"describe": "D"})
    told = _told(field)
    describe = field.places["describe"].field
    assert isinstance(describe, TextField)

    qtbot.keyClick(describe.line, Qt.Key.Key_Backspace)

    assert told == [None]


def test_a_member_that_a_record_has_not_can_be_removed(qtbot: QtBot) -> None:
    field = _ranges(qtbot, {**ETA, "step": 0.1})
    told = _told(field)
    field.rows[0].place.open()
    record = field.rows[0].place.field
    assert isinstance(record, StructureField)
    item = record.places["step"].tools.itemAt(0)
    assert item is not None
    button = item.widget()
    assert button is not None

    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    assert button.accessibleName() == "Remove step, entry 1 of Ranges"
    assert told == [[ETA]]


def test_a_flag_is_written_letter_by_letter(qtbot: QtBot) -> None:
    spec = spec_of(
        next(one for one in request_members(operation("ecs", "RunTask")) if one.name == "enableExecuteCommand")
    )
    place = Place(spec, inner_field)
    qtbot.addWidget(place)
    place.edited.connect(place.show_value)
    place.show()
    switch = place.field
    assert isinstance(switch, SwitchField)

    qtbot.keyClicks(switch.box, "${train.flag}")

    assert place.field is switch
    assert switch.box.currentText() == "${train.flag}"


def test_references_are_offered_in_rows_that_are_opened_later(qtbot: QtBot) -> None:
    field = _ranges(qtbot, ETA)
    field.show_references(["params.Rounds"])

    field.rows[0].place.open()

    record = field.rows[0].place.field
    assert isinstance(record, StructureField)
    name = record.places["name"].field
    assert isinstance(name, TextField)
    qtbot.keyClicks(name.line, "${")
    assert name.references.completer.currentCompletion() == "params.Rounds"


def test_the_tab_key_leaves_a_place_that_is_edited_as_json(qtbot: QtBot) -> None:
    field = _ranges(qtbot, "${prepare.range}", ETA)
    field.rows[0].place.open()
    stand_in = field.rows[0].place.field
    assert isinstance(stand_in, MultilineField)
    stand_in.area.setFocus()

    qtbot.keyClick(stand_in.area, Qt.Key.Key_Tab)

    assert QApplication.focusWidget() is not stand_in.area
    assert stand_in.area.toPlainText() == "${prepare.range}"
