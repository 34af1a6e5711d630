"""Finding nodes, joining and changing them by keys alone, and the panels that go along."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from designer.gui.dialogs.chooser import Chooser
from designer.gui.window import PipelineWindow
from tests.window.conftest import Opened

pytestmark = [pytest.mark.window, pytest.mark.qt_log_ignore("This plugin does not support")]
_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def choose(qtbot: QtBot, chooser: Chooser | None, words: str) -> None:
    assert chooser is not None
    qtbot.keyClicks(chooser.line, words)
    qtbot.keyClick(chooser.line, Qt.Key.Key_Return)


def add_by_keys(qtbot: QtBot, window: PipelineWindow, words: str) -> None:
    window.canvas.setFocus()
    qtbot.keyClick(window.canvas, Qt.Key.Key_Tab)
    choose(qtbot, window.adding.chooser, words)


def test_a_pipeline_is_built_by_keys_alone(opened: Opened, qtbot: QtBot) -> None:
    window = opened.window
    before = window.session.document
    add_by_keys(qtbot, window, "evaluation")

    window.actions_by_id["connect_to"].trigger()
    choose(qtbot, window.choosing.chooser, "train model")
    joined = window.session.document
    qtbot.keyClick(window.canvas, Qt.Key.Key_Z, _CTRL)
    qtbot.keyClick(window.canvas, Qt.Key.Key_Z, _CTRL)

    assert [(edge.source, edge.target, edge.target_port) for edge in joined.edges][-1] == (
        "train",
        "evaluation",
        "model",
    )
    assert window.session.document == before
    qtbot.keyClick(window.canvas, Qt.Key.Key_Y, _CTRL)
    qtbot.keyClick(window.canvas, Qt.Key.Key_Y, _CTRL)
    assert window.session.document == joined


def test_joining_offers_only_what_fits(opened: Opened) -> None:
    window = opened.window
    window.session.select(["customers"])

    window.actions_by_id["connect_to"].trigger()

    assert window.choosing.chooser is not None
    titles = [choice.title for choice in window.choosing.chooser.choices.left]
    assert "Then → train · After".lower() in [title.lower() for title in titles]
    assert not any("Train" in title and "Dataset" in title for title in titles)  # they are joined already


def test_a_node_becomes_one_of_another_kind_and_says_what_it_lost(opened: Opened, qtbot: QtBot) -> None:
    window = opened.window
    window.session.select(["train"])

    window.actions_by_id["change_kind"].trigger()
    choose(qtbot, window.choosing.chooser, "tuning")

    node = window.session.document.nodes["train"]
    assert node.kind == "tuning"
    assert [edge.target for edge in window.session.document.edges] == ["train"]
    window.session.undo()
    assert window.session.document.nodes["train"].kind == "training"


def test_search_goes_through_the_matches_and_dims_the_others(opened: Opened, qtbot: QtBot) -> None:
    window = opened.window
    window.actions_by_id["find"].trigger()
    bar = window.searching.bar

    qtbot.keyClicks(bar.line, "m5.large")

    assert window.session.selection == {"train"}
    assert bar.count.text() == "1 of 1"
    assert window.canvas.canvas.nodes["customers"].look.dimmed
    qtbot.keyClick(bar.line, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert not window.canvas.canvas.nodes["customers"].look.dimmed


def test_return_in_the_search_goes_on_and_with_shift_back(opened: Opened, qtbot: QtBot) -> None:
    window = opened.window
    window.actions_by_id["find"].trigger()
    bar = window.searching.bar

    qtbot.keyClicks(bar.line, "a")
    seen = [window.session.selection]
    for keys in (Qt.KeyboardModifier.NoModifier, _SHIFT):
        qtbot.keyClick(bar.line, Qt.Key.Key_Return, keys)
        seen.append(window.session.selection)

    assert seen == [{"customers"}, {"train"}, {"customers"}]


def test_a_node_is_gone_to_by_name(opened: Opened, qtbot: QtBot) -> None:
    window = opened.window

    window.actions_by_id["go_to"].trigger()
    choose(qtbot, window.choosing.chooser, "cust")

    assert window.session.selection == {"customers"}


def test_a_file_that_was_open_lately_is_opened_again_by_name(opened: Opened, qtbot: QtBot) -> None:
    window, first = opened.window, opened.path.resolve()
    second = first.with_name("other.yaml")
    second.write_text(first.read_text())
    window.filing.open_path(second)
    qtbot.waitUntil(lambda: window.session.path == second, timeout=10_000)

    window.actions_by_id["open_recent"].trigger()
    assert window.choosing.chooser is not None
    offered = [choice.title for choice in window.choosing.chooser.choices.left]
    choose(qtbot, window.choosing.chooser, first.stem)

    assert offered == [first.name]
    qtbot.waitUntil(lambda: window.session.path == first, timeout=10_000)


def test_without_another_file_that_was_open_lately_one_is_told_so(opened: Opened, qtbot: QtBot) -> None:
    opened.window.actions_by_id["open_recent"].trigger()

    assert opened.window.choosing.chooser is None
    assert opened.window.statusBar().currentMessage() == "No other file was open lately."


def test_the_outline_is_in_step_both_ways(opened: Opened, qtbot: QtBot) -> None:
    window = opened.window
    window.panels.open("outline")
    tree = window.panels.outline.tree
    qtbot.waitUntil(lambda: tree.topLevelItemCount() == 2)
    names = [tree.topLevelItem(row).text(0) for row in range(tree.topLevelItemCount())]  # type: ignore[union-attr]

    window.session.select(["train"])
    marked = [item.text(0) for item in tree.selectedItems()]
    tree.clearSelection()
    tree.topLevelItem(0).setSelected(True)  # type: ignore[union-attr]

    assert [name.split()[0] for name in names] == ["customers", "train"]
    assert [name.split()[0] for name in marked] == ["train"]
    assert window.session.selection == {"customers"}


def test_a_map_holds_its_nodes_in_the_outline(opened: Opened, qtbot: QtBot) -> None:
    window = opened.window
    add_by_keys(qtbot, window, "map")
    window.session.select(["map", "train"])
    window.actions_by_id["move_into_map"].trigger()
    window.panels.open("outline")
    qtbot.waitUntil(lambda: window.panels.outline.tree.topLevelItemCount() == 2)

    tree = window.panels.outline.tree
    items = [tree.topLevelItem(row) for row in range(tree.topLevelItemCount())]
    (holder,) = [item for item in items if item is not None and item.text(0).split()[0] == "map"]

    child = holder.child(0)
    assert child is not None
    assert child.text(0).split()[0] == "train"


def test_the_history_steps_back_and_forth(opened: Opened, qtbot: QtBot) -> None:
    window = opened.window
    before = window.session.document
    add_by_keys(qtbot, window, "evaluation")
    add_by_keys(qtbot, window, "wait")
    after = window.session.document
    history = window.panels.history

    history.setCurrentIndex(history.model().index(0, 0))
    back = window.session.document
    history.setCurrentIndex(history.model().index(2, 0))

    assert (back, window.session.document) == (before, after)


def test_a_rename_begins_at_the_name(opened: Opened, qtbot: QtBot) -> None:
    window = opened.window
    window.activateWindow()
    window.session.select(["train"])

    window.actions_by_id["rename"].trigger()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    qtbot.keyClicks(QApplication.focusWidget(), "fit")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)

    assert "fit" in window.session.document.nodes


def test_the_portability_lens_follows_the_document(opened: Opened, qtbot: QtBot) -> None:
    window = opened.window
    window.actions_by_id["portability"].trigger()
    panel = window.panels.portability
    qtbot.waitUntil(lambda: len(panel.lens.rows) == 1, timeout=8_000)

    add_by_keys(qtbot, window, "approval")
    qtbot.waitUntil(lambda: len(panel.lens.rows) == 2, timeout=8_000)

    levels = {row.node: [level for level, _ in row.taken] for row in panel.lens.rows}
    assert levels == {"train": ["native", "native", "lowered"], "approval": ["impossible", "lowered", "native"]}
    (train, _) = panel.lens.rows
    assert any("tried again" in change for change in train.changes)


def test_kinds_that_take_what_the_selected_node_gives_are_offered_first(opened: Opened, qtbot: QtBot) -> None:
    window = opened.window
    window.session.select(["train"])

    window.canvas.setFocus()
    qtbot.keyClick(window.canvas, Qt.Key.Key_Tab)

    assert window.adding.chooser is not None
    first = window.adding.chooser.visible_ids()[:4]
    assert {"create_model", "evaluation"} <= set(first)
    assert len(window.adding.chooser.visible_ids()) == len(window.kinds)
