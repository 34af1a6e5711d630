"""What an edit of the canvas is called."""

import pytest
from PySide6.QtCore import QPointF
from pytestqt.qtbot import QtBot

from designer.gui.canvas.wording import edit_words
from tests.unit.gui.canvas.accessible.sample import furnished
from tests.unit.gui.canvas.drive import shown


@pytest.mark.parametrize(
    ("things", "told"),
    [((), "Cut"), (("b", "a"), "Cut: a, b"), (("a", "b", "c", "d", "e"), "Cut: 5 items")],
)
def test_an_edit_names_what_it_changes_and_counts_it_where_it_is_much(things: tuple[str, ...], told: str) -> None:
    assert edit_words("Cut", things) == told


def test_steps_of_one_node_are_one_edit_and_those_of_another_are_another(qtbot: QtBot) -> None:
    view = shown(qtbot, furnished())
    stack = view.session.undo_stack

    for node_id in ("train", "train", "raw"):
        view.session.select([node_id])
        view.editing.nudge(QPointF(8, 0))

    assert [stack.text(at) for at in range(stack.count())] == ["Move: train", "Move: raw"]
