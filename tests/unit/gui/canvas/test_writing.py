"""Writing notes and frame titles on the canvas."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from designer.gui.canvas.inline_editor import InlineEditor
from designer.gui.canvas.view import CanvasView
from tests.unit.gui.canvas.accessible.hearing import ANNOUNCEMENT, Heard, listening
from tests.unit.gui.canvas.drive import LEFT, NONE, pixel, shown
from tests.unit.gui.canvas.sample import churn

CTRL = Qt.KeyboardModifier.ControlModifier


def open_editor(view: CanvasView, at: QPointF) -> InlineEditor:
    QTest.mouseDClick(view.viewport(), LEFT, NONE, pixel(view, at.x(), at.y()))
    (editor,) = [each for each in view.viewport().findChildren(InlineEditor) if each.isVisible()]
    return editor


def test_a_note_is_written_where_it_stands(qtbot: QtBot) -> None:
    view = shown(qtbot, churn())
    centre = view.canvas.notes["why"].body().center()
    view.centerOn(centre)

    editor = open_editor(view, centre)
    QTest.keyClicks(editor, "Every hour")
    QTest.keyClick(editor, Qt.Key.Key_Return, CTRL)

    assert view.session.document.notes[0].text == "Every hour"
    assert view.session.undo_stack.count() == 1


def test_what_is_written_is_said(qtbot: QtBot) -> None:
    view = shown(qtbot, churn())
    centre = view.canvas.notes["why"].body().center()
    view.centerOn(centre)

    with listening() as heard:
        editor = open_editor(view, centre)

    assert editor.accessibleName() == "Text of the note"
    assert Heard(ANNOUNCEMENT, "Text of the note") in heard


def test_escape_leaves_a_note_as_it_was(qtbot: QtBot) -> None:
    view = shown(qtbot, churn())
    centre = view.canvas.notes["why"].body().center()
    view.centerOn(centre)

    editor = open_editor(view, centre)
    QTest.keyClicks(editor, "Never mind")
    QTest.keyClick(editor, Qt.Key.Key_Escape)

    assert view.session.document == churn()


def test_a_frame_is_renamed_by_a_double_click_on_its_title(qtbot: QtBot) -> None:
    view = shown(qtbot, churn())
    view.centerOn(view.canvas.frames["release"].body().center())
    corner = view.canvas.frames["release"].title_rect().topLeft()

    editor = open_editor(view, corner + QPointF(60, 12))
    QTest.keyClicks(editor, "Go live")
    QTest.keyClick(editor, Qt.Key.Key_Return)

    assert view.session.document.frames[0].title == "Go live"
