"""Wires in right angles: chosen in the menu, drawn, picked, cut, dragged, and remembered."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from designer.document import edits
from designer.document.model import Edge, Point
from designer.graph.right_angles import RADIUS
from designer.gui.canvas.items.loose_wire_item import LooseWireItem
from designer.gui.canvas.wire import Wire
from designer.gui.window import PipelineWindow
from tests.window.conftest import FakeAsking, Opened

pytestmark = [pytest.mark.window, pytest.mark.qt_log_ignore("This plugin does not support")]
Make = Callable[[], tuple[PipelineWindow, FakeAsking]]
EDGE = Edge(source="customers", source_port="dataset", target="train", target_port="train")
LEFT, NONE, ALT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier


def shown(window: PipelineWindow, train: Point) -> Wire:
    """Put the cards to their places at 100 %, and return the wire between them."""
    session, view = window.session, window.canvas
    session.apply(edits.move_nodes(session.document, {"customers": Point(0, 0), "train": train}), "Move")
    view.zoom.actual()
    view.centerOn(270, 140)
    return view.canvas.edges[EDGE]


def choose_right_angles(window: PipelineWindow) -> None:
    action = window.actions_by_id["right_angles"]
    assert action in window.menus["View"].actions()
    action.trigger()


def leaning(points: Sequence[Point]) -> float:
    """Return the length of the longest piece that is neither level nor upright."""
    lines = [(abs(end.x - start.x), abs(end.y - start.y)) for start, end in pairwise(points)]
    return max((max(across, down) for across, down in lines if across and down), default=0.0)


def upright_place(wire: Wire) -> QPointF:
    """Return the middle of the longest upright piece."""
    pieces = [(start, end) for start, end in pairwise(wire.points()) if start.x == end.x]
    start, end = max(pieces, key=lambda piece: abs(piece[1].y - piece[0].y))
    return QPointF(start.x, (start.y + end.y) / 2)


def drag(window: PipelineWindow, start: QPointF, *steps: QPoint, modifier: Qt.KeyboardModifier = NONE) -> QPoint:
    """Press at a point of the scene and move on; return where the mouse is."""
    at = window.canvas.mapFromScene(start)
    QTest.mousePress(window.canvas.viewport(), LEFT, modifier, at)
    for step in steps:
        at += step
        QTest.mouseMove(window.canvas.viewport(), at)
    return at


def test_wires_are_drawn_in_right_angles_and_as_curves_again(opened: Opened) -> None:
    window = opened.window
    wire = shown(window, Point(320, 200))
    curve = wire.points()
    ends = (curve[0], curve[-1])

    choose_right_angles(window)
    angled = wire.points()
    choose_right_angles(window)

    assert leaning(curve) > RADIUS / 2
    assert angled != curve
    assert (angled[0], angled[-1]) == ends == wire.ends
    assert leaning(angled) < RADIUS / 2
    assert wire.points() == curve


def test_what_is_seen_is_the_way_in_right_angles(opened: Opened) -> None:
    window = opened.window
    wire = shown(window, Point(320, 200))
    choose_right_angles(window)
    view = window.canvas

    picture = view.viewport().grab().toImage()

    at = view.mapFromScene(upright_place(wire)) * picture.devicePixelRatio()
    ground = picture.pixelColor(at + QPoint(-9, 3))
    assert any(picture.pixelColor(at + QPoint(across, 3)) != ground for across in (-1, 0, 1))


@pytest.mark.parametrize("train", [Point(320, 200), Point(-320, 200), Point(-320, 0), Point(700, 160)])
def test_a_click_on_the_drawn_way_picks_the_edge(opened: Opened, train: Point) -> None:
    window = opened.window
    wire = shown(window, train)
    choose_right_angles(window)
    at = upright_place(wire)
    window.canvas.centerOn(at)

    QTest.mouseClick(window.canvas.viewport(), LEFT, NONE, window.canvas.mapFromScene(at))

    assert window.canvas.picking.edges == {EDGE}
    assert wire.bounds.contains(at)


def test_a_line_drawn_with_alt_cuts_the_drawn_way(opened: Opened) -> None:
    window = opened.window
    wire = shown(window, Point(-320, 200))
    choose_right_angles(window)
    at = upright_place(wire)
    window.canvas.centerOn(at)

    end = drag(window, at - QPointF(12, 0), QPoint(10, 0), QPoint(14, 0), modifier=ALT)
    QTest.mouseRelease(window.canvas.viewport(), LEFT, ALT, end)

    assert window.session.document.edges == ()


def test_a_wire_that_is_dragged_is_drawn_in_right_angles_too(opened: Opened) -> None:
    window = opened.window
    shown(window, Point(500, 400))
    choose_right_angles(window)
    pin = window.canvas.canvas.edges[EDGE].ends[0]

    end = drag(window, QPointF(pin.x, pin.y), QPoint(40, 20), QPoint(40, 60))
    (dragged,) = (item for item in window.canvas.canvas.items() if isinstance(item, LooseWireItem))
    path = dragged.path
    QTest.mouseRelease(window.canvas.viewport(), LEFT, NONE, end)

    elements = [path.elementAt(place) for place in range(path.elementCount())]
    drawn = [Point(float(each.x), float(each.y)) for each in elements]
    assert drawn[0] == pin
    assert len(drawn) > 4
    assert leaning(drawn) < RADIUS / 2


def test_a_long_wire_finds_another_way_when_a_card_is_put_into_its_way(opened: Opened) -> None:
    window = opened.window
    wire = shown(window, Point(700, 160))
    choose_right_angles(window)
    before = wire.points()
    session = window.session
    level = max(pairwise(before), key=lambda piece: abs(piece[1].x - piece[0].x))[0].y
    other = replace(session.document.nodes["customers"], id="other", position=Point(340, level - 30))

    session.apply(edits.add_node(session.document, other), "Add")

    card = window.canvas.canvas.nodes["other"].body()
    assert wire.points() != before
    assert not any(card.contains(QPointF(each.x, each.y)) for each in wire.points())
    session.undo()
    assert wire.points() == before


def test_the_choice_is_still_there_in_the_next_window(opened: Opened, make_window: Make) -> None:
    choose_right_angles(opened.window)

    other, _ = make_window()

    assert other.actions_by_id["right_angles"].isChecked()
    assert other.canvas.canvas.laying.right_angled
    choose_right_angles(other)
    third, _ = make_window()
    assert not third.actions_by_id["right_angles"].isChecked()
    assert not third.canvas.canvas.laying.right_angled
