"""Panels that share a place by tabs."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from designer.document import edits
from designer.gui.dialogs.chooser import Chooser
from tests.window.conftest import Opened

pytestmark = [pytest.mark.window, pytest.mark.qt_log_ignore("This plugin does not support")]


def test_a_panel_behind_the_tab_of_another_waits_until_it_is_seen(opened: Opened, qtbot: QtBot) -> None:
    panels = opened.window.panels
    behind = (panels.outline.tree.topLevelItemCount(), panels.portability.lens.rows, panels.code.text.toPlainText())

    for name in ("outline", "portability"):
        panels.open(name)

    qtbot.waitUntil(lambda: bool(panels.portability.lens.rows), timeout=8_000)
    assert behind == (0, (), "")
    assert panels.outline.tree.topLevelItemCount() == 2

    panels.open("code")
    qtbot.waitUntil(lambda: '"Steps"' in panels.code.text.toPlainText(), timeout=8_000)


def test_no_code_of_what_was_open_before_is_left(opened: Opened, qtbot: QtBot) -> None:
    window = opened.window
    window.panels.open("code")
    qtbot.waitUntil(lambda: '"Steps"' in window.panels.code.text.toPlainText(), timeout=8_000)
    window.panels.open("problems")

    window.filing.new()
    window.panels.open("code")

    assert window.panels.code.text.toPlainText() == ""
    qtbot.waitUntil(lambda: "There is no code yet" in window.panels.code.text.toPlainText(), timeout=8_000)


def test_a_panel_that_was_left_is_up_to_date_when_it_is_seen_again(opened: Opened, qtbot: QtBot) -> None:
    window = opened.window
    window.panels.open("outline")
    window.panels.open("palette")

    window.session.apply(edits.remove_nodes(window.session.document, ["customers"]), "Delete")
    window.panels.open("outline")

    tree = window.panels.outline.tree
    item = tree.topLevelItem(0)
    assert item is not None
    assert (tree.topLevelItemCount(), item.text(0).split()[0]) == (1, "train")


def holds_focus(part: QWidget) -> bool:
    focus = part.window().focusWidget()
    return focus is not None and part.isAncestorOf(focus)


@pytest.mark.parametrize("name", ["palette", "outline", "history", "inspector", "code", "portability", "runs"])
def test_panels_are_reached_from_the_command_palette(name: str, opened: Opened, qtbot: QtBot) -> None:
    window = opened.window
    dock = window.panels.docks[name]
    dock.hide()
    window.actions_by_id["command_palette"].trigger()
    chooser = window.findChild(Chooser)
    assert chooser is not None

    qtbot.keyClicks(chooser.line, f"Show {dock.windowTitle()}")
    qtbot.keyClick(chooser.line, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: holds_focus(dock), timeout=8_000)
    assert dock.is_seen


def test_a_panel_that_is_seen_already_takes_the_focus_only_when_it_is_asked_for(opened: Opened, qtbot: QtBot) -> None:
    window = opened.window
    window.filing.new()
    window.show_canvas()
    for _ in range(2):
        window.actions_by_id["portability"].trigger()
        qtbot.waitUntil(lambda: not window.background.is_busy, timeout=8_000)
    window.canvas.setFocus()

    window.canvas.editing.add("wait", QPointF(0, 0))
    qtbot.waitUntil(lambda: bool(window.panels.portability.lens.rows), timeout=8_000)

    assert not holds_focus(window.panels.docks["portability"])
