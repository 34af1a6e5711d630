"""A frame is folded into one card, and unfolded again."""

from dataclasses import replace

from PySide6.QtCore import QPointF
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from designer.document.model import Document, Frame, Point
from designer.gui.canvas.view import CanvasView
from tests.unit.gui.canvas.drive import LEFT, NONE, drag, pixel, shown
from tests.unit.gui.canvas.sample import data, small


def _framed() -> Document:
    edges = (data("raw", "data", "prepare", "input"), data("prepare", "train", "train", "train"))
    return replace(small(), edges=edges, frames=(Frame(id="f", title="Stage", nodes=("prepare", "train")),))


def _folded(qtbot: QtBot) -> CanvasView:
    view = shown(qtbot, _framed())
    view.session.select(["prepare"])
    view.editing.fold_frames()
    return view


def test_what_is_in_a_folded_frame_is_hidden_and_wires_end_at_its_card(qtbot: QtBot) -> None:
    view = _folded(qtbot)
    inner, outer = view.canvas.edges[_framed().edges[1]], view.canvas.edges[_framed().edges[0]]
    card = view.canvas.frames["f"].body()

    assert view.canvas.nodes["prepare"].hidden
    assert inner.hidden
    assert not outer.hidden
    assert outer.ends[1] == Point(card.left(), card.center().y())
    assert view.session.document.frames[0].collapsed


def test_hidden_nodes_are_not_hit_and_the_meaning_stays(qtbot: QtBot) -> None:
    view = _folded(qtbot)
    view.session.select(())

    drag(view, (-60, -60), (1000, 300))

    assert view.session.selection == {"raw"}
    assert view.session.document.edges == _framed().edges


def test_a_double_click_on_the_card_unfolds_it_and_undo_goes_back(qtbot: QtBot) -> None:
    view = _folded(qtbot)
    middle = view.canvas.frames["f"].body().center()

    QTest.mouseClick(view.viewport(), LEFT, NONE, pixel(view, middle.x(), middle.y()))
    QTest.mouseDClick(view.viewport(), LEFT, NONE, pixel(view, middle.x(), middle.y()))

    assert view.session.document == _framed()
    assert not view.canvas.nodes["prepare"].hidden
    view.session.undo()
    assert view.canvas.nodes["prepare"].hidden


def test_a_folded_frame_is_dragged_with_what_is_in_it(qtbot: QtBot) -> None:
    view = _folded(qtbot)
    before = view.session.document.nodes
    middle = view.canvas.frames["f"].body().center()

    drag(view, (middle.x(), middle.y()), (middle.x() + 80, middle.y() + 160))

    moved = view.session.document.nodes
    for name in ("prepare", "train"):
        old, new = before[name].position, moved[name].position
        assert old is not None
        assert new is not None
        assert (new.x - old.x, new.y - old.y) == (80, 160)
    assert view.canvas.frames["f"].body().center() == middle + QPointF(80, 160)


def test_removing_the_frame_shows_its_nodes(qtbot: QtBot) -> None:
    view = _folded(qtbot)

    view.session.apply(replace(view.session.document, frames=()), "Remove frame")

    assert not view.canvas.nodes["train"].hidden
