"""Dropping kinds from the palette."""

from dataclasses import replace

from pytestqt.qtbot import QtBot

from designer.document.edits import move_nodes
from designer.document.model import Point
from designer.gui.canvas.view import CanvasView
from tests.unit.gui.canvas.drive import drop_kind, shown
from tests.unit.gui.canvas.sample import data, small


def test_a_dropped_kind_becomes_a_selected_node_around_the_mouse(qtbot: QtBot) -> None:
    view = shown(qtbot, small())

    drop_kind(view, "training", (212, 340))

    node = view.session.document.nodes["training"]
    assert node.position == Point(104, 304)
    assert view.session.selection == {"training"}


def test_a_second_node_of_a_kind_gets_a_number(qtbot: QtBot) -> None:
    view = shown(qtbot, small())

    drop_kind(view, "s3_data", (200, 340))
    drop_kind(view, "s3_data", (200, 440))

    assert {"s3-data", "s3-data-2"} <= set(view.session.document.nodes)


def test_a_kind_dropped_on_a_wire_is_set_into_it(qtbot: QtBot) -> None:
    document = replace(small(), edges=(data("raw", "data", "train", "train"),))
    view = shown(qtbot, document)
    start, end = view.canvas.edges[document.edges[0]].ends

    drop_kind(view, "processing", ((start.x + end.x) / 2, (start.y + end.y) / 2))

    assert set(view.session.document.edges) == {
        data("raw", "data", "processing", "input"),
        data("processing", "train", "train", "train"),
    }
    assert view.session.undo_stack.count() == 1


def _between(view: CanvasView) -> tuple[float, float]:
    (wire,) = view.canvas.edges.values()
    start, end = wire.ends
    return (start.x + end.x) / 2, (start.y + end.y) / 2


def test_the_wire_below_is_lit_where_the_dragged_kind_fits(qtbot: QtBot) -> None:
    document = replace(small(), edges=(data("raw", "data", "train", "train"),))
    view = shown(qtbot, document)
    wire = view.canvas.edges[document.edges[0]]

    drop_kind(view, "processing", _between(view), let_go=False)
    is_lit_where_it_fits = wire.hovered
    drop_kind(view, "s3_data", _between(view), let_go=False)

    assert is_lit_where_it_fits
    assert not wire.hovered
    assert view.session.document == document


def test_what_comes_after_a_kind_dropped_into_a_narrow_gap_moves_on(qtbot: QtBot) -> None:
    document = replace(small(), edges=(data("raw", "data", "train", "train"),))
    document = move_nodes(document, {"raw": Point(0, 0), "train": Point(280, 0), "prepare": Point(0, 400)})
    view = shown(qtbot, document)

    drop_kind(view, "processing", _between(view))

    qtbot.waitUntil(lambda: view.canvas.nodes["train"].at == view.session.document.nodes["train"].position)
    cards = [view.canvas.nodes[name].body() for name in ("raw", "processing", "train")]
    assert cards[0].right() + 24 < cards[1].left() < cards[1].right() + 24 < cards[2].left()
    assert {card.y() for card in (cards[0], cards[2])} == {0.0}
    assert view.session.document.nodes["prepare"].position == Point(0, 400)
    view.session.undo()
    assert view.session.document == document


def test_a_kind_that_nobody_knows_is_not_taken(qtbot: QtBot) -> None:
    view = shown(qtbot, small())

    taken = drop_kind(view, "teleport", (200, 340))

    assert not taken
    assert view.session.document == small()
