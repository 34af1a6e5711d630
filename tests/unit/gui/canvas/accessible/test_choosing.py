"""What a screen reader may do: select, and open a node."""

import pytest
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleInterface,
    QAccessibleSelectionInterface,
)
from PySide6.QtWidgets import QAccessibleWidget
from pytestqt.qtbot import QtBot

from designer.gui.canvas.view import CanvasView
from tests.unit.gui.canvas.accessible.hearing import NAME, entries, read
from tests.unit.gui.canvas.accessible.sample import WIRE, furnished
from tests.unit.gui.canvas.drive import shown

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
PRESS, SET_FOCUS = QAccessibleActionInterface.pressAction(), QAccessibleActionInterface.setFocusAction()


def actions(view: CanvasView, name: str) -> QAccessibleActionInterface:
    """Return what Qt itself gets when it asks for the actions."""
    return QAccessibleInterface.actionInterface(entries(view)[name])


def choosing(view: CanvasView) -> QAccessibleSelectionInterface:
    return QAccessibleInterface.selectionInterface(read(view))


def test_a_node_is_opened_as_by_the_return_key(qtbot: QtBot) -> None:
    view = shown(qtbot, furnished())
    opened: list[str] = []
    view.node_activated.connect(opened.append)
    able = actions(view, "train, Train model")

    able.doAction("Jump")
    assert (opened, view.session.selection) == ([], frozenset())
    able.doAction(PRESS)

    assert opened == ["train"]
    assert view.session.selection == {"train"}


def test_a_node_is_gone_to(qtbot: QtBot) -> None:
    view = shown(qtbot, furnished())
    view.activateWindow()
    view.clearFocus()

    actions(view, "train, Train model").doAction(SET_FOCUS)

    assert view.session.selection == {"train"}
    qtbot.waitUntil(view.hasFocus)


def test_the_actions_have_names_for_people(qtbot: QtBot) -> None:
    able = actions(shown(qtbot, furnished()), "train, Train model")

    assert able.actionNames() == [PRESS, SET_FOCUS]
    assert [able.localizedActionName(name) for name in able.actionNames()] == ["Edit Settings", "Select Node"]
    assert able.keyBindingsForAction(PRESS) == []


def test_nodes_wires_and_notes_are_selected_beside_each_other(qtbot: QtBot) -> None:
    view = shown(qtbot, furnished())
    known, able = entries(view), choosing(view)
    train, wire, note = (
        known[name] for name in ("train, Train model", "Wire from prepare to train", "Trains every night.")
    )

    assert all(able.select(entry) for entry in (train, wire, note))
    assert view.session.selection == {"train"}
    assert view.picking.edges == {WIRE}
    assert view.picking.notes == {"why"}
    assert able.selectedItems() == [train, wire, note]
    assert QAccessibleSelectionInterface.selectedItem(able, 1) is wire
    assert able.selectedItemCount() == 3
    assert [name for name, entry in known.items() if able.isSelected(entry)] == [
        one.text(NAME) for one in (train, wire, note)
    ]

    assert able.unselect(wire)
    assert able.selectedItems() == [train, note]
    assert able.clear()
    assert able.selectedItems() == []


def test_all_is_selected(qtbot: QtBot) -> None:
    view = shown(qtbot, furnished())

    assert choosing(view).selectAll()

    assert view.session.selection == set(view.session.document.nodes)
    assert view.picking.notes == {"why"}


def test_neither_a_frame_nor_a_port_nor_a_scroll_bar_is_selected(qtbot: QtBot) -> None:
    view = shown(qtbot, furnished())
    able, canvas = choosing(view), read(view)
    frame, port = entries(view)["Learning, 1 node"], canvas.child(0).child(0)
    others = (frame, port, canvas.child(canvas.childCount() - 1))

    assert not any(able.select(other) or able.isSelected(other) for other in others)
    assert view.session.selection == frozenset()


def test_what_has_no_such_interface_says_so(qtbot: QtBot) -> None:
    view = shown(qtbot, furnished())
    canvas = read(view)
    assert isinstance(canvas, QAccessibleWidget)

    for entry in entries(view).values():
        assert QAccessibleInterface.textInterface(entry) is None
        assert QAccessibleInterface.selectionInterface(entry) is None
    assert QAccessibleInterface.actionInterface(entries(view)["Trains every night."]) is None
    assert QAccessibleInterface.textInterface(canvas) is None
    assert QAccessibleInterface.actionInterface(canvas) is not None
    assert canvas.role() == QAccessible.Role.List
