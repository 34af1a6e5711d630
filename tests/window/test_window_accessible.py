"""The canvas as a screen reader walks it: a list of nodes, each with its ports."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from designer.checking.finding import Finding, Severity
from designer.document.edits import disconnect, remove_nodes, set_setting
from designer.gui.canvas.accessible.installing import install_interfaces
from designer.gui.canvas.view import CanvasView
from designer.gui.theme.theme import LIGHT_THEME
from tests.window.conftest import Opened

pytestmark = [pytest.mark.window, pytest.mark.qt_log_ignore("This plugin does not support")]
_NAME, _DESCRIPTION = QAccessible.Text.Name, QAccessible.Text.Description
_SPOKEN = (QAccessible.Role.ListItem, QAccessible.Role.StaticText)


@pytest.fixture(scope="module", autouse=True)
def installed(qapp: QApplication) -> None:
    install_interfaces()


@pytest.fixture
def listening() -> Iterator[None]:
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def read(opened: Opened) -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(opened.window.canvas)


def children(parent: QAccessibleInterface) -> list[QAccessibleInterface]:
    return [parent.child(index) for index in range(parent.childCount())]


def nodes(canvas: QAccessibleInterface) -> list[QAccessibleInterface]:
    return [child for child in children(canvas) if child.role() == QAccessible.Role.ListItem and child.childCount()]


def names(parent: QAccessibleInterface) -> list[str]:
    return [child.text(_NAME) for child in children(parent) if child.role() in _SPOKEN]


def test_the_canvas_is_a_list_of_its_nodes(opened: Opened) -> None:
    canvas = read(opened)

    assert canvas.role() == QAccessible.Role.List
    assert canvas.text(_NAME) == "Canvas"
    assert names(canvas) == ["customers, S3 data", "train, Training", "Wire from customers to train"]
    for index, node in enumerate(nodes(canvas)):
        assert node.role() == QAccessible.Role.ListItem
        assert node.parent() is canvas
        assert canvas.indexOfChild(node) == index
        assert canvas.child(index) is node
    assert canvas.child(canvas.childCount()) is None
    assert canvas.child(-1) is None


def test_a_node_tells_what_is_around_it_and_what_is_wrong_with_it(opened: Opened) -> None:
    customers, train = nodes(read(opened))
    finding = Finding(rule="missing", severity=Severity.ERROR, message="Choose a role.", node="train")
    opened.window.canvas.marking.show_findings([finding])

    assert "Before train" in customers.text(_DESCRIPTION)
    assert "After customers" in train.text(_DESCRIPTION)
    assert train.text(_DESCRIPTION).startswith("1 error. ")


def test_a_node_stands_on_the_screen_where_its_card_is(opened: Opened) -> None:
    view = opened.window.canvas
    canvas = read(opened)

    for node, item in zip(nodes(canvas), view.canvas.nodes.values(), strict=True):
        middle = view.viewport().mapToGlobal(view.mapFromScene(item.body().center()))
        corner = view.viewport().mapToGlobal(view.mapFromScene(item.body().topLeft()))
        assert node.rect().contains(middle)
        assert (node.rect().topLeft() - corner).manhattanLength() <= 2
        assert canvas.childAt(middle.x(), middle.y()) is node
        assert canvas.rect().contains(node.rect())
    assert canvas.childAt(canvas.rect().right() - 1, canvas.rect().bottom() - 1) is None
    assert canvas.childAt(-10_000, -10_000) is None


def test_a_node_that_is_scrolled_away_is_off_the_screen(opened: Opened) -> None:
    node = read(opened).child(0)
    shown = bool(node.state().offscreen)

    opened.window.canvas.zoom.fit(opened.window.canvas.canvas.nodes["customers"].body().translated(9_000, 0))

    assert not shown
    assert node.state().offscreen
    assert not node.state().invisible


def test_the_selected_node_is_told_apart(opened: Opened, qtbot: QtBot) -> None:
    window, canvas = opened.window, read(opened)
    customers, train = nodes(canvas)
    window.activateWindow()
    window.canvas.setFocus()
    qtbot.waitUntil(window.canvas.hasFocus)

    window.session.select(["train"])
    assert (bool(customers.state().selected), bool(train.state().selected)) == (False, True)
    assert (bool(customers.state().focused), bool(train.state().focused)) == (False, True)
    assert canvas.focusChild() is train

    window.session.select(["customers", "train"])
    assert customers.state().selected
    assert train.state().selected
    assert not train.state().focused
    assert canvas.focusChild() is None
    assert all(node.state().selectable and node.state().focusable for node in (customers, train))


def test_the_ports_of_a_node_tell_whether_they_are_joined(opened: Opened) -> None:
    session = opened.window.session
    customers, train = nodes(read(opened))
    port = customers.child(0)

    assert names(customers) == ["Output Dataset (joined)"]
    assert names(train) == ["Input Train data (joined)", "Output Model (free)"]
    assert port.parent() is customers
    assert customers.indexOfChild(port) == 0
    assert train.indexOfChild(port) == -1
    middle = port.rect().center()
    assert customers.childAt(middle.x(), middle.y()) is port
    assert abs(middle.x() - customers.rect().right()) <= 2

    session.apply(disconnect(session.document, session.document.edges), "Disconnect")
    assert names(customers) == ["Output Dataset (free)"]


def test_a_port_that_is_no_more_is_given_up(opened: Opened) -> None:
    session = opened.window.session
    train = read(opened).child(1)
    port = children(train)[0]
    number = QAccessible.uniqueId(port)

    session.apply(set_setting(session.document, "train", ("channels",), {"test": "text/csv"}), "Change")

    assert not isValid(port)
    assert QAccessible.accessibleInterface(number) is None
    assert port not in children(train)


@pytest.mark.usefixtures("listening")
def test_a_deleted_node_is_gone_and_comes_back_when_the_deletion_is_undone(opened: Opened) -> None:
    session, canvas = opened.window.session, read(opened)
    train = canvas.child(1)
    number = QAccessible.uniqueId(train)

    session.apply(remove_nodes(session.document, {"train"}), "Delete")
    assert names(canvas) == ["customers, S3 data"]
    assert not isValid(train)
    assert QAccessible.accessibleInterface(number) is None

    session.undo()
    assert names(canvas) == ["customers, S3 data", "train, Training", "Wire from customers to train"]
    assert canvas.child(1).parent() is canvas


def test_qt_itself_can_walk_the_canvas(opened: Opened) -> None:
    canvas = read(opened)
    assert isinstance(canvas, QAccessibleWidget)
    train = canvas.child(1)
    middle = train.rect().center()

    assert QAccessibleWidget.childAt(canvas, middle.x(), middle.y()) is train
    assert 'name="train, Training" role=ListItem' in repr(train)
    assert train.window() is opened.window.windowHandle()


def test_what_lies_on_the_canvas_stays_within_reach(opened: Opened) -> None:
    window, canvas = opened.window, read(opened)
    window.actions_by_id["find"].trigger()
    bar = window.searching.bar
    middle = bar.mapToGlobal(bar.rect().center())

    found = canvas.childAt(middle.x(), middle.y())

    assert found.object() is bar
    assert canvas.child(canvas.indexOfChild(found)).object() is bar


def test_nothing_is_left_when_the_canvas_is_gone(opened: Opened) -> None:
    session = opened.window.session
    view = CanvasView(session, opened.window.kinds, LIGHT_THEME)
    canvas = QAccessible.queryAccessibleInterface(view)
    node = canvas.child(0)
    parts = (canvas, node, node.child(0))
    numbers = [QAccessible.uniqueId(part) for part in parts]

    view.deleteLater()
    QCoreApplication.sendPostedEvents(view, QEvent.Type.DeferredDelete)

    assert not any(isValid(part) for part in parts)
    assert all(QAccessible.accessibleInterface(number) is None for number in numbers)
