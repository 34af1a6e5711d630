"""The whole graph from far away shows the document, whatever was done before."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from designer.document import edits
from designer.document.bends import add_bend
from designer.document.model import Document, Frame, Point
from designer.gui.canvas import far_lines
from designer.gui.canvas.detail import Detail, detail_at
from designer.gui.canvas.view import CanvasView
from designer.gui.session import EditingSession
from designer.gui.theme.theme import DARK_THEME, LIGHT_THEME, Theme
from tests.unit.gui.canvas.drive import drag, middle, pixel
from tests.unit.gui.canvas.sample import KINDS, churn

_FAR = 0.12
_CLEAR = 32
_SEEN = 20
_Edit = Callable[[Document], Document]


def far(qtbot: QtBot, document: Document, theme: Theme = LIGHT_THEME) -> CanvasView:
    view = CanvasView(EditingSession(document), KINDS, theme)
    qtbot.addWidget(view)
    view.resize(600, 400)
    view.show()
    view.zoom.to(_FAR)
    view.centerOn(500, 250)
    assert detail_at(view.zoom.scale) is Detail.BOX
    return view


def picture(view: CanvasView) -> QImage:
    return view.grab().toImage()


def differing(one: QImage, other: QImage) -> int:
    """Return how many pixels are clearly different: wires that cross may lie above each other in another order."""
    assert one.size() == other.size()
    places = ((x, y) for x in range(one.width()) for y in range(one.height()))
    return sum(_are_apart(one.pixel(x, y), other.pixel(x, y)) for x, y in places)


def _are_apart(one: int, other: int) -> bool:
    return one != other and any(abs((one >> shift & 255) - (other >> shift & 255)) > _CLEAR for shift in (0, 8, 16))


def _moved(document: Document) -> Document:
    return edits.move_nodes(document, {"evaluate": Point(900.0, 900.0)})


def _bent(document: Document) -> Document:
    return add_bend(document, document.edges[0], 0, Point(300.0, 1200.0))


def _folded(document: Document) -> Document:
    names = tuple(document.nodes)[1:4]
    return edits.put_frame(document, Frame(id="f", title="Stage", nodes=names, collapsed=True))


def _removed(document: Document) -> Document:
    return edits.remove_nodes(document, ["evaluate"])


def _disconnected(document: Document) -> Document:
    return edits.disconnect(document, document.edges[:2])


@pytest.mark.parametrize("edit", [_moved, _bent, _folded, _removed, _disconnected])
def test_after_an_edit_and_after_undoing_it_everything_is_where_it_belongs(qtbot: QtBot, edit: _Edit) -> None:
    document = churn()
    view = far(qtbot, document)
    before = picture(view)

    view.session.apply(edit(document), "Edit")
    after = picture(view)
    view.session.undo()

    assert differing(after, picture(far(qtbot, edit(document)))) == 0
    assert differing(picture(view), before) == 0
    assert differing(before, after) > _SEEN


def test_selected_and_failed_nodes_and_another_theme_are_seen(qtbot: QtBot) -> None:
    view = far(qtbot, churn())
    at = view.mapFromScene(QPointF(*middle(view, "evaluate")))

    plain = picture(view).pixelColor(at)
    view.session.select(["evaluate"])
    selected = picture(view).pixelColor(at)
    view.session.select([])
    view.set_theme(DARK_THEME)

    assert plain == LIGHT_THEME.ink.category("train")
    assert selected == LIGHT_THEME.ink.accent
    assert differing(picture(view), picture(far(qtbot, churn(), DARK_THEME))) == 0


def test_the_band_of_a_selection_is_seen(qtbot: QtBot) -> None:
    view = far(qtbot, churn())
    before = picture(view)
    start, end = (-1500.0, -1200.0), (-600.0, -600.0)

    drag(view, start, end, let_go=False)

    inside = QRect(pixel(view, *start), pixel(view, *end)).adjusted(4, 4, -4, -4)
    assert picture(view).copy(inside) != before.copy(inside)


@pytest.fixture
def crowd(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(far_lines, "_CROWD", 3)


@pytest.mark.usefixtures("crowd")
def test_a_crowd_of_wires_is_copied_while_the_wheel_turns_and_painted_anew_a_moment_later(qtbot: QtBot) -> None:
    view = far(qtbot, churn())
    fresh = far(qtbot, churn())
    fresh.zoom.to(_FAR / 1.5)
    exact = picture(fresh)
    view.grab()

    view.zoom.to(_FAR / 1.5)
    copied = picture(view)

    qtbot.wait(400)

    assert differing(copied, exact) > _SEEN
    assert differing(picture(view), exact) == 0


@pytest.mark.usefixtures("crowd")
def test_what_a_crowd_had_not_in_view_is_not_missing_when_one_goes_farther(qtbot: QtBot) -> None:
    view, fresh = far(qtbot, churn()), far(qtbot, churn())
    for each in (view, fresh):
        each.resize(150, 400)
        each.centerOn(500, 250)
    view.grab()

    for each in (view, fresh):
        each.zoom.to(_FAR / 2)

    assert differing(picture(view), picture(fresh)) == 0


@pytest.mark.usefixtures("crowd")
def test_a_crowd_follows_the_document(qtbot: QtBot) -> None:
    document = churn()
    view = far(qtbot, document)
    view.grab()

    view.session.apply(replace(_moved(document), edges=document.edges[1:]), "Edit")

    assert differing(picture(view), picture(far(qtbot, view.session.document))) == 0
