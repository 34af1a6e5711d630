"""Dragging with the middle button, or with the space bar held, moves the view."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QGraphicsView

from designer.gui.canvas.stage import Pointer


class PanGesture:
    """Move the view with the mouse."""

    def __init__(self, view: QGraphicsView, pointer: Pointer) -> None:
        self._view = view
        self._last = pointer.screen

    def move(self, pointer: Pointer) -> None:
        """Follow the mouse."""
        pan(self._view, pointer.screen - self._last)
        self._last = pointer.screen

    def release(self, pointer: Pointer) -> None:
        """Stay where the mouse was let go."""
        self.move(pointer)

    def cancel(self) -> None:
        """Stay here."""


def pan(view: QGraphicsView, by: QPoint) -> None:
    """Move what is seen by some pixels."""
    view.horizontalScrollBar().setValue(view.horizontalScrollBar().value() - by.x())
    view.verticalScrollBar().setValue(view.verticalScrollBar().value() - by.y())
