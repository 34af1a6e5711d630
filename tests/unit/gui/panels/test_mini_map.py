from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from designer.document.edits import add_node
from designer.document.model import Node, Point
from designer.gui.panels.mini_map import MiniMap
from tests.unit.gui.canvas.drive import shown
from tests.unit.gui.canvas.sample import churn, small


def test_a_few_nodes_need_no_map(qtbot: QtBot) -> None:
    mini = MiniMap(shown(qtbot, small()))

    assert mini.isHidden()


def test_a_map_comes_with_more_nodes_and_goes_when_it_is_not_wanted(qtbot: QtBot) -> None:
    view = shown(qtbot, small())
    mini = MiniMap(view)

    view.session.apply(add_node(small(), Node(id="far", kind="wait", position=Point(3000, 0))), "Add")
    qtbot.waitUntil(lambda: not mini.isHidden())
    mini.want(wanted=False)

    assert mini.isHidden()


def test_a_click_moves_what_is_seen(qtbot: QtBot) -> None:
    document = add_node(churn(), Node(id="far", kind="wait", position=Point(9000, 4000)))
    view = shown(qtbot, document)
    mini = MiniMap(view)
    before = view.mapToScene(view.viewport().rect()).boundingRect()

    qtbot.mouseClick(mini, Qt.MouseButton.LeftButton, pos=QPoint(mini.width() - 12, mini.height() - 40))

    seen = view.mapToScene(view.viewport().rect()).boundingRect()
    assert not before.intersects(view.canvas.nodes["far"].body())
    assert seen.center().x() > 7000


def test_a_map_covers_little_of_a_small_canvas_and_follows_its_size(qtbot: QtBot) -> None:
    view = shown(qtbot, churn())
    mini = MiniMap(view)

    for width in (1600, 700, 1000):
        view.resize(width, 600)

        assert mini.width() <= width / 5
        assert view.rect().contains(mini.geometry())
        assert view.width() - mini.geometry().right() < 30
