"""Where parts of the canvas stand on the screen."""

from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtWidgets import QWidget

from designer.gui.canvas.view import CanvasView


def on_screen(view: CanvasView, area: QRectF) -> QRect:
    """Return where a rectangle of the scene stands on the screen."""
    seen = view.mapFromScene(area).boundingRect()
    return QRect(view.viewport().mapToGlobal(seen.topLeft()), seen.size())


def viewport_on_screen(view: CanvasView) -> QRect:
    """Return where what is seen of the canvas stands on the screen."""
    seen = view.viewport().rect()
    return QRect(view.viewport().mapToGlobal(seen.topLeft()), seen.size())


def lying_on(view: CanvasView, at: QPoint) -> QWidget | None:
    """Return the widget that hides the canvas at a point of the screen."""
    place = view.mapFromGlobal(at)
    lying = [each for each in view.children() if isinstance(each, QWidget) and each is not view.viewport()]
    return next((each for each in reversed(lying) if each.isVisible() and each.geometry().contains(place)), None)
