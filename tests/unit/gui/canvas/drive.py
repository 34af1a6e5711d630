"""Mouse and keys for the canvas, by places of the scene."""

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from designer.document.model import Document
from designer.gui.canvas.gestures.place import KIND_MIME
from designer.gui.canvas.view import CanvasView
from designer.gui.session import EditingSession
from designer.gui.theme.theme import LIGHT_THEME
from tests.unit.gui.canvas.sample import KINDS

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


def shown(qtbot: QtBot, document: Document) -> CanvasView:
    """Show a document at 100 % with the scene's origin a little inside of the view."""
    view = CanvasView(EditingSession(document), KINDS, LIGHT_THEME)
    qtbot.addWidget(view)
    view.resize(1200, 700)
    view.show()
    view.zoom.actual()
    view.centerOn(500, 250)
    return view


def pixel(view: CanvasView, x: float, y: float) -> QPoint:
    return view.mapFromScene(QPointF(x, y))


def pin(view: CanvasView, node: str, name: str, *, outgoing: bool, flow: bool = False) -> tuple[float, float]:
    item = view.canvas.nodes[node]
    found = item.card.pin(name, outgoing=outgoing, flow=flow)
    assert found is not None
    return item.at.x + found.x, item.at.y + found.y


def middle(view: CanvasView, node: str) -> tuple[float, float]:
    centre = view.canvas.nodes[node].body().center()
    return centre.x(), centre.y()


def click(view: CanvasView, at: tuple[float, float], modifier: Qt.KeyboardModifier = NONE) -> None:
    QTest.mouseClick(view.viewport(), LEFT, modifier, pixel(view, *at))


def drag(
    view: CanvasView,
    start: tuple[float, float],
    end: tuple[float, float],
    *,
    button: Qt.MouseButton = LEFT,
    modifier: Qt.KeyboardModifier = NONE,
    let_go: bool = True,
) -> None:
    first, last = pixel(view, *start), pixel(view, *end)
    QTest.mousePress(view.viewport(), button, modifier, first)
    for step in (1, 2, 3, 4):
        QTest.mouseMove(view.viewport(), first + (last - first) * step / 4)
    if let_go:
        QTest.mouseRelease(view.viewport(), button, modifier, last)


def double_click(view: CanvasView, at: tuple[float, float]) -> None:
    place = pixel(view, *at)
    QTest.mouseClick(view.viewport(), LEFT, NONE, place)
    QTest.mouseDClick(view.viewport(), LEFT, NONE, place)
    QTest.mouseRelease(view.viewport(), LEFT, NONE, place)


def hover(view: CanvasView, at: tuple[float, float]) -> None:
    QTest.mouseMove(view.viewport(), pixel(view, *at))


def drop_kind(view: CanvasView, kind: str, at: tuple[float, float], *, let_go: bool = True) -> bool:
    """Drag a kind as the palette gives it, and drop it; say whether it was taken."""
    data = QMimeData()
    data.setData(KIND_MIME, kind.encode())
    place = pixel(view, *at)
    actions = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(place, actions, data, LEFT, NONE)
    QApplication.sendEvent(view.viewport(), enter)
    QApplication.sendEvent(view.viewport(), QDragMoveEvent(place, actions, data, LEFT, NONE))
    if let_go and enter.isAccepted():
        QApplication.sendEvent(view.viewport(), QDropEvent(QPointF(place), actions, data, LEFT, NONE))
    return enter.isAccepted()


def press_key(view: CanvasView, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
    QTest.keyClick(view, key, modifier)
