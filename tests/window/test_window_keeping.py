"""Nothing is lost: files changed by others, files open twice, pipelines that have no file yet, files that are dropped."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from designer.document import edits
from designer.document.files import read_document
from designer.document.model import Document, Node
from designer.gui.bridge.recovery import autosave_path, keep
from designer.gui.bridge.untitled import untitled_places
from designer.gui.window import PipelineWindow
from tests.window.conftest import FakeAsking, Opened

pytestmark = [pytest.mark.window, pytest.mark.qt_log_ignore("This plugin does not support")]
DRAWN = Document(name="drawn", nodes={"train": Node(id="train", kind="training")})
Make = Callable[[], tuple[PipelineWindow, FakeAsking]]


def drop_files(window: PipelineWindow, *paths: Path) -> None:
    view = window.canvas
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    at = QPointF(view.viewport().rect().bottomLeft()) + QPointF(60, -60)
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    for event in (
        QDragEnterEvent(at.toPoint(), Qt.DropAction.CopyAction, data, buttons, keys),
        QDropEvent(at, Qt.DropAction.CopyAction, data, buttons, keys),
    ):
        QApplication.sendEvent(view.viewport(), event)


def test_a_change_by_another_program_is_told_with_what_differs_and_can_be_taken(opened: Opened, qtbot: QtBot) -> None:
    opened.asking.takes = True
    opened.path.write_text(opened.path.read_text().replace("ml.m5.large", "ml.c5.xlarge"))

    qtbot.waitUntil(lambda: bool(opened.asking.changes), timeout=8_000)

    assert "ml.c5.xlarge" in opened.asking.changes[0]
    assert opened.window.session.document.nodes["train"].settings["instance_type"] == "ml.c5.xlarge"
    opened.window.session.undo()
    settings = opened.window.session.document.nodes["train"].settings
    assert settings["instance_type"] == "ml.m5.large"


def test_what_another_program_wrote_is_left_alone_where_that_is_wished(opened: Opened, qtbot: QtBot) -> None:
    before = opened.window.session.document
    opened.path.write_text(opened.path.read_text().replace("ml.m5.large", "ml.c5.xlarge"))

    qtbot.waitUntil(lambda: bool(opened.asking.changes), timeout=8_000)

    assert opened.window.session.document is before


def test_a_save_of_its_own_is_no_change_from_outside(opened: Opened, qtbot: QtBot) -> None:
    window = opened.window
    window.session.apply(edits.rename_document(window.session.document, "retention"), "Rename")
    window.actions_by_id["save"].trigger()
    qtbot.waitUntil(lambda: not window.session.dirty, timeout=8_000)

    qtbot.wait(600)

    assert opened.asking.changes == ()


def test_a_second_window_on_one_file_is_told(opened: Opened, make_window: Make, qtbot: QtBot) -> None:
    other, asking = make_window()

    other.filing.open_path(opened.path)

    qtbot.waitUntil(lambda: bool(asking.told), timeout=8_000)
    assert "open in another window" in asking.told[0]


def test_what_has_no_file_yet_is_offered_after_a_crash(make_window: Make, tmp_path: Path, qtbot: QtBot) -> None:
    kept = untitled_places(tmp_path)[0]
    keep(DRAWN, kept)
    window, asking = make_window()  # it is asked once, and says no
    keep(DRAWN, kept)
    asking.recovers = True

    window.keeping.begin()

    assert window.session.document.nodes == DRAWN.nodes
    assert window.session.dirty


def test_what_another_window_keeps_that_lives_is_not_offered_and_stays(
    make_window: Make, tmp_path: Path, qtbot: QtBot
) -> None:
    first, _ = make_window()
    first.canvas.editing.add("training", QPointF(0, 0))
    first.writing.finish()

    other, asking = make_window()
    other.canvas.editing.add("processing", QPointF(0, 0))
    other.writing.finish()
    other.close()

    assert asking.found is None
    assert list(read_document(untitled_places(tmp_path)[0]).nodes) == ["training"]


def test_what_was_let_go_on_purpose_is_not_offered_again(make_window: Make, tmp_path: Path, qtbot: QtBot) -> None:
    window, _ = make_window()
    window.canvas.editing.add("training", QPointF(0, 0))
    window.writing.finish()
    kept = untitled_places(tmp_path)[0]
    was_kept = kept.exists()

    window.close()

    assert was_kept
    assert not kept.exists()


def test_what_was_undone_is_not_offered_again(opened: Opened) -> None:
    window = opened.window
    window.session.apply(edits.rename_document(window.session.document, "retention"), "Rename")
    window.session.undo()
    window.writing.finish()

    assert not autosave_path(opened.path).exists()


def test_the_last_of_two_quick_saves_is_what_stands_in_the_file(opened: Opened) -> None:
    window = opened.window
    for name in ("first", "second"):
        window.session.apply(edits.rename_document(window.session.document, name), "Rename")
        window.filing.save()

    window.writing.finish()

    assert read_document(opened.path).name == "second"


def test_a_script_dropped_onto_the_canvas_becomes_a_node_that_runs_it(opened: Opened) -> None:
    script = opened.path.parent / "code" / "prepare.py"
    script.parent.mkdir()
    script.write_text("print(1)\n")

    drop_files(opened.window, script)

    node = opened.window.session.document.nodes["processing"]
    assert node.settings == {"script": "code/prepare.py"}
    opened.window.session.undo()
    assert "processing" not in opened.window.session.document.nodes


def test_a_script_from_elsewhere_is_not_taken_and_says_what_to_do(opened: Opened, tmp_path_factory: object) -> None:
    drop_files(opened.window, Path(__file__))

    assert "does not lie in the folder" in opened.window.statusBar().currentMessage()
    assert list(opened.window.session.document.nodes) == ["customers", "train"]


def test_a_definition_dropped_onto_the_canvas_is_drawn_and_only_read(opened: Opened, qtbot: QtBot) -> None:
    definition = opened.path.with_name("machine.asl.json")
    text = '{"StartAt": "A", "States": {"A": {"Type": "Pass", "End": true}}}'
    definition.write_text(text)

    drop_files(opened.window, definition)

    qtbot.waitUntil(lambda: "A" in opened.window.session.document.nodes, timeout=8_000)
    assert opened.window.session.path is None
    assert definition.read_text() == text
    assert read_document(opened.path).nodes.keys() == {"customers", "train"}


def test_a_file_that_is_none_of_ours_is_told(opened: Opened) -> None:
    drop_files(opened.window, opened.path.with_name("photo.png"))

    assert "photo.png" in opened.window.statusBar().currentMessage()


def test_the_menu_at_a_node_offers_what_can_be_done_with_it(opened: Opened) -> None:
    view = opened.window.canvas
    at = view.mapFromScene(view.canvas.nodes["train"].body().center())
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, view.viewport().mapToGlobal(at))

    QApplication.sendEvent(view.viewport(), event)

    menu = opened.window.context_menu.menu
    assert menu is not None
    offered = {action.objectName() for action in menu.actions()}
    assert {"change_kind", "connect_to", "heal", "select_upstream"} <= offered
    assert opened.window.session.selection == {"train"}
    menu.close()
