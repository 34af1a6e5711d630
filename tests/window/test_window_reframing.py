"""Nodes come into frames and out of them by keys alone."""

import pytest

from designer.document.edits import put_frame
from designer.document.model import Frame
from tests.window.conftest import Opened

pytestmark = [pytest.mark.window, pytest.mark.qt_log_ignore("This plugin does not support")]


def test_nodes_are_moved_to_a_frame_and_out_of_it(opened: Opened) -> None:
    window = opened.window
    session = window.session
    session.apply(put_frame(session.document, Frame(id="learning", title="Learning", nodes=("train",))), "Frame")
    inside = []
    for node_id, choice in (("customers", "learning"), ("train", "")):
        session.select([node_id])
        window.actions_by_id["move_to_frame"].trigger()
        chooser = window.choosing.chooser
        assert chooser is not None
        chooser.chosen.emit(choice)
        inside.append(session.document.frames[0].nodes)

    assert inside == [("train", "customers"), ("customers",)]
    assert session.undo_stack.undoText() == "Move to frame: No frame"


def test_who_has_no_frame_hears_how_to_make_one(opened: Opened) -> None:
    opened.window.session.select(["train"])

    opened.window.actions_by_id["move_to_frame"].trigger()

    assert opened.window.statusBar().currentMessage() == "There is no frame. Frame Selection makes one."
