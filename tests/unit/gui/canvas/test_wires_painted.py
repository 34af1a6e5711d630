"""Wires as they are seen: of one colour from end to end, also where they are enlarged."""

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from designer.document.edits import add_node
from designer.document.model import Document, Edge, Node, Point
from designer.gui.canvas.view import CanvasView
from designer.gui.canvas.wire import Wire
from tests.unit.gui.canvas.drive import shown
from tests.unit.gui.canvas.sample import data

EDGE = data("source", "data", "target", "train")


def joined(others: int = 0) -> Document:
    document = Document(
        name="wires",
        nodes={
            "source": Node(id="source", kind="s3_data", position=Point(0, 0)),
            "target": Node(id="target", kind="training", position=Point(700, 56)),
        },
        edges=(EDGE,),
    )
    for number in range(others):
        document = add_node(document, Node(id=f"far-{number}", kind="wait", position=Point(9000, 96.0 * number)))
    flow = tuple(Edge(source=f"far-{number}", target=f"far-{number + 1}") for number in range(others - 1))
    return Document(name="wires", nodes=document.nodes, edges=(*document.edges, *flow))


def colours_along(view: CanvasView, wire: Wire) -> set[str]:
    """Return the colours in the middle of the wire, its ends and what lies over them left out."""
    picture = view.grab().toImage()
    ratio = picture.devicePixelRatio()
    found = set()
    curve = wire.course.points(fine=True)
    for x in range(260, 660):
        after = next(index for index, at in enumerate(curve) if at.x > x)
        here, there = curve[after - 1], curve[after]
        y = here.y + (there.y - here.y) * (x - here.x) / (there.x - here.x)
        at = view.mapFromScene(QPointF(x, y))
        if view.viewport().rect().contains(at):
            around = [picture.pixelColor(int(at.x() * ratio), int((at.y() + step) * ratio)) for step in (-1, 0, 1)]
            found.add(min(around, key=QColor.lightness).name())
    return found


@pytest.mark.parametrize("others", [0, 60])
def test_an_enlarged_wire_has_no_seams(qtbot: QtBot, others: int) -> None:
    view = shown(qtbot, joined(others))
    view.scale(2.0, 2.0)
    view.centerOn(450, 60)

    assert len(colours_along(view, view.canvas.edges[EDGE])) == 1


def test_a_wire_of_a_small_pipeline_has_no_seams(qtbot: QtBot) -> None:
    view = shown(qtbot, joined())

    assert len(colours_along(view, view.canvas.edges[EDGE])) <= 3  # as its edges lie between pixels
