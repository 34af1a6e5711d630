"""The canvas takes kinds that are dragged from the palette."""

from PySide6.QtCore import QEvent, QPointF
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QGraphicsView

from designer.gui.canvas.editing import CanvasEditing
from designer.gui.canvas.gestures.place import PlaceGesture
from designer.gui.canvas.stage import Stage


class DropTarget:
    """Take the drag and drop events of a view."""

    def __init__(self, view: QGraphicsView, stage: Stage, editing: CanvasEditing) -> None:
        self._view = view
        self._placing = PlaceGesture(stage, editing)

    def take(self, event: QEvent) -> bool:
        """Handle an event of the viewport; False for one that is about something else."""
        if event.type() == QEvent.Type.DragLeave:
            self._placing.leave()
            return True
        if not isinstance(event, QDropEvent):
            return False
        if not self._placing.accepts(event.mimeData()):
            event.ignore()
        elif isinstance(event, QDragMoveEvent):
            self._placing.move(self._place(event))
            event.acceptProposedAction()
        else:
            self._placing.drop(event.mimeData(), self._place(event))
            event.acceptProposedAction()
            self._view.setFocus()
        return True

    def _place(self, event: QDropEvent) -> QPointF:
        return self._view.viewportTransform().inverted()[0].map(event.position())
