"""Frames take in what is dropped on them, and let go of what is dragged well away."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from designer.document.model import Document, Frame, Node, Point
from designer.gui.canvas.view import CanvasView
from tests.unit.gui.canvas.drive import LEFT, drag, drop_kind, middle, pixel, press_key, shown


def framed(*more: Frame) -> Document:
    nodes = (
        Node(id="one", kind="processing", position=Point(0, 0)),
        Node(id="two", kind="processing", position=Point(0, 240)),
        Node(id="free", kind="training", position=Point(560, 100)),
    )
    frames = (Frame(id="stage", title="Stage", nodes=("one", "two")), *more)
    return Document(name="test", nodes={node.id: node for node in nodes}, frames=frames)


def members(view: CanvasView, frame: str = "stage") -> tuple[str, ...]:
    return next((one.nodes for one in view.session.document.frames if one.id == frame), ())


def test_a_node_dropped_on_a_frame_stands_in_it_and_undo_takes_it_out_again(qtbot: QtBot) -> None:
    view = shown(qtbot, framed())

    drag(view, middle(view, "free"), (middle(view, "one")[0], 190))

    assert members(view) == ("one", "two", "free")
    view.session.undo()
    assert view.session.document == framed()


def test_a_frame_shows_what_it_will_hold_before_the_node_is_let_go(qtbot: QtBot) -> None:
    view = shown(qtbot, framed())
    frame = view.canvas.frames["stage"]

    drag(view, middle(view, "free"), (middle(view, "one")[0], 190), let_go=False)
    assert frame.body().contains(view.canvas.nodes["free"].body())

    press_key(view, Qt.Key.Key_Escape)
    assert not frame.body().intersects(view.canvas.nodes["free"].body())
    QTest.mouseRelease(view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, pixel(view, 0, 0))
    assert view.session.document == framed()


def test_a_node_dragged_well_away_leaves_its_frame(qtbot: QtBot) -> None:
    view = shown(qtbot, framed())

    drag(view, middle(view, "two"), (800, 500))

    assert members(view) == ("one",)


def test_a_node_moved_a_little_stretches_its_frame(qtbot: QtBot) -> None:
    view = shown(qtbot, framed())

    drag(view, middle(view, "two"), (middle(view, "two")[0] + 100, middle(view, "two")[1] + 60))

    assert members(view) == ("one", "two")


def test_a_frame_that_is_moved_as_a_whole_keeps_its_nodes_wherever_it_lands(qtbot: QtBot) -> None:
    view = shown(qtbot, framed(Frame(id="other", title="Other", nodes=("free",))))
    view.session.select(["one", "two"])

    drag(view, middle(view, "one"), middle(view, "free"))

    assert (members(view), members(view, "other")) == (("one", "two"), ("free",))


def test_a_node_goes_from_frame_to_frame(qtbot: QtBot) -> None:
    view = shown(qtbot, framed(Frame(id="other", title="Other", nodes=("free",))))

    drag(view, middle(view, "two"), (middle(view, "free")[0], middle(view, "free")[1] + 16))

    assert (members(view), members(view, "other")) == (("one",), ("free", "two"))


def test_what_is_dropped_from_the_palette_on_a_frame_stands_in_it(qtbot: QtBot) -> None:
    view = shown(qtbot, framed())

    assert drop_kind(view, "processing", (middle(view, "one")[0], 190))

    assert len(members(view)) == 3
    assert drop_kind(view, "processing", (700, 500))
    assert len(members(view)) == 3
