"""The dialogs of files show the files that are meant."""

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from designer.gui.dialogs.asking import DialogAsking


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_import_shows_definitions_in_json(qtbot: QtBot, tmp_path: Path) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    seen: list[tuple[str, list[str]]] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        seen.append((dialog.windowTitle(), dialog.nameFilters()))
        dialog.reject()

    QTimer.singleShot(300, look)
    chosen = DialogAsking(parent).definition_to_import(tmp_path)

    assert chosen is None
    ((title, filters),) = seen
    assert title == "Import a definition"
    assert "*.json" in filters[0]
