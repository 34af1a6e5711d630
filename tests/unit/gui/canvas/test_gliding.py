from pytestqt.qtbot import QtBot

from designer.document.edits import move_nodes
from designer.document.model import Point
from designer.gui.canvas.view import CanvasView
from tests.unit.gui.canvas.drive import shown
from tests.unit.gui.canvas.sample import small


def _moved(qtbot: QtBot, *, wanted: bool = True) -> CanvasView:
    view = shown(qtbot, small())
    view.gliding.wanted = wanted
    arranged = move_nodes(small(), {"train": Point(2000, 0)})
    view.gliding.glide_after(lambda: view.session.apply(arranged, "Arrange"))
    return view


def test_a_card_glides_from_where_it_was_and_arrives(qtbot: QtBot) -> None:
    view = _moved(qtbot)
    begun = view.canvas.nodes["train"].at.x

    qtbot.waitUntil(lambda: view.canvas.nodes["train"].at == (2000, 0), timeout=3_000)

    assert begun < 2000
    assert view.session.document.nodes["train"].position == Point(2000, 0)


def test_an_edit_under_way_finds_everything_in_its_place(qtbot: QtBot) -> None:
    view = _moved(qtbot)

    view.session.undo()
    qtbot.wait(250)

    assert view.canvas.nodes["train"].at == (640, 240)


def test_whoever_likes_less_motion_has_none(qtbot: QtBot) -> None:
    view = _moved(qtbot, wanted=False)

    assert view.canvas.nodes["train"].at == (2000, 0)
