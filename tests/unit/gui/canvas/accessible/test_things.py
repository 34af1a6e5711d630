"""Wires, notes and frames beside the nodes, as a screen reader finds them."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF
from PySide6.QtGui import QAccessible, QAccessibleInterface
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from designer.document.edits import disconnect, put_frame, remove_note
from designer.document.model import Document, Node, Point
from designer.gui.canvas.folding import fold
from designer.gui.canvas.view import CanvasView
from designer.gui.session import EditingSession
from designer.gui.theme.theme import LIGHT_THEME
from tests.unit.gui.canvas.accessible.hearing import DESCRIPTION, NAME, REORDERED, Heard, children, entries, read
from tests.unit.gui.canvas.accessible.sample import ORDER, WIRE, furnished
from tests.unit.gui.canvas.drive import shown
from tests.unit.gui.canvas.sample import KINDS, node

Role = QAccessible.Role
NOTE, FRAME, WIRE_NAME = "Trains every night.", "Learning, 1 node", "Wire from prepare to train"


def found_at(view: CanvasView, at: QPointF) -> QAccessibleInterface:
    place = view.viewport().mapToGlobal(view.mapFromScene(at))
    return read(view).childAt(place.x(), place.y())


def middle_of_wire(view: CanvasView) -> QPointF:
    points = view.canvas.edges[WIRE].points()
    return QPointF(*points[len(points) // 2])


def test_wires_notes_and_frames_come_after_the_nodes_and_before_the_widgets(qtbot: QtBot) -> None:
    view = shown(qtbot, furnished())
    canvas = read(view)

    assert {name: entry.role() for name, entry in entries(view).items()} == {
        "raw, S3 data": Role.ListItem,
        "prepare, Processing job": Role.ListItem,
        "train, Train model": Role.ListItem,
        WIRE_NAME: Role.ListItem,
        "Wire from raw to prepare": Role.ListItem,
        NOTE: Role.Note,
        FRAME: Role.Grouping,
    }
    assert [child.object() is None for child in children(canvas)] == [True] * 7 + [False] * (canvas.childCount() - 7)
    for index, child in enumerate(children(canvas)):
        assert canvas.indexOfChild(child) == index
        assert canvas.child(index) is child
    for entry in entries(view).values():
        assert entry.parent() is canvas


def test_a_wire_tells_its_bends_and_its_ports(qtbot: QtBot) -> None:
    view = shown(qtbot, replace(furnished(), edges=(replace(WIRE, via=(Point(560, 200),)), ORDER)))
    texts = {entry.text(NAME): entry.text(DESCRIPTION) for entry in entries(view).values()}

    assert texts[f"{WIRE_NAME}, one bend"] == "Output Train, Input Train"
    assert texts["Wire from raw to prepare"] == ""


def test_each_is_found_where_the_mouse_would_hit_it(qtbot: QtBot) -> None:
    view = shown(qtbot, furnished())
    known = entries(view)
    title = view.canvas.frames["learning"].title_rect().center()

    assert found_at(view, middle_of_wire(view)) is known[WIRE_NAME]
    assert found_at(view, view.canvas.notes["why"].body().center()) is known[NOTE]
    assert found_at(view, title) is known[FRAME]
    assert found_at(view, QPointF(500, -60)) is None


def test_each_stands_on_the_screen_where_it_is_drawn(qtbot: QtBot) -> None:
    view = shown(qtbot, furnished())
    areas = {
        WIRE_NAME: view.canvas.edges[WIRE].bounds,
        NOTE: view.canvas.notes["why"].body(),
        FRAME: view.canvas.frames["learning"].body(),
    }

    for name, area in areas.items():
        place = entries(view)[name].rect()
        corner = view.viewport().mapToGlobal(view.mapFromScene(area.topLeft()))
        assert (place.topLeft() - corner).manhattanLength() <= 2
        assert abs(place.width() - area.width()) <= 3
        assert abs(place.height() - area.height()) <= 3


@pytest.mark.parametrize("name", [WIRE_NAME, NOTE, FRAME])
def test_what_is_scrolled_away_is_off_the_screen(qtbot: QtBot, name: str) -> None:
    view = shown(qtbot, furnished())
    entry = entries(view)[name]
    assert not entry.state().offscreen

    view.zoom.fit(QRectF(9_000, 0, 200, 200))

    assert entry.state().offscreen
    assert not entry.state().invisible


def test_what_is_picked_is_told_apart(qtbot: QtBot) -> None:
    view = shown(qtbot, furnished())
    known = entries(view)
    states = {name: bool(entry.state().selectable) for name, entry in known.items() if name in (WIRE_NAME, NOTE, FRAME)}
    assert states == {WIRE_NAME: True, NOTE: True, FRAME: False}

    view.picking.pick(edges=[WIRE])
    assert [name for name, entry in known.items() if entry.state().selected] == [WIRE_NAME]
    view.picking.pick(notes=["why"])
    assert [name for name, entry in known.items() if entry.state().selected] == [NOTE]


def test_a_folded_frame_says_so_and_what_is_in_it_is_hidden(qtbot: QtBot) -> None:
    document = put_frame(furnished(), replace(furnished().frames[0], nodes=("prepare", "train")))
    view = shown(qtbot, document)
    known = entries(view)
    frame, wire, train = known["Learning, 2 nodes"], known[WIRE_NAME], known["train, Train model"]
    before = (bool(frame.state().expanded), bool(frame.state().collapsed), bool(wire.state().invisible))

    view.session.apply(fold(view.session.document, "learning", folded=True), "Fold")

    assert before == (True, False, False)
    assert (bool(frame.state().expanded), bool(frame.state().collapsed)) == (False, True)
    assert wire.state().invisible
    assert train.state().invisible
    assert train.child(0).state().invisible
    assert not frame.state().invisible
    assert found_at(view, view.canvas.frames["learning"].body().center()) is frame


def test_the_frame_around_a_nested_graph_can_be_read_but_not_folded(qtbot: QtBot) -> None:
    inner = replace(node("inner", "processing", 700, 600), inside="train")
    view = shown(qtbot, replace(furnished(), nodes={**furnished().nodes, "inner": inner}))

    frame = entries(view)["train: for each item, 1 node"]

    assert not frame.state().expandable


@pytest.mark.parametrize("name", [WIRE_NAME, NOTE, FRAME])
def test_what_is_no_more_is_given_up_and_comes_back_when_that_is_undone(
    qtbot: QtBot, heard: list[Heard], name: str
) -> None:
    view = shown(qtbot, furnished())
    session, entry = view.session, entries(view)[name]
    others = [other for other in entries(view).values() if other is not entry]
    number = QAccessible.uniqueId(entry)
    bare = remove_note(disconnect(session.document, [WIRE]), "why")
    without = {
        WIRE_NAME: disconnect(session.document, [WIRE]),
        NOTE: remove_note(session.document, "why"),
        FRAME: replace(bare, frames=(), edges=session.document.edges, notes=session.document.notes),
    }

    session.apply(without[name], "Remove")
    assert not isValid(entry)
    assert QAccessible.accessibleInterface(number) is None
    assert list(entries(view).values()) == others
    assert REORDERED not in [event.sort for event in heard]

    session.undo()
    assert entries(view)[name].parent() is read(view)
    assert (REORDERED, "Canvas") in [event[:2] for event in heard]


def test_nothing_is_left_when_the_canvas_is_gone(qapp: object) -> None:
    view = CanvasView(EditingSession(furnished()), KINDS, LIGHT_THEME)
    parts = children(read(view))[:7]
    numbers = [QAccessible.uniqueId(part) for part in parts]

    view.deleteLater()
    QCoreApplication.sendPostedEvents(view, QEvent.Type.DeferredDelete)

    assert not any(isValid(part) for part in parts)
    assert all(QAccessible.accessibleInterface(number) is None for number in numbers)


def test_a_large_canvas_is_listed_once(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    nodes = {f"n{number}": Node(id=f"n{number}", kind="notify") for number in range(300)}
    view = shown(qtbot, Document(name="large", nodes=nodes))
    canvas = read(view)
    last = canvas.child(299)
    listed: list[object] = []
    monkeypatch.setattr("designer.gui.canvas.accessible.things._listed", listed.append)

    assert canvas.child(299) is last
    assert canvas.indexOfChild(last) == 299
    assert canvas.childCount() > 300
    assert listed == []
