"""The editing session: every change can be undone, and the save point is told."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from designer.document.model import Document, Node
from designer.gui.session import EditingSession

pytestmark = pytest.mark.usefixtures("qapp")
EMPTY = Document(name="churn")
ONE = Document(name="churn", nodes={"train": Node(id="train", kind="training")})
TWO = Document(name="churn", nodes={**ONE.nodes, "score": Node(id="score", kind="evaluation")})


def test_an_edit_is_announced_with_the_documents_before_and_after(qtbot: QtBot) -> None:
    session = EditingSession(EMPTY)

    with qtbot.waitSignal(session.document_changed) as signal:
        session.apply(ONE, "Add train")

    assert signal.args == [EMPTY, ONE]


def test_undo_gives_the_earlier_document_back_and_redo_the_later_one() -> None:
    session = EditingSession(EMPTY)
    session.apply(ONE, "Add train")

    session.undo()
    undone = session.document
    session.redo()

    assert undone is EMPTY
    assert session.document is ONE


def test_an_edit_that_changes_nothing_leaves_no_trace_in_the_history() -> None:
    session = EditingSession(ONE)

    session.apply(Document(name="churn", nodes=dict(ONE.nodes)), "Nothing")

    assert session.undo_stack.count() == 0


def test_edits_with_the_same_merge_text_are_undone_together() -> None:
    session = EditingSession(EMPTY)

    session.apply(ONE, "Type", merge="name")
    session.apply(TWO, "Type", merge="name")
    session.undo()

    assert session.document is EMPTY


def test_edits_with_different_merge_texts_are_undone_one_by_one() -> None:
    session = EditingSession(EMPTY)

    session.apply(ONE, "Type", merge="name")
    session.apply(TWO, "Type", merge="title")
    session.undo()

    assert session.document is ONE


def test_a_removed_node_leaves_the_selection() -> None:
    session = EditingSession(TWO)
    session.select({"train", "score"})

    session.apply(ONE, "Delete score")

    assert session.selection == {"train"}


def test_saving_clears_the_dirty_mark_and_undoing_past_it_sets_it_again() -> None:
    session = EditingSession(EMPTY)
    session.apply(ONE, "Add train")
    session.mark_saved(Path("churn.yaml"))
    clean = session.dirty

    session.undo()

    assert not clean
    assert session.dirty


def test_a_recovered_document_is_dirty_from_the_start() -> None:
    session = EditingSession(EMPTY)

    session.replace(ONE, Path("churn.yaml"), dirty=True)

    assert session.dirty
    assert session.document is ONE
