"""Wires are bent, and notes coloured, by the menus and keys of the window."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from designer.document import bends, edits
from designer.document.model import Edge, Note, Point
from designer.gui.window import PipelineWindow
from tests.window.conftest import Opened

pytestmark = [pytest.mark.window, pytest.mark.qt_log_ignore("This plugin does not support")]
EDGE = Edge(source="customers", source_port="dataset", target="train", target_port="train")
NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


def apart(window: PipelineWindow) -> None:
    """Put the two joined cards far from each other, at 100 %."""
    places = {"customers": Point(0, 0), "train": Point(480, 240)}
    window.session.apply(edits.move_nodes(window.session.document, places), "Move")
    window.canvas.zoom.actual()
    window.canvas.centerOn(340, 160)
    window.canvas.setFocus()


def via(window: PipelineWindow) -> tuple[Point, ...]:
    return bends.edge_in(window.session.document, EDGE).via


def press(window: PipelineWindow, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
    QTest.keyClick(window.canvas, key, modifier)


def enabled(window: PipelineWindow) -> list[str]:
    return [name for name in ("add_bend", "straighten") if window.actions_by_id[name].isEnabled()]


def test_keys_alone_pick_a_wire_bend_it_move_the_point_and_straighten_it(opened: Opened) -> None:
    window = opened.window
    apart(window)
    window.session.select(["train"])

    press(window, Qt.Key.Key_W)
    press(window, Qt.Key.Key_B)
    ((bend),) = via(window)
    press(window, Qt.Key.Key_Down)
    press(window, Qt.Key.Key_Right, SHIFT)
    assert via(window) == (Point(bend.x + 40, bend.y + 8),)
    press(window, Qt.Key.Key_B, SHIFT)

    assert via(window) == ()
    assert window.session.undo_stack.undoText() == "Straighten wire"


def test_the_actions_are_of_use_only_for_the_wires_that_they_apply_to(opened: Opened) -> None:
    window = opened.window
    apart(window)
    assert enabled(window) == []

    window.canvas.picking.pick(edges=[EDGE])
    assert enabled(window) == ["add_bend"]
    window.actions_by_id["add_bend"].trigger()
    assert enabled(window) == ["add_bend", "straighten"]
    window.session.undo()
    assert enabled(window) == ["add_bend"]
    window.session.select(["train"])

    assert enabled(window) == []


def test_the_menu_at_a_wire_bends_it_where_the_menu_was_opened(opened: Opened) -> None:
    window = opened.window
    apart(window)
    points = window.canvas.canvas.edges[EDGE].points()
    at = points[len(points) // 4]
    place = window.canvas.mapFromScene(QPointF(at.x, at.y))

    _open_menu(window, place)
    menu = window.context_menu.menu
    assert menu is not None
    titles = [action.text() for action in menu.actions() if action.text()]
    window.actions_by_id["add_bend"].trigger()
    menu.close()

    assert titles == ["Add a Bend", "Straighten the Wire", "Delete"]
    (bend,) = via(window)
    assert abs(bend.x - at.x) + abs(bend.y - at.y) <= 8


def test_the_menu_at_a_note_offers_the_colours_and_the_chosen_one_is_given(opened: Opened) -> None:
    window = opened.window
    apart(window)
    window.session.apply(
        edits.put_note(window.session.document, Note(id="n", text="x", position=Point(0, 300))), "Note"
    )

    _open_menu(window, window.canvas.mapFromScene(QPointF(40, 340)))
    menu = window.context_menu.menu
    assert menu is not None
    assert [action.text() for action in menu.actions() if action.text()] == ["Colour of the Note…", "Delete"]
    menu.close()
    window.actions_by_id["note_colour"].trigger()
    chooser = window.choosing.chooser
    assert chooser is not None
    assert [choice.title for choice in chooser.choices.left] == ["Yellow", "Blue", "Green", "Red", "Grey"]
    QTest.keyClicks(chooser.line, "gre")
    QTest.keyClick(chooser.line, Qt.Key.Key_Return)

    assert window.session.document.notes[0].color == "green"


def _open_menu(window: PipelineWindow, place: QPoint) -> None:
    viewport = window.canvas.viewport()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, viewport.mapToGlobal(place))
    QApplication.sendEvent(viewport, event)
