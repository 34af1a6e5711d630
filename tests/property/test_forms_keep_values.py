"""Whatever a request holds, its form shows it so that the same is read from every editor again."""

import json
from collections.abc import Iterator, Mapping

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from designer.gui.fields.choice_field import ChoiceField
from designer.gui.fields.field import SettingField
from designer.gui.fields.inner_field import inner_field
from designer.gui.fields.map_field import MapField
from designer.gui.fields.multiline_field import MultilineField
from designer.gui.fields.number_field import NumberField
from designer.gui.fields.place import Place
from designer.gui.fields.request_specs import specs_of_members
from designer.gui.fields.rows_field import RowsField
from designer.gui.fields.spec import FieldSpec, Inside
from designer.gui.fields.structure_field import StructureField
from designer.gui.fields.table_field import TableField
from designer.gui.fields.text_field import TextField
from designer.gui.fields.union_field import UnionField
from designer.shapes.operations import operation
from designer.shapes.skeletons import RequestMember, entry_inside, members_inside, request_members

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

_OPERATIONS = (
    ("dynamodb", "UpdateItem"),
    ("dynamodb", "TransactWriteItems"),
    ("events", "PutEvents"),
    ("sagemaker", "CreateTrainingJob"),
    ("sqs", "SendMessage"),
    ("ecs", "RunTask"),
    ("glue", "StartJobRun"),
    ("bedrock-runtime", "Converse"),
    ("s3control", "CreateJob"),
)
_DEEPEST = 4
_MOST = 3
_TEXTS = st.sampled_from(
    (
        "a",
        "two words",
        "${train.model}",
        "s3://${params.Bucket}/x",
        "true",
        "5",
        "{",
        '"q"',
        " edge ",
        "two\nlines",
        "",
        "\u2028",
    )
)
_ODD = st.sampled_from((None, 0, 1.5, True, [], {}, [1, "a", None], {"Nobody": {"knows": [True]}}, "${a.b}", "5"))


def values_of(member: RequestMember, depth: int) -> st.SearchStrategy[object]:
    """Give what a member may hold, and now and then what it may not."""
    return st.one_of(_right(member, depth), _right(member, depth), _right(member, depth), _ODD)


def _right(member: RequestMember, depth: int) -> st.SearchStrategy[object]:
    if member.type in {"structure", "union"}:
        return _structure(members_inside(member), depth, most=1 if member.type == "union" else _MOST)
    entry = entry_inside(member)
    if entry is not None and depth >= _DEEPEST:
        return st.just([] if member.type == "list" else {})
    if entry is not None and member.type == "list":
        return st.lists(values_of(entry, depth + 1), max_size=_MOST)
    if entry is not None:
        return st.dictionaries(_TEXTS, values_of(entry, depth + 1), max_size=_MOST)
    if member.type == "boolean":
        return st.booleans()
    if member.type in {"integer", "long"}:
        return st.integers()
    if member.type in {"float", "double"}:
        return st.floats(allow_nan=False, allow_infinity=False)
    return st.sampled_from(member.choices) if member.choices else _TEXTS


def _structure(members: tuple[RequestMember, ...], depth: int, most: int) -> st.SearchStrategy[object]:
    if depth >= _DEEPEST or not members:
        return st.just({})
    by_name = {one.name: one for one in members}
    chosen = st.lists(st.sampled_from(list(by_name)), max_size=most, unique=True)
    return chosen.flatmap(
        lambda names: st.fixed_dictionaries({name: values_of(by_name[name], depth + 1) for name in names})
    )


@st.composite
def requests(draw: st.DrawFn) -> tuple[tuple[RequestMember, ...], Mapping[str, object]]:
    members = request_members(operation(*draw(st.sampled_from(_OPERATIONS))))
    request = draw(_structure(members, 0, most=_MOST + 1))
    assert isinstance(request, Mapping)
    return members, request


def _places(field: SettingField) -> Iterator[Place]:
    match field:
        case StructureField():
            yield from field.places.values()
        case RowsField():
            yield from (row.place for row in field.rows)
        case MapField():
            yield from (entry.place for entry in field.entries)
        case UnionField() if field.place is not None:
            yield field.place


def _leaves(field: SettingField) -> Iterator[SettingField]:
    """Open every place that holds something, and give the editors that hold no others."""
    found = False
    for place in _places(field):
        found = True
        if place.summary.text() != "not set" or not place.is_nested:
            place.open()
        if place.field is not None:
            yield from _leaves(place.field)
    if not found:
        yield field


def _touch(field: SettingField) -> bool:
    """Write a letter into an editor that is not empty, and take it away again."""
    match field:
        case TextField() | NumberField():
            return _touch_line(field.line)
        case ChoiceField():
            line = field.box.lineEdit()
            return line is not None and _touch_line(line)
        case MultilineField():
            return _touch_area(field.area)
        case TableField():
            return _touch_cell(field)
    return False


def _touch_line(line: QLineEdit) -> bool:
    if not line.text():
        return False
    line.end(False)
    QTest.keyClicks(line, "x")
    line.backspace()
    return True


def _touch_area(area: QPlainTextEdit) -> bool:
    if not area.toPlainText():
        return False
    cursor = area.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.End)
    cursor.insertText("x")
    cursor.deletePreviousChar()
    return True


def _touch_cell(field: TableField) -> bool:
    item = field.table.item(0, 1)
    if item is None or not item.text():
        return False
    text = item.text()
    item.setText(f"{text}x")
    item.setText(text)
    return True


def _exact(value: object) -> str:
    return json.dumps(value, sort_keys=True)


@pytest.mark.slow
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=150)
@given(given_request=requests())
def test_what_a_form_shows_is_read_from_it_again(
    qapp: QApplication, given_request: tuple[tuple[RequestMember, ...], Mapping[str, object]]
) -> None:
    members, request = given_request
    inside = Inside(specs=lambda: specs_of_members(members))
    form = StructureField(FieldSpec(name="request", title="Request", editor="structure", inside=inside), inner_field)
    told: list[object] = []
    form.edited.connect(told.append)

    form.show_value(request)
    for leaf in list(_leaves(form)):
        before = len(told)
        if _touch(leaf) and len(told) > before:
            assert _exact(told[-1]) == _exact(request), type(leaf).__name__

    form.deleteLater()
