"""The canvas takes kinds that are dragged from the palette, and files from the desktop."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QGraphicsView

from designer.gui.canvas.editing import CanvasEditing
from designer.gui.canvas.gestures.place import PlaceGesture
from designer.gui.canvas.stage import Stage


class DropTarget:
    """Take the drag and drop events of a view."""

    def __init__(
        self,
        view: QGraphicsView,
        stage: Stage,
        editing: CanvasEditing,
        take_files: Callable[[tuple[Path, ...], QPointF], object],
    ) -> None:
        self._view = view
        self._take_files = take_files
        self._placing = PlaceGesture(stage, editing)

    def move(self, event: QDropEvent) -> None:
        """Follow what is dragged, where it is something that can be placed."""
        if self._placing.accepts(event.mimeData()):
            self._placing.move(event.mimeData(), self._place(event))
            event.acceptProposedAction()
        elif _files(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
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
        elif files := _files(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self._take_files(files, self._place(event))

    def _place(self, event: QDropEvent) -> QPointF:
        return self._view.viewportTransform().inverted()[0].map(event.position())


def _files(data: QMimeData) -> tuple[Path, ...]:
    return tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
