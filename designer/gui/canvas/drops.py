"""The canvas takes kinds that are dragged from the palette."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QGraphicsView

from designer.gui.canvas.editing import CanvasEditing
from designer.gui.canvas.gestures.place import PlaceGesture
from designer.gui.canvas.stage import Stage


class DropTarget:
    """Take the drag and drop events of a view."""

    def __init__(self, view: QGraphicsView, stage: Stage, editing: CanvasEditing) -> None:
        self._view = view
        self._placing = PlaceGesture(stage, editing)

    def move(self, event: QDropEvent) -> None:
        """Follow what is dragged, where it is something that can be placed."""
        if self._placing.accepts(event.mimeData()):
            self._placing.move(self._place(event))
            event.acceptProposedAction()
        else:
            event.ignore()

    def leave(self) -> None:
        """Forget what was dragged."""
        self._placing.leave()

    def drop(self, event: QDropEvent) -> None:
        """Place what was dropped."""
        if self._placing.accepts(event.mimeData()):
            self._placing.drop(event.mimeData(), self._place(event))
            event.acceptProposedAction()
            self._view.setFocus()

    def _place(self, event: QDropEvent) -> QPointF:
        return self._view.viewportTransform().inverted()[0].map(event.position())
