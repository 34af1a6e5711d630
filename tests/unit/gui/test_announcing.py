"""What is said aloud wherever the focus is."""

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from designer.gui.announcing import Notice, announce
from designer.gui.canvas.accessible.installing import install_interfaces
from tests.unit.gui.canvas.accessible.hearing import ANNOUNCEMENT, Heard, listening

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def window_with_line(qtbot: QtBot) -> tuple[QWidget, QLineEdit]:
    window, line = QWidget(), QLineEdit()
    QVBoxLayout(window).addWidget(line)
    qtbot.addWidget(window)
    window.show()
    return window, line


def test_a_sentence_is_said_as_a_notification_that_nobody_sees(qtbot: QtBot) -> None:
    install_interfaces()
    window, line = window_with_line(qtbot)

    with listening() as heard:
        announce(line, "Saved")
        announce(line, "Saved again")

    (notice,) = window.findChildren(Notice)
    assert heard == [Heard(ANNOUNCEMENT, "Saved"), Heard(ANNOUNCEMENT, "Saved again")]
    assert QAccessible.queryAccessibleInterface(notice).role() == QAccessible.Role.Notification
    assert not notice.isVisible()


def test_nothing_is_made_for_nobody(qtbot: QtBot) -> None:
    window, line = window_with_line(qtbot)

    announce(line, "Saved")
    with listening() as heard:
        announce(line, "")

    assert heard == []
    assert window.findChildren(Notice) == []
