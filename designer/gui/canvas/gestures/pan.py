"""Dragging with the middle button, or with the space bar held, moves the view."""

from designer.gui.canvas.painted_view import PaintedView
from designer.gui.canvas.stage import Pointer


class PanGesture:
    """Move the view with the mouse."""

    def __init__(self, view: PaintedView, pointer: Pointer) -> None:
        self._view = view
        self._last = pointer.screen

    def move(self, pointer: Pointer) -> None:
        """Follow the mouse."""
        self._view.pan(pointer.screen - self._last)
        self._last = pointer.screen

    def release(self, pointer: Pointer) -> None:
        """Stay where the mouse was let go."""
        self.move(pointer)

    def cancel(self) -> None:
        """Stay here."""
