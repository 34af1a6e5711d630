"""Errors in events are reported and do not end the program."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from designer.gui.canvas.raising import raises_well
from tests.unit.gui.canvas.drive import middle, pixel, shown
from tests.unit.gui.canvas.sample import small


class Broken(QWidget):
    @override
    @raises_well
    def mousePressEvent(self, event: QMouseEvent) -> None:
        min(())


def test_an_error_raised_by_c_code_reaches_the_one_who_sent_the_event(qtbot: QtBot) -> None:
    widget = Broken()
    qtbot.addWidget(widget)
    caught: list[Exception] = []

    try:
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
    except ValueError as error:
        caught.append(error)

    assert len(caught) == 1
    assert "empty" in str(caught[0])


def test_the_tooltip_says_what_is_under_the_mouse(qtbot: QtBot) -> None:
    view = shown(qtbot, small())

    QTest.mouseMove(view.viewport(), pixel(view, *middle(view, "raw")))
    over = view.canvas.nodes["raw"].toolTip()
    QTest.mouseMove(view.viewport(), pixel(view, 200, 400))

    assert over == "raw (S3 data)\ns3://churn/raw"
    assert view.canvas.nodes["raw"].toolTip() == ""
