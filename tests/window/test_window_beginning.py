"""The first minutes: an empty canvas, nodes by their names, commands."""

import os
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QTabBar
from pytestqt.qtbot import QtBot

from designer.gui.dialogs.choice_row import DETAIL
from designer.gui.dialogs.chooser import Chooser
from designer.gui.panels.pipeline_page import PipelinePage
from designer.gui.window import PipelineWindow
from tests.window.conftest import MakeWindow, Opened

pytestmark = [pytest.mark.window, pytest.mark.qt_log_ignore("This plugin does not support")]


def add_by_name(window: PipelineWindow, qtbot: QtBot, name: str) -> None:
    qtbot.keyClick(window.canvas, Qt.Key.Key_Tab)
    chooser = window.adding.chooser
    assert chooser is not None
    qtbot.keyClicks(chooser.line, name)
    qtbot.keyClick(chooser.line, Qt.Key.Key_Return)


def has_room(bar: QTabBar) -> bool:
    metrics, rects = bar.fontMetrics(), [bar.tabRect(at) for at in range(bar.count())]
    return all(rect.width() > metrics.horizontalAdvance(bar.tabText(at)) + 8 for at, rect in enumerate(rects))


def test_ctrl_n_on_the_welcome_begins_to_draw(make_window: MakeWindow, qtbot: QtBot) -> None:
    window, _ = make_window()
    qtbot.waitUntil(window.isActiveWindow)

    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)

    assert window.canvas.isVisible()
    assert window.focusWidget() is window.canvas


def test_an_empty_canvas_says_how_a_node_gets_there_until_there_is_one(make_window: MakeWindow, qtbot: QtBot) -> None:
    window, _ = make_window()
    qtbot.mouseClick(window.welcome.blank, Qt.MouseButton.LeftButton)
    hint = window.adding.hint
    said = hint.isVisible() and hint.text()

    add_by_name(window, qtbot, "training")

    assert said
    assert "Tab" in said
    assert not hint.isVisible()


def test_nodes_added_by_keys_stand_side_by_side(make_window: MakeWindow, qtbot: QtBot) -> None:
    window, _ = make_window()
    window.show_canvas()
    QTest.mouseMove(window, QPoint(2, 2))

    for name in ("s3 data", "processing", "training"):
        add_by_name(window, qtbot, name)

    bodies = [item.body() for item in window.canvas.canvas.nodes.values()]
    assert [body.left() for body in bodies] == sorted(body.left() for body in bodies)
    assert not any(one.intersects(other) for one, other in combinations(bodies, 2))


def test_nodes_chosen_from_the_palette_never_cover_each_other(opened: Opened, qtbot: QtBot) -> None:
    window = opened.window
    search = window.panels.palette.search
    qtbot.keyClicks(search, "condition")

    for _ in range(4):
        qtbot.keyClick(search, Qt.Key.Key_Return)

    bodies = [item.body() for item in window.canvas.canvas.nodes.values()]
    assert len(bodies) == 6
    assert not any(one.intersects(other) for one, other in combinations(bodies, 2))


def test_all_commands_show_their_keys_as_they_are_now(opened: Opened, qtbot: QtBot) -> None:
    window = opened.window
    window.actions_by_id["export"].setShortcut("Ctrl+U")

    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)

    chooser = window.findChild(Chooser)
    assert chooser is not None
    rows = [chooser.choices.index(row) for row in range(chooser.choices.rowCount())]
    assert {row.data(): row.data(DETAIL) for row in rows}["Export"] == "Ctrl+U"
    chooser.close()


def test_a_list_to_choose_from_stays_on_the_screen(opened: Opened, qtbot: QtBot) -> None:
    window = opened.window
    screen = window.screen().availableGeometry()

    window.adding.ask(window.canvas.mapToScene(QPoint(0, 0)), screen.bottomRight())

    chooser = window.adding.chooser
    assert chooser is not None
    assert screen.adjusted(0, 0, 4, 4).contains(chooser.frameGeometry())
    chooser.close()


def test_the_welcome_of_a_narrow_window_shows_whole_cards(make_window: MakeWindow, qtbot: QtBot) -> None:
    window, _ = make_window()
    qtbot.waitUntil(lambda: bool(window.welcome.cards.buttons), timeout=8_000)

    window.resize(1024, 700)

    cards = window.welcome.cards.buttons.values()
    edge = window.welcome.viewport()
    qtbot.waitUntil(lambda: all(card.mapTo(edge, card.rect().topRight()).x() < edge.width() for card in cards))
    qtbot.waitUntil(lambda: not window.welcome.horizontalScrollBar().isVisible())


def test_the_titles_of_the_tabs_are_whole_in_a_narrow_window(make_window: MakeWindow, qtbot: QtBot) -> None:
    window, _ = make_window()

    window.resize(1024, 700)

    bars = [bar for bar in window.findChildren(QTabBar) if bar.isVisible()]
    assert bars
    qtbot.waitUntil(lambda: all(has_room(bar) for bar in bars))


def test_a_parameter_can_be_removed_once_one_is_chosen(make_window: MakeWindow, qtbot: QtBot) -> None:
    window, _ = make_window()
    page = window.panels.inspector.page
    assert isinstance(page, PipelinePage)
    parameters = page.parameters
    before = parameters.remove.isEnabled()
    qtbot.mouseClick(parameters.add, Qt.MouseButton.LeftButton)

    where = parameters.table.visualRect(parameters.table.model().index(0, 0)).center()
    qtbot.mouseClick(parameters.table.viewport(), Qt.MouseButton.LeftButton, pos=where)

    assert not before
    assert parameters.remove.isEnabled()


def test_where_no_file_can_be_opened_one_comes_to_the_welcome(
    make_window: MakeWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window, asking = make_window(tmp_path / "nowhere.yaml")
    first = window.centre.currentWidget()
    qtbot.waitUntil(lambda: bool(asking.told))

    qtbot.waitUntil(lambda: isinstance(window.panels.inspector.page, PipelinePage))
    assert isinstance(first, QLabel)
    assert first.text() == "Opening nowhere.yaml…"
    assert window.centre.currentWidget() is window.welcome
    assert window.centre.count() == 2
    assert window.focusWidget() is window.welcome.blank


def test_the_panels_are_filled_also_where_the_file_lets_one_wait(
    make_window: MakeWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    pipe = tmp_path / "pipe.yaml"
    os.mkfifo(pipe)
    window, _ = make_window(pipe)

    qtbot.waitUntil(lambda: "training" in window.panels.palette.visible_kinds(), timeout=8_000)
    first = window.centre.currentWidget()
    pipe.write_text("format: 1\nname: late\nnodes:\n  pause: {kind: wait}\n")

    assert isinstance(first, QLabel)
    qtbot.waitUntil(lambda: window.session.document.name == "late", timeout=8_000)


def test_when_the_named_pipeline_is_seen_the_panels_are_filled(
    make_window: MakeWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "pipeline.yaml"
    path.write_text("format: 1\nname: named\nnodes:\n  pause: {kind: wait}\n")

    window, _ = make_window(path)

    qtbot.waitUntil(lambda: isinstance(window.panels.inspector.page, PipelinePage), timeout=8_000)
    assert window.session.path == path
    assert window.centre.currentWidget() is window.canvas
    assert window.centre.count() == 2
    assert "training" in window.panels.palette.visible_kinds()
