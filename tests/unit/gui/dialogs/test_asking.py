"""The dialogs of files show the files that are meant, and questions are answered by what a button does."""

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QWidget
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


@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize(("button", "taken"), [("&Load the File", True), ("&Keep Mine", False), ("", False)])
def test_what_another_program_wrote_is_loaded_only_where_that_is_asked_for(
    qtbot: QtBot, button: str, taken: bool
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)

    def answer() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        assert "'train' was added" in box.informativeText()
        next((one.click for one in box.buttons() if one.text() == button), box.reject)()

    QTimer.singleShot(100, answer)

    assert DialogAsking(parent).take_outside_change("churn.yaml", ("'train' was added",)) is taken
