"""Wires are bent by mouse and keys."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from designer.document.bends import lead
from designer.document.edits import put_frame
from designer.document.model import Document, Edge, Frame, Point
from designer.gui.canvas.overview import paint_overview
from designer.gui.canvas.view import CanvasView
from designer.gui.canvas.wire import Wire
from tests.unit.gui.canvas.drive import (
    LEFT,
    NONE,
    click,
    double_click,
    drag,
    drop_kind,
    hover,
    middle,
    pin,
    pixel,
    press_key,
    shown,
)
from tests.unit.gui.canvas.sample import data, flow, node

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
WIRE = data("raw", "data", "train", "train")
ORDER = flow("prepare", "train")
BEND = (400.0, 304.0)


def drawn(*via: tuple[float, float]) -> Document:
    """Return three nodes, far apart, of which two are joined by a wire that is led through these points."""
    nodes = (node("raw", "s3_data", 0, 0), node("prepare", "processing", 320, 480), node("train", "training", 720, 240))
    wire = replace(WIRE, via=tuple(Point(x, y) for x, y in via))
    return Document(name="drawn", nodes={one.id: one for one in nodes}, edges=(wire, ORDER))


def wire(view: CanvasView, edge: Edge = WIRE) -> Wire:
    return view.canvas.edges[edge]


def body(view: CanvasView, edge: Edge = WIRE) -> tuple[float, float]:
    """Return a place in the middle of a wire."""
    points = wire(view, edge).points()
    at = points[len(points) // 2]
    return at.x, at.y


def via(view: CanvasView, edge: Edge = WIRE) -> list[tuple[float, float]]:
    (found,) = (one for one in view.session.document.edges if one == edge)
    return [(at.x, at.y) for at in found.via]


def selected(view: CanvasView) -> list[str]:
    return sorted(view.session.selection)


def test_dragging_the_body_of_a_picked_wire_bends_it_on_the_grid_as_one_edit(qtbot: QtBot) -> None:
    view = shown(qtbot, drawn())
    click(view, body(view))

    drag(view, body(view), (405, 301))

    assert via(view) == [(408, 304)]
    assert wire(view).squared_distance(QPointF(408, 304)) < 1
    assert view.session.undo_stack.undoText() == "Bend wire"
    assert view.picking.edges == {WIRE}
    view.session.undo()
    assert view.session.document == drawn()
    assert wire(view).via == ()


def test_with_alt_a_wire_is_bent_that_is_not_picked(qtbot: QtBot) -> None:
    view = shown(qtbot, drawn())

    drag(view, body(view), (405, 301), modifier=ALT)

    assert via(view) == [(408, 304)]


def test_the_ends_of_a_picked_wire_are_still_put_elsewhere(qtbot: QtBot) -> None:
    view = shown(qtbot, drawn(BEND))
    click(view, body(view))
    x, y = pin(view, "train", "train", outgoing=False)

    drag(view, (x - 20, y), pin(view, "train", "validation", outgoing=False))

    assert via(view, data("raw", "data", "train", "validation")) == [BEND]


def test_an_end_that_is_put_back_changes_nothing(qtbot: QtBot) -> None:
    view = shown(qtbot, drawn(BEND))
    x, y = pin(view, "train", "train", outgoing=False)

    drag(view, (x - 20, y), (x, y))

    assert view.session.document == drawn(BEND)
    assert not view.session.undo_stack.canUndo()


def test_a_point_is_dragged_where_it_is_wanted(qtbot: QtBot) -> None:
    view = shown(qtbot, drawn(BEND, (560, 400)))

    drag(view, BEND, (321, 119))

    assert via(view) == [(320, 120), (560, 400)]
    assert view.session.undo_stack.undoText() == "Move bend"


def test_a_second_point_stands_in_its_order_along_the_wire(qtbot: QtBot) -> None:
    view = shown(qtbot, drawn((560, 400)))
    before = wire(view).points()[6]

    drag(view, (before.x, before.y), (320, 120), modifier=ALT)

    assert via(view) == [(320, 120), (560, 400)]


def test_a_point_comes_into_line_with_the_pin_that_the_wire_ends_at(qtbot: QtBot) -> None:
    view = shown(qtbot, drawn(BEND))
    _, y = pin(view, "train", "train", outgoing=False)

    drag(view, BEND, (560, y + 4))

    assert via(view) == [(560, y)]


def test_with_alt_a_point_lands_just_where_the_mouse_is(qtbot: QtBot) -> None:
    view = shown(qtbot, drawn(BEND))

    QTest.mousePress(view.viewport(), LEFT, NONE, pixel(view, *BEND))
    QTest.mouseMove(view.viewport(), pixel(view, 350, 200))
    QTest.mouseRelease(view.viewport(), LEFT, ALT, pixel(view, 327, 123))

    assert via(view) == [(327, 123)]


def test_a_point_that_is_put_back_on_the_straight_way_is_gone(qtbot: QtBot) -> None:
    view = shown(qtbot, drawn())
    straight = body(view)
    drag(view, straight, BEND, modifier=ALT)

    drag(view, BEND, straight)

    assert view.session.document == drawn()
    assert view.session.undo_stack.undoText() == "Remove bend"


def test_escape_gives_a_drag_up_in_the_air(qtbot: QtBot) -> None:
    view = shown(qtbot, drawn(BEND))
    points = wire(view).points()

    drag(view, BEND, (320, 120), let_go=False)
    assert wire(view).points() != points
    press_key(view, Qt.Key.Key_Escape)

    assert wire(view).points() == points
    assert view.session.document == drawn(BEND)
    assert not view.session.undo_stack.canUndo()


def test_a_double_click_bends_a_wire_and_on_a_point_takes_it_away(qtbot: QtBot) -> None:
    view = shown(qtbot, drawn())
    x, y = body(view)

    double_click(view, (x, y))
    ((bent_x, bent_y),) = via(view)
    assert abs(bent_x - x) + abs(bent_y - y) <= 8
    double_click(view, (bent_x, bent_y))

    assert via(view) == []
    assert view.session.undo_stack.undoText() == "Remove bend"


def test_delete_takes_the_point_under_the_mouse_away_and_else_the_wire(qtbot: QtBot) -> None:
    view = shown(qtbot, drawn(BEND))
    click(view, body(view))
    hover(view, BEND)

    press_key(view, Qt.Key.Key_Delete)
    assert via(view) == []
    press_key(view, Qt.Key.Key_Delete)

    assert view.session.document.edges == (ORDER,)


def test_delete_with_nodes_selected_minds_no_point_under_the_mouse(qtbot: QtBot) -> None:
    view = shown(qtbot, drawn(BEND))
    view.session.select(["prepare"])
    hover(view, BEND)

    press_key(view, Qt.Key.Key_Delete)

    assert "prepare" not in view.session.document.nodes
    assert via(view) == [BEND]


def test_points_are_seen_while_their_wire_is_hovered(qtbot: QtBot) -> None:
    view = shown(qtbot, drawn(BEND))
    place = pixel(view, BEND[0], BEND[1] - 4)
    hover(view, (0.0, -100.0))
    bare = view.viewport().grab().toImage().pixelColor(place)

    hover(view, BEND)

    assert view.viewport().grab().toImage().pixelColor(place) != bare
    assert view.viewport().cursor().shape() is Qt.CursorShape.SizeAllCursor


def test_by_keys_alone_a_wire_is_picked_bent_and_its_point_moved(qtbot: QtBot) -> None:
    view = shown(qtbot, drawn())
    view.session.select(["train"])

    view.navigating.next_wire()
    view.editing.bending.add()
    ((x, y),) = via(view)
    press_key(view, Qt.Key.Key_Down)
    press_key(view, Qt.Key.Key_Down)
    press_key(view, Qt.Key.Key_Left)

    assert via(view) == [(x - 8, y + 16)]
    view.session.undo()
    assert via(view) == [(x, y)]
    view.editing.bending.straighten()
    assert view.session.document == drawn()


def test_keys_go_from_wire_to_wire_of_a_node_and_on_to_their_ends(qtbot: QtBot) -> None:
    view = shown(qtbot, drawn())
    view.session.select(["train"])

    picked: list[Edge] = []
    for step in (1, 1, 1, -1):
        view.navigating.next_wire(step)
        picked += view.picking.edges
    assert picked == [WIRE, ORDER, WIRE, ORDER]
    qtbot.waitUntil(lambda: view.accessibleDescription() == "Wire from prepare to train")
    assert selected(view) == []

    press_key(view, Qt.Key.Key_Left)
    assert not view.picking.edges
    assert selected(view) == ["prepare"]


def test_a_wire_that_is_bent_again_by_keys_gets_its_point_in_the_longest_part(qtbot: QtBot) -> None:
    view = shown(qtbot, drawn((248, 56)))
    view.picking.pick(edges=[WIRE])

    view.editing.bending.add()

    assert via(view)[0] == (248, 56)
    assert via(view)[1][0] > 400


def test_points_go_along_with_both_nodes_while_they_are_dragged_and_after(qtbot: QtBot) -> None:
    view = shown(qtbot, drawn(BEND))
    view.session.select(["raw", "train"])
    x, y = middle(view, "raw")

    drag(view, (x, y), (x + 80, y + 40), let_go=False)
    assert [(at.x, at.y) for at in wire(view).via] == [(480, 344)]
    press_key(view, Qt.Key.Key_Escape)
    assert wire(view).via == (Point(*BEND),)
    drag(view, (x, y), (x + 80, y + 40))

    assert via(view) == [(480, 344)]
    press_key(view, Qt.Key.Key_Right, ALT)
    assert via(view) == [(488, 344)]


def test_points_stay_when_one_end_is_moved(qtbot: QtBot) -> None:
    view = shown(qtbot, drawn(BEND))
    x, y = middle(view, "raw")

    drag(view, (x, y), (x + 80, y + 40))

    assert via(view) == [BEND]


def test_points_go_along_with_nodes_that_were_never_placed(qtbot: QtBot) -> None:
    document = drawn(BEND)
    nodes = {node_id: replace(node, position=None) for node_id, node in document.nodes.items()}
    view = shown(qtbot, replace(document, nodes=nodes))
    view.session.select(["raw", "train"])

    press_key(view, Qt.Key.Key_Right, ALT)

    assert via(view) == [(BEND[0] + 8, BEND[1])]


def test_a_duplicate_of_both_nodes_is_bent_beside_the_original(qtbot: QtBot) -> None:
    view = shown(qtbot, drawn(BEND))
    view.session.select(["raw", "train"])

    press_key(view, Qt.Key.Key_D, CTRL)

    copy = data("raw-2", "data", "train-2", "train")
    assert via(view, copy) == [(BEND[0] + 32, BEND[1] + 32)]


def test_a_node_that_is_dropped_on_a_bent_wire_leaves_each_half_its_points(qtbot: QtBot) -> None:
    view = shown(qtbot, drawn((320, 120), (640, 360)))

    drop_kind(view, "processing", body(view))

    assert via(view, data("raw", "data", "processing", "input")) == [(320, 120)]
    assert via(view, data("processing", "train", "train", "train")) == [(640, 360)]


def test_arranging_straightens_in_the_same_step(qtbot: QtBot) -> None:
    view = shown(qtbot, drawn(BEND))

    press_key(view, Qt.Key.Key_L, CTRL)

    assert via(view) == []
    view.session.undo()
    assert view.session.document == drawn(BEND)


def test_a_line_with_alt_cuts_a_bent_wire_where_it_runs_now(qtbot: QtBot) -> None:
    view = shown(qtbot, drawn((400, 440)))

    drag(view, (280, 400), (520, 360), modifier=ALT)

    assert view.session.document.edges == (ORDER,)


def test_a_folded_frame_hides_the_points_of_wires_into_it(qtbot: QtBot) -> None:
    view = shown(qtbot, drawn(BEND))
    frame = Frame(id="f", title="F", nodes=("train", "prepare"), collapsed=True)

    view.session.apply(put_frame(view.session.document, frame), "Fold")
    assert wire(view).via == ()
    assert wire(view).squared_distance(QPointF(*BEND)) > 100
    view.session.undo()

    assert wire(view).via == (Point(*BEND),)


@pytest.mark.parametrize("right_angled", [False, True])
def test_a_bent_wire_stays_within_its_bounds_in_both_looks(qtbot: QtBot, *, right_angled: bool) -> None:
    view = shown(qtbot, drawn((400, -160), (64, 320)))
    view.canvas.set_right_angled(wanted=right_angled)

    bounds = wire(view).bounds

    assert all(bounds.contains(QPointF(at.x, at.y)) for at in wire(view).points())
    assert all(wire(view).squared_distance(QPointF(at.x, at.y)) < 1 for at in wire(view).via)
    assert bounds.contains(QPointF(64, 320))


def test_from_far_away_a_bent_wire_is_straight_from_point_to_point(qtbot: QtBot) -> None:
    view = shown(qtbot, drawn((400, 440)))
    picture = QImage(800, 600, QImage.Format.Format_RGB32)
    start, end = wire(view).ends

    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    paint_overview(painter, view.canvas)
    painter.end()

    way = [Point((start.x + 400) / 2, (start.y + 440) / 2), Point((400 + end.x) / 2, (440 + end.y) / 2)]
    assert all(_is_inked(picture, at) for at in way)
    assert not _is_inked(picture, Point((start.x + end.x) / 2, (start.y + end.y) / 2))


def _is_inked(picture: QImage, at: Point) -> bool:
    near = (QPoint(round(at.x) + across, round(at.y) + down) for across in (-1, 0, 1) for down in (-1, 0, 1))
    return any(picture.pixelColor(one) != Qt.GlobalColor.white for one in near)


def test_a_wire_that_is_led_elsewhere_from_outside_is_shown_so(qtbot: QtBot) -> None:
    view = shown(qtbot, drawn(BEND))

    view.session.apply(lead(view.session.document, WIRE, (Point(320, 120),)), "Elsewhere")

    assert wire(view).via == (Point(320, 120),)
    assert wire(view).squared_distance(QPointF(320, 120)) < 1
