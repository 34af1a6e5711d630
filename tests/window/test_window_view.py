"""What the View menu switches on and off: dragged cards that snap, and the map; remembered from window to window."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from designer.document import edits
from designer.document.model import Point
from designer.graph.card import GRID
from designer.gui.window import PipelineWindow
from tests.window.conftest import FakeAsking, Opened

pytestmark = [pytest.mark.window, pytest.mark.qt_log_ignore("This plugin does not support")]
Make = Callable[[], tuple[PipelineWindow, FakeAsking]]
NONE, ALT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier


def dragged(window: PipelineWindow, modifier: Qt.KeyboardModifier = NONE) -> Point:
    """Drag a card from its place by a length that is on no grid, and return where it lies then."""
    session, view = window.session, window.canvas
    places = {"customers": Point(0, 0), "train": Point(480, 384)}
    session.apply(edits.move_nodes(session.document, places), "Move")
    view.zoom.actual()
    view.centerOn(300, 250)
    at = view.mapFromScene(view.canvas.nodes["train"].body().center() + QPointF(0, -20))
    viewport = view.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, modifier, at)
    for step in (QPoint(20, 20), QPoint(45, 33)):
        QTest.mouseEvent(QTest.MouseAction.MouseMove, viewport, Qt.MouseButton.LeftButton, modifier, at + step)
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, modifier, at + QPoint(45, 33))
    place = session.document.nodes["train"].position
    assert place is not None
    return place


def is_on_grid(place: Point) -> bool:
    return place.x % GRID == 0 and place.y % GRID == 0


def test_dragged_cards_snap_unless_that_is_switched_off(opened: Opened) -> None:
    window = opened.window
    assert is_on_grid(dragged(window))

    window.actions_by_id["snap"].trigger()

    assert dragged(window) == Point(525, 417)


def test_alt_turns_the_switch_round_for_one_movement(opened: Opened) -> None:
    window = opened.window
    assert dragged(window, ALT) == Point(525, 417)

    window.actions_by_id["snap"].trigger()

    assert is_on_grid(dragged(window, ALT))


def test_what_is_switched_is_still_so_in_the_next_window(opened: Opened, make_window: Make) -> None:
    switched = ("mini_map", "snap", "motion", "right_angles")
    before = {one: opened.window.actions_by_id[one].isChecked() for one in switched}
    for one in switched:
        assert opened.window.actions_by_id[one] in opened.window.menus["View"].actions()
        opened.window.actions_by_id[one].trigger()

    other, _ = make_window()

    assert {one: other.actions_by_id[one].isChecked() for one in switched} == {one: not before[one] for one in switched}
    assert not other.canvas.snapping.wanted
    assert not other.canvas.gliding.wanted


def test_the_status_bar_says_how_near_the_canvas_is_seen(opened: Opened, qtbot: QtBot) -> None:
    window = opened.window
    window.canvas.setFocus()
    qtbot.keyClick(window.canvas, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    actual = window.zoom.text()

    qtbot.keyClick(window.canvas, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    nearer = window.zoom.text()
    qtbot.mouseClick(window.zoom, Qt.MouseButton.LeftButton)

    assert (actual, nearer, window.zoom.text()) == ("100 %", "125 %", "100 %")
