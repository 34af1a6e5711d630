"""Zooming and moving the view."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from designer.gui.canvas.view import CanvasView
from tests.unit.gui.canvas.drive import drag, middle, pixel, press_key, shown
from tests.unit.gui.canvas.sample import churn, small

CTRL = Qt.KeyboardModifier.ControlModifier


def wheel(view: CanvasView, at: QPointF, degrees: int) -> None:
    event = QWheelEvent(
        at,
        view.viewport().mapToGlobal(at),
        QPoint(),
        QPoint(0, degrees),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)


def test_the_wheel_zooms_and_what_is_under_the_mouse_stays_there(qtbot: QtBot) -> None:
    view = shown(qtbot, small())
    mouse = QPointF(300, 200)
    before = view.mapToScene(mouse.toPoint())

    wheel(view, mouse, 240)
    after = view.mapToScene(mouse.toPoint())

    assert view.zoom.scale > 1.3
    assert (after - before).manhattanLength() < 2


def test_zoom_keys_go_nearer_farther_and_back_to_actual_size(qtbot: QtBot) -> None:
    view = shown(qtbot, small())

    press_key(view, Qt.Key.Key_Plus, CTRL)
    nearer = view.zoom.scale
    press_key(view, Qt.Key.Key_Minus, CTRL)
    press_key(view, Qt.Key.Key_Minus, CTRL)
    farther = view.zoom.scale
    press_key(view, Qt.Key.Key_0)

    assert nearer == pytest.approx(1.25)
    assert farther == pytest.approx(0.8)
    assert view.zoom.scale == pytest.approx(1.0)


def test_the_f_key_shows_the_whole_document(qtbot: QtBot) -> None:
    view = shown(qtbot, churn())

    press_key(view, Qt.Key.Key_F)

    seen = view.mapToScene(view.viewport().rect()).boundingRect()
    assert seen.contains(view.canvas.content_rect())


def test_the_middle_button_moves_the_view(qtbot: QtBot) -> None:
    view = shown(qtbot, small())
    before = view.mapToScene(0, 0)

    drag(view, (200, 300), (260, 340), button=Qt.MouseButton.MiddleButton)

    moved = view.mapToScene(0, 0) - before
    assert (moved.x(), moved.y()) == (-60, -40)


def test_the_left_button_moves_the_view_while_the_space_bar_is_held(qtbot: QtBot) -> None:
    view = shown(qtbot, small())
    before = view.mapToScene(0, 0)

    QTest.keyPress(view, Qt.Key.Key_Space)
    drag(view, (100, 36), (160, 36))
    QTest.keyRelease(view, Qt.Key.Key_Space)

    assert view.mapToScene(0, 0).x() - before.x() == -60
    assert view.session.document == small()


def test_tab_asks_for_a_node_at_the_mouse(qtbot: QtBot) -> None:
    view = shown(qtbot, small())

    with qtbot.waitSignal(view.add_requested):
        press_key(view, Qt.Key.Key_Tab)


def test_the_tooltip_says_what_is_under_the_mouse(qtbot: QtBot) -> None:
    view = shown(qtbot, small())

    QTest.mouseMove(view.viewport(), pixel(view, *middle(view, "raw")))
    over = view.canvas.cards.toolTip()
    QTest.mouseMove(view.viewport(), pixel(view, 200, 400))

    assert over == "raw (S3 data)\ns3://churn/raw"
    assert not view.canvas.cards.toolTip()
