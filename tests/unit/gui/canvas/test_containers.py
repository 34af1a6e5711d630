"""Nested graphs on the canvas: a map's nodes stand in a container, into which and out of which nodes are dragged."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from designer.catalog.palette import KINDS as ALL
from designer.document.model import Document, Edge, Node, Point
from designer.gui.canvas.view import CanvasView
from designer.gui.canvas.wire_painting import wire_ink
from designer.gui.session import EditingSession
from designer.gui.theme.theme import LIGHT_THEME
from tests.unit.gui.canvas.drive import drag, middle, pin, press_key


def nested() -> Document:
    nodes = (
        Node(id="each", kind="map", settings={"items": ["a"]}, position=Point(0, 0)),
        Node(id="inner", kind="lambda", position=Point(0, 240), inside="each"),
        Node(id="outer", kind="lambda", position=Point(480, 0)),
        Node(id="rescue", kind="notify", position=Point(800, 0)),
    )
    return Document(name="test", nodes={node.id: node for node in nodes})


def shown(qtbot: QtBot, document: Document) -> CanvasView:
    view = CanvasView(EditingSession(document), {kind.id: kind for kind in ALL}, LIGHT_THEME)
    qtbot.addWidget(view)
    view.resize(1200, 700)
    view.show()
    view.zoom.actual()
    view.centerOn(500, 250)
    return view


def test_what_stands_inside_is_framed_with_the_name_of_its_map(qtbot: QtBot) -> None:
    view = shown(qtbot, nested())

    (container,) = view.canvas.frames.values()
    assert container.frame.title == "each: for each item"
    assert container.body().contains(view.canvas.nodes["inner"].body())
    assert not container.body().intersects(view.canvas.nodes["outer"].body())


def test_a_node_dropped_in_a_container_stands_in_the_map(qtbot: QtBot) -> None:
    view = shown(qtbot, nested())

    drag(view, middle(view, "outer"), (middle(view, "inner")[0], middle(view, "inner")[1] + 16))

    assert view.session.document.nodes["outer"].inside == "each"
    view.session.undo()
    assert view.session.document == nested()


def test_a_node_dropped_on_the_card_of_an_empty_map_stands_in_it(qtbot: QtBot) -> None:
    document = nested()
    nodes = {**document.nodes, "inner": Node(id="inner", kind="lambda", position=Point(0, 240))}
    view = shown(qtbot, Document(name="test", nodes=nodes))

    drag(view, middle(view, "inner"), middle(view, "each"))

    assert view.session.document.nodes["inner"].inside == "each"


def test_a_node_dragged_far_away_leaves_the_map(qtbot: QtBot) -> None:
    view = shown(qtbot, nested())

    drag(view, middle(view, "inner"), (900, 500))

    assert view.session.document.nodes["inner"].inside == ""


def test_the_keyboard_moves_the_selection_into_a_map_and_out_again(qtbot: QtBot) -> None:
    view = shown(qtbot, nested())
    view.session.select({"each", "outer"})

    press_key(view, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert view.session.document.nodes["outer"].inside == "each"

    view.session.select({"outer"})
    press_key(view, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert view.session.document.nodes["outer"].inside == ""


def test_a_wire_from_the_pin_for_errors_is_an_error_edge(qtbot: QtBot) -> None:
    view = shown(qtbot, nested())

    drag(
        view, pin(view, "outer", "error", outgoing=True, flow=True), pin(view, "rescue", "", outgoing=False, flow=True)
    )

    assert view.session.document.edges == (Edge(source="outer", source_port="error", target="rescue"),)
    (wire,) = view.canvas.edges.values()
    assert wire_ink(wire, LIGHT_THEME) == LIGHT_THEME.ink.error
