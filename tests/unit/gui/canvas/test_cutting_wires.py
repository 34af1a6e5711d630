"""Wires are cut by a line, and put elsewhere by either end."""

from dataclasses import replace

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from designer.document.edits import move_nodes
from designer.document.model import Document, Point
from designer.gui.canvas.items.guide_item import GuideItem
from tests.unit.gui.canvas.drive import drag, middle, pin, shown
from tests.unit.gui.canvas.sample import data, small

_ALT = Qt.KeyboardModifier.AltModifier


def _wired() -> Document:
    return replace(small(), edges=(data("raw", "data", "prepare", "input"), data("raw", "data", "train", "train")))


def test_a_line_drawn_with_alt_cuts_the_wires_that_it_crosses_as_one_edit(qtbot: QtBot) -> None:
    view = shown(qtbot, _wired())
    start, end = view.canvas.edges[_wired().edges[0]].ends
    x, y = (start.x + end.x) / 2, (start.y + end.y) / 2

    drag(view, (x, y - 120), (x, y + 120), modifier=_ALT)

    assert view.session.document.edges == ()
    assert view.session.undo_stack.undoText() == "Cut wires"
    view.session.undo()
    assert view.session.document == _wired()


def test_a_line_that_crosses_nothing_changes_nothing(qtbot: QtBot) -> None:
    view = shown(qtbot, _wired())

    drag(view, (40, 300), (80, 420), modifier=_ALT)

    assert view.session.document == _wired()
    assert view.session.selection == frozenset()


def test_the_end_of_a_wire_is_put_at_another_input(qtbot: QtBot) -> None:
    document = replace(small(), edges=(data("raw", "data", "prepare", "input"),))
    view = shown(qtbot, document)
    start, end = view.canvas.edges[document.edges[0]].ends
    near_end = (start.x + (end.x - start.x) * 0.75, start.y + (end.y - start.y) * 0.75)

    drag(view, near_end, pin(view, "train", "train", outgoing=False))

    assert view.session.document.edges == (data("raw", "data", "train", "train"),)


def test_the_beginning_of_a_wire_is_taken_off_in_the_open(qtbot: QtBot) -> None:
    document = replace(small(), edges=(data("raw", "data", "prepare", "input"),))
    view = shown(qtbot, document)
    start, end = view.canvas.edges[document.edges[0]].ends
    near_start = (start.x + (end.x - start.x) * 0.25, start.y + (end.y - start.y) * 0.25)

    drag(view, near_start, (300, 420))

    assert view.session.document.edges == ()


def test_a_click_on_a_wire_only_picks_it(qtbot: QtBot) -> None:
    document = replace(small(), edges=(data("raw", "data", "prepare", "input"),))
    view = shown(qtbot, document)
    start, end = view.canvas.edges[document.edges[0]].ends
    at = ((start.x + end.x) / 2, (start.y + end.y) / 2)

    drag(view, at, at)

    assert view.picking.edges == {document.edges[0]}
    assert view.session.document == document


def test_a_card_comes_into_line_with_another_while_it_is_dragged(qtbot: QtBot) -> None:
    view = shown(qtbot, move_nodes(small(), {"train": Point(640, 101)}))
    x, y = middle(view, "prepare")

    drag(view, (x, y), (x, y + 104), let_go=False)
    guides = [item for item in view.canvas.items() if isinstance(item, GuideItem)]
    drag(view, (x, y), (x, y + 104))

    assert len(guides) == 1
    assert view.session.document.nodes["prepare"].position == Point(320, 101)
    assert not any(isinstance(item, GuideItem) for item in view.canvas.items())


def test_a_card_out_of_reach_of_others_stays_on_the_grid(qtbot: QtBot) -> None:
    view = shown(qtbot, move_nodes(small(), {"train": Point(640, 101)}))
    x, y = middle(view, "prepare")

    drag(view, (x, y), (x, y + 155))

    assert view.session.document.nodes["prepare"].position == Point(320, 152)
