import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from designer.gui.fields.spec import FieldSpec
from designer.gui.fields.table_field import TableField

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_a_value_in_a_table_is_completed_from_what_may_be_referred_to(qtbot: QtBot) -> None:
    field = TableField(FieldSpec(name="environment", title="Environment", editor="table"))
    qtbot.addWidget(field)
    field.show_value({"ROUNDS": "1"})
    field.show_references(["params.Rounds"])
    field.show()
    told: list[object] = []
    field.edited.connect(told.append)
    item = field.table.item(0, 1)
    assert item is not None

    field.table.editItem(item)
    line = field.table.viewport().findChild(QLineEdit)
    assert line is not None
    line.selectAll()
    qtbot.keyClicks(line, "at least ${ro")
    offered = QApplication.activePopupWidget()
    assert offered is not None
    qtbot.keyClick(offered, Qt.Key.Key_Down)
    qtbot.keyClick(offered, Qt.Key.Key_Return)
    qtbot.keyClick(line, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: bool(told))
    assert told == [{"ROUNDS": "at least ${params.Rounds}"}]
