"""Filling nested forms through the whole window: what is typed is in the document, undone and redone a step at a time."""

from collections.abc import Mapping

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from designer.document import edits
from designer.document.model import Node
from designer.gui.fields.place import Place
from designer.gui.fields.request_field import RequestField
from designer.gui.fields.rows_field import RowsField
from designer.gui.fields.structure_field import StructureField
from designer.gui.fields.text_field import TextField
from designer.gui.panels.findings_table import SENTENCE
from designer.gui.panels.node_page import NodePage
from designer.gui.window import PipelineWindow
from tests.window.conftest import Opened

pytestmark = [pytest.mark.window, pytest.mark.qt_log_ignore("This plugin does not support")]

CALLS = "calls"


def _form(window: PipelineWindow, qtbot: QtBot, service: str, operation: str, request: object) -> StructureField:
    settings = {"service": service, "operation": operation, "request": request}
    document = edits.add_node(window.session.document, Node(id=CALLS, kind="aws_call", settings=settings))
    window.session.apply(document, "Add")
    window.session.select([CALLS])
    page = window.panels.inspector.page
    assert isinstance(page, NodePage)
    field = page.form.rows["request"].field
    assert isinstance(field, RequestField)
    qtbot.waitUntil(lambda: field.form is not None and field.form.isVisible(), timeout=8_000)
    assert field.form is not None
    return field.form


def _request(window: PipelineWindow) -> object:
    return window.session.document.nodes[CALLS].settings["request"]


def _open(place: Place, qtbot: QtBot) -> Place:
    qtbot.mouseClick(place.toggle, Qt.MouseButton.LeftButton)
    return place


def _focused() -> QWidget:
    focused = QApplication.focusWidget()
    assert focused is not None
    return focused


def _add(form: StructureField, name: str, qtbot: QtBot) -> None:
    qtbot.mouseClick(form.button, Qt.MouseButton.LeftButton)
    assert form.chooser is not None
    qtbot.keyClicks(form.chooser.line, name)
    qtbot.keyClick(form.chooser.line, Qt.Key.Key_Return)


def test_a_nested_request_is_filled_undone_and_redone(opened: Opened, qtbot: QtBot) -> None:
    window = opened.window
    form = _form(window, qtbot, "events", "PutEvents", {})
    entries = _open(form.places["Entries"], qtbot).field
    assert isinstance(entries, RowsField)

    qtbot.mouseClick(entries.button, Qt.MouseButton.LeftButton)
    entry = entries.rows[0].place.field
    assert isinstance(entry, StructureField)
    _add(entry, "source", qtbot)
    qtbot.keyClicks(_focused(), "churn")
    _add(entry, "detailtype", qtbot)
    qtbot.keyClicks(_focused(), "trained")

    whole = {"Entries": [{"Source": "churn", "DetailType": "trained"}]}
    assert _request(window) == whole
    stack = window.session.undo_stack
    texts = [stack.text(index) for index in range(1, stack.count())]
    assert texts == [
        "Set request → Entries of calls",
        "Set request → Entries → 1 → Source of calls",
        "Set request → Entries → 1 → DetailType of calls",
    ]
    window.session.undo()
    assert _request(window) == {"Entries": [{"Source": "churn"}]}
    assert list(entry.places) == ["Source"]
    window.session.undo()
    window.session.undo()
    assert _request(window) == {}
    for _ in range(3):
        window.session.redo()
    assert _request(window) == whole
    assert len(entries.rows) == 1


def test_what_the_shape_does_not_know_survives_an_edit_beside_it(opened: Opened, qtbot: QtBot) -> None:
    window = opened.window
    odd: Mapping[str, object] = {"TableName": "r", "Key": "${train.key}", "Surprise": {"deep": [1, None]}}
    form = _form(window, qtbot, "dynamodb", "UpdateItem", odd)
    table = form.places["TableName"].field
    assert isinstance(table, TextField)

    qtbot.keyClicks(table.line, "uns")

    assert _request(window) == {**odd, "TableName": "runs"}
    assert form.places["Key"].summary.text() == "${train.key}"


def test_rows_are_moved_and_removed_by_keys_and_the_panel_stays_where_it_is(opened: Opened, qtbot: QtBot) -> None:
    window = opened.window
    one, two = {"Source": "one"}, {"Source": "two"}
    form = _form(window, qtbot, "events", "PutEvents", {"Entries": [one, two]})
    entries = _open(form.places["Entries"], qtbot).field
    assert isinstance(entries, RowsField)
    bar = window.panels.inspector.area.verticalScrollBar()
    QApplication.processEvents()
    bar.setValue(bar.maximum() // 2)
    place = bar.value()
    entries.rows[0].down.setFocus()

    qtbot.keyClick(entries.rows[0].down, Qt.Key.Key_Return)
    moved = _request(window)
    focused = _focused().accessibleName()
    entries.rows[0].remove.setFocus()
    qtbot.keyClick(entries.rows[0].remove, Qt.Key.Key_Delete)
    QApplication.processEvents()

    assert moved == {"Entries": [two, one]}
    assert focused == "Move entry 2 of Entries up"
    assert _request(window) == {"Entries": [one]}
    assert _focused().accessibleName() == "Remove entry 1 of Entries"
    assert bar.value() == min(place, bar.maximum())
    assert window.session.undo_stack.undoText() == "Remove an entry from request → Entries of calls"


def test_what_aws_would_refuse_is_said_at_the_member(opened: Opened, qtbot: QtBot) -> None:
    window = opened.window
    key = {"id": {"S": "a"}}
    form = _form(window, qtbot, "dynamodb", "UpdateItem", {"TableName": "r", "Key": key, "ReturnValues": "SOME"})

    qtbot.waitUntil(lambda: bool(form.places["ReturnValues"].error.text()), timeout=8_000)

    assert "SOME" in form.places["ReturnValues"].error.text()
    page = window.panels.inspector.page
    assert isinstance(page, NodePage)
    qtbot.waitUntil(lambda: not page.form.rows["request"].error.text(), timeout=8_000)
    assert not page.error.text()


def test_a_problem_that_is_clicked_leads_to_the_member_deep_inside(opened: Opened, qtbot: QtBot) -> None:
    window = opened.window
    request = {"Entries": [{"Source": "one"}, {"Source": "two", "Detail": 5, "Nobody": "x"}]}
    form = _form(window, qtbot, "events", "PutEvents", request)
    problems = window.panels.problems
    place = "request.Entries.1.Nobody"
    qtbot.waitUntil(lambda: any(one.setting == place for one in problems.findings), timeout=8_000)
    row = next(row for row, one in enumerate(problems.findings) if one.setting == place)
    window.session.select([])

    window.panels.open("problems")
    where = problems.table.visualRect(problems.model.index(row, SENTENCE)).center()
    qtbot.mouseClick(problems.table.viewport(), Qt.MouseButton.LeftButton, pos=where)
    qtbot.waitUntil(lambda: form.places["Entries"].is_open, timeout=8_000)

    entries = form.places["Entries"].field
    assert isinstance(entries, RowsField)
    assert [row.place.is_open for row in entries.rows] == [False, True]
    assert _focused().accessibleName() == "Nobody, entry 2 of Entries"


def test_the_tab_key_leads_from_an_open_row_into_it(opened: Opened, qtbot: QtBot) -> None:
    window = opened.window
    form = _form(window, qtbot, "events", "PutEvents", {"Entries": [{"Source": "one"}]})
    entries = _open(form.places["Entries"], qtbot).field
    assert isinstance(entries, RowsField)
    row = entries.rows[0]
    qtbot.keyClick(row.place.toggle, Qt.Key.Key_Return)
    QApplication.processEvents()
    row.remove.setFocus()

    passed: list[str] = []
    while not isinstance(_focused(), QLineEdit):
        qtbot.keyClick(_focused(), Qt.Key.Key_Tab)
        passed.append(_focused().accessibleName())

    assert passed == ["Remove Source, entry 1 of Entries", "Source, entry 1 of Entries"]


def test_the_form_of_another_call_of_the_same_operation_is_filled_in_closed(opened: Opened, qtbot: QtBot) -> None:
    window = opened.window
    form = _form(window, qtbot, "events", "PutEvents", {"Entries": [{"Source": "one"}]})
    _open(form.places["Entries"], qtbot)
    settings = {"service": "events", "operation": "PutEvents", "request": {"Entries": [{"Source": "two"}]}}
    window.session.apply(
        edits.add_node(window.session.document, Node(id="again", kind="aws_call", settings=settings)), "Add"
    )

    window.session.select(["again"])
    qtbot.waitUntil(form.isVisible, timeout=8_000)

    assert not form.places["Entries"].is_open
    assert form.places["Entries"].summary.text() == "{Source}"
