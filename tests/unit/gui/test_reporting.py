"""Errors in events are reported and do not end the program."""

import gc
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from designer.gui.reporting import reports_errors, tell_of_faults


class Broken(QWidget):
    @override
    @reports_errors
    def mousePressEvent(self, event: QMouseEvent) -> None:
        min(())


def test_an_error_in_an_event_is_reported_and_the_program_goes_on(qtbot: QtBot) -> None:
    widget = Broken()
    qtbot.addWidget(widget)

    with qtbot.captureExceptions() as caught:
        for _ in range(50):
            QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
    gc.collect()

    assert len(caught) == 50
    assert caught[0][0] is ValueError


def test_a_fault_is_told_in_the_window_beside_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    told: list[str] = []
    before = sys.excepthook
    sys.excepthook = sys.__excepthook__
    try:
        tell_of_faults(told.append)
        sys.excepthook(ValueError, ValueError("odd"), None)
    finally:
        sys.excepthook = before

    assert "ValueError: odd" in told[0]
    assert "ValueError: odd" in capsys.readouterr().err
