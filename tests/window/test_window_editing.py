"""Editing through the whole window: the inspector, the problems, the code, undo."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from designer.document import edits
from designer.document.model import Edge, Point
from designer.gui.canvas.gestures.place import KIND_MIME
from designer.gui.canvas.items.loose_wire_item import LooseWireItem
from designer.gui.fields.request_field import RequestField
from designer.gui.fields.text_field import TextField
from designer.gui.panels.findings_table import FIX, SENTENCE
from designer.gui.panels.node_page import NodePage
from designer.gui.window import PipelineWindow
from tests.window.conftest import Opened

pytestmark = [pytest.mark.window, pytest.mark.qt_log_ignore("This plugin does not support")]


def page_of(window: PipelineWindow, node: str) -> NodePage:
    window.session.select([node])
    page = window.panels.inspector.page
    assert isinstance(page, NodePage)
    return page


def test_typing_into_a_field_changes_the_document_and_one_undo_takes_it_back(opened: Opened, qtbot: QtBot) -> None:
    window = opened.window
    before = window.session.document
    field = page_of(window, "train").form.rows["instance_type"].field
    assert isinstance(field, TextField)
    field.line.selectAll()

    qtbot.keyClicks(field.line, "ml.c5.xlarge")
    typed = window.session.document.nodes["train"].settings["instance_type"]
    qtbot.keyClick(field.line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert typed == "ml.c5.xlarge"
    assert window.session.document == before
    assert field.line.text() == "ml.m5.large"


def test_an_emptied_field_takes_the_setting_away(opened: Opened, qtbot: QtBot) -> None:
    window = opened.window
    field = page_of(window, "train").form.rows["instance_type"].field
    assert isinstance(field, TextField)

    field.line.selectAll()
    qtbot.keyClick(field.line, Qt.Key.Key_Backspace)

    assert "instance_type" not in window.session.document.nodes["train"].settings


def test_a_wrong_value_becomes_a_problem_and_clicking_it_selects_the_node(opened: Opened, qtbot: QtBot) -> None:
    window = opened.window
    window.session.apply(edits.set_setting(window.session.document, "train", ("instance_type",), "ml.none"), "Set")
    problems = window.panels.problems
    qtbot.waitUntil(lambda: any(one.node == "train" for one in problems.findings), timeout=8_000)
    row = next(row for row, one in enumerate(problems.findings) if one.node == "train")

    where = problems.table.visualRect(problems.model.index(row, SENTENCE)).center()
    qtbot.mouseClick(problems.table.viewport(), Qt.MouseButton.LeftButton, pos=where)

    assert window.session.selection == {"train"}
    assert window.canvas.canvas.nodes["train"].look.marks.errors > 0
    page = window.panels.inspector.page
    assert isinstance(page, NodePage)
    assert page.form.rows["instance_type"].error.text()


def test_a_name_that_is_being_written_is_kept_when_the_selection_is_cleared(opened: Opened, qtbot: QtBot) -> None:
    window = opened.window
    inspector = window.panels.inspector
    window.activateWindow()
    window.session.select(["train"])
    page = inspector.page
    assert isinstance(page, NodePage)
    page.name.setFocus()
    qtbot.waitUntil(page.name.hasFocus)
    page.name.setText("fit")

    window.session.select([])

    assert "fit" in window.session.document.nodes
    assert inspector.node_page is (inspector.page if isinstance(inspector.page, NodePage) else None)


def test_applying_a_fix_removes_the_finding(opened: Opened, qtbot: QtBot) -> None:
    window = opened.window
    twice = edits.connect(window.session.document, Edge(source="customers", source_port="nothing", target="train"))
    window.session.apply(twice, "Join")
    problems = window.panels.problems
    qtbot.waitUntil(lambda: any(one.fix for one in problems.findings), timeout=8_000)
    row = next(row for row, one in enumerate(problems.findings) if one.fix)
    finding = problems.findings[row]
    button = problems.table.indexWidget(problems.model.index(row, FIX))
    assert isinstance(button, QPushButton)

    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: finding.message not in [one.message for one in problems.findings], timeout=8_000)
    assert window.session.undo_stack.undoText() == (finding.fix.title if finding.fix else "")


def test_another_target_gives_other_code(opened: Opened, qtbot: QtBot) -> None:
    window = opened.window
    code = window.panels.code
    window.panels.open("code")
    qtbot.waitUntil(lambda: bool(code.text.toPlainText()))
    first = code.text.toPlainText()

    window.actions_by_id["target_2"].trigger()
    qtbot.waitUntil(lambda: code.text.toPlainText() != first, timeout=8_000)

    assert window.live.target == window.tools.targets.itemData(1)
    assert '"StartAt"' in code.text.toPlainText()


def test_a_kind_dropped_onto_the_canvas_becomes_a_node(opened: Opened) -> None:
    view = opened.window.canvas
    data = QMimeData()
    data.setData(KIND_MIME, b"condition")
    at = QPointF(view.viewport().rect().bottomLeft()) + QPointF(40, -40)
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier

    for event in (
        QDragEnterEvent(at.toPoint(), Qt.DropAction.CopyAction, data, buttons, keys),
        QDropEvent(at, Qt.DropAction.CopyAction, data, buttons, keys),
    ):
        QApplication.sendEvent(view.viewport(), event)

    assert "condition" in opened.window.session.document.nodes


def test_a_double_click_in_the_palette_adds_a_node_and_selects_it(opened: Opened) -> None:
    window = opened.window

    window.panels.palette.kind_chosen.emit("evaluation")

    assert window.session.selection == {"evaluation"}


def test_the_tab_key_on_the_canvas_offers_kinds_by_name(opened: Opened, qtbot: QtBot) -> None:
    window = opened.window
    window.canvas.setFocus()

    qtbot.keyClick(window.canvas, Qt.Key.Key_Tab)
    chooser = window.adding.chooser
    assert chooser is not None
    qtbot.keyClicks(chooser.line, "register")
    qtbot.keyClick(chooser.line, Qt.Key.Key_Return)

    assert any(node.kind == "register_model" for node in window.session.document.nodes.values())


def test_a_wire_dropped_in_the_open_stays_in_sight_while_one_chooses_what_it_goes_to(
    opened: Opened, qtbot: QtBot
) -> None:
    window = opened.window
    canvas, viewport = window.canvas, window.canvas.viewport()
    item = canvas.canvas.nodes["train"]
    pin = next(pin for pin in item.card.pins if pin.outgoing and pin.port)
    start = canvas.mapFromScene(QPointF(item.at.x + pin.x, item.at.y + pin.y))
    end = start + QPoint(90, 120)

    qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(viewport, start + QPoint(40, 40))
    qtbot.mouseMove(viewport, end)
    qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=end)
    chooser = window.adding.chooser
    assert chooser is not None
    shown = [one for one in canvas.canvas.items() if isinstance(one, LooseWireItem)]
    qtbot.keyClick(chooser.line, Qt.Key.Key_Escape)

    assert len(shown) == 1
    assert not any(isinstance(one, LooseWireItem) for one in canvas.canvas.items())


def test_a_renamed_node_keeps_its_edges_and_stays_selected(opened: Opened, qtbot: QtBot) -> None:
    window = opened.window
    page = page_of(window, "train")

    page.name.selectAll()
    qtbot.keyClicks(page.name, "fit")
    qtbot.keyClick(page.name, Qt.Key.Key_Return)

    assert [edge.target for edge in window.session.document.edges] == ["fit"]
    assert window.session.selection == {"fit"}


def test_the_dark_theme_reaches_the_canvas_at_once(opened: Opened) -> None:
    window = opened.window

    window.actions_by_id["theme_dark"].trigger()

    assert window.canvas.canvas.theme.dark
    assert window.settings.value("theme") == "dark"
    window.actions_by_id["theme_light"].trigger()


def test_a_call_of_any_service_offers_services_operations_and_members(opened: Opened, qtbot: QtBot) -> None:
    window = opened.window
    window.canvas.editing.add("aws_call", QPointF(0, 300))
    form = page_of(window, "aws-call").form
    service, operation = form.rows["service"].field, form.rows["operation"].field
    assert isinstance(service, TextField)
    assert isinstance(operation, TextField)
    qtbot.waitUntil(lambda: service.line.completer() is not None, timeout=8_000)

    qtbot.keyClicks(service.line, "dynamodb")
    qtbot.waitUntil(lambda: operation.line.completer() is not None, timeout=8_000)
    qtbot.keyClicks(operation.line, "PutItem")
    request = form.rows["request"].field
    assert isinstance(request, RequestField)
    qtbot.waitUntil(lambda: bool(request.members), timeout=8_000)

    assert request.form is not None
    table = request.form.places["TableName"].field
    assert isinstance(table, TextField)
    qtbot.keyClicks(table.line, "runs")

    settings = window.session.document.nodes["aws-call"].settings
    assert settings == {"service": "dynamodb", "operation": "PutItem", "request": {"TableName": "runs"}}


def test_the_request_of_a_node_is_folded_out_and_follows_its_settings(opened: Opened, qtbot: QtBot) -> None:
    window = opened.window
    page = page_of(window, "train")
    page.request.toggle.click()
    qtbot.waitUntil(lambda: '"InstanceType": "ml.m5.large"' in page.request.text.toPlainText(), timeout=8_000)

    window.session.apply(edits.set_setting(window.session.document, "train", ("instance_type",), "ml.c5.xlarge"), "Set")

    qtbot.waitUntil(lambda: '"InstanceType": "ml.c5.xlarge"' in page.request.text.toPlainText(), timeout=8_000)
    assert page.request.text.toPlainText().startswith("sagemaker CreateTrainingJob")


def test_the_size_of_an_instance_type_stands_beside_it(opened: Opened, qtbot: QtBot) -> None:
    row = page_of(opened.window, "train").form.rows["instance_type"]

    qtbot.waitUntil(lambda: row.counter.text() == "2 vCPU, 8 GB", timeout=8_000)
    assert isinstance(row.field, TextField)
    completer = row.field.line.completer()
    assert completer is not None
    completer.setCompletionPrefix("p3.2x")
    assert completer.currentCompletion() == "ml.p3.2xlarge"
    shown = completer.completionModel().index(0, 0).data()
    assert shown == "ml.p3.2xlarge   8 vCPU, 61 GB, 1 GPU"


def test_nodes_are_arranged_by_one_edit(opened: Opened, qtbot: QtBot) -> None:
    window = opened.window
    before = edits.move_nodes(window.session.document, {"train": Point(-400, 300)})
    window.session.apply(before, "Move")

    window.actions_by_id["arrange"].trigger()
    qtbot.waitUntil(lambda: window.session.document is not before)

    places = {node.id: node.position for node in window.session.document.nodes.values()}
    assert places["customers"] is not None
    assert places["train"] is not None
    assert places["customers"].x < places["train"].x
    window.session.undo()
    assert window.session.document == before


def test_an_edit_made_while_nodes_are_arranged_stays_and_the_window_says_so(opened: Opened, qtbot: QtBot) -> None:
    window = opened.window

    window.actions_by_id["arrange"].trigger()
    edited = edits.move_nodes(window.session.document, {"train": Point(-400, 300)})
    window.session.apply(edited, "Move")
    qtbot.waitUntil(lambda: bool(window.statusBar().currentMessage()))

    assert window.session.document is edited
    assert "not arranged" in window.statusBar().currentMessage()
