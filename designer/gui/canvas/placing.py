"""Where a new card comes to stand: at the mouse or beside what is selected, and over no other card."""

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtWidgets import QGraphicsView

from designer.graph.arrange import COLUMN_GAP
from designer.graph.card import CARD_HEIGHT, CARD_WIDTH
from designer.gui.canvas.scene import CanvasScene
from designer.gui.session import EditingSession

_SIZE = QSizeF(CARD_WIDTH, CARD_HEIGHT)
_LEAST_GAP = 24.0


class Placing:
    """Know the places of a view that are still free."""

    def __init__(self, view: QGraphicsView, scene: CanvasScene, session: EditingSession) -> None:
        self._view = view
        self._scene = scene
        self._session = session

    def mouse(self) -> QPointF:
        """Return the point of the scene under the mouse, or the middle of the view where the mouse is elsewhere."""
        return self._under_mouse() or self._middle()

    def at_mouse(self) -> QPointF:
        """Return a free place at the mouse, or beside what is selected where the mouse is elsewhere."""
        under = self._under_mouse()
        return self._free(under) if under is not None else self.beside()

    def beside(self) -> QPointF:
        """Return a free place to the right of what is selected, or in the middle of the view."""
        bodies = [self._scene.nodes[node_id].body() for node_id in self._session.selection]
        last = max(bodies, key=QRectF.right, default=None)
        return self._free(last.topRight() + QPointF(COLUMN_GAP, 0) if last is not None else self._middle())

    def selected(self) -> QPointF:
        """Return the middle of a selected node, or that of the view."""
        bodies = (self._scene.nodes[node_id].body() for node_id in sorted(self._session.selection))
        return next((body.center() for body in bodies), self._centre())

    def _free(self, at: QPointF) -> QPointF:
        wanted = QRectF(at, _SIZE)
        while (covered := self._covered(wanted)) is not None:
            wanted.moveLeft(covered.right() + COLUMN_GAP)
        return wanted.topLeft()

    def _covered(self, wanted: QRectF) -> QRectF | None:
        near = wanted.adjusted(-_LEAST_GAP, -_LEAST_GAP, _LEAST_GAP, _LEAST_GAP)
        bodies = (item.body() for item in self._scene.nodes.values())
        return next((body for body in bodies if body.intersects(near)), None)

    def _under_mouse(self) -> QPointF | None:
        viewport = self._view.viewport()
        pixel = viewport.mapFromGlobal(self._view.cursor().pos())
        return self._view.mapToScene(pixel) if viewport.rect().contains(pixel) else None

    def _middle(self) -> QPointF:
        return self._centre() - QPointF(CARD_WIDTH / 2, CARD_HEIGHT / 2)

    def _centre(self) -> QPointF:
        return self._view.mapToScene(self._view.viewport().rect().center())
