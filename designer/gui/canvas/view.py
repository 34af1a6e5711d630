"""The view of the canvas: takes mouse and keys, and hands them to gestures and verbs."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QGraphicsView, QToolTip, QWidget
from typing_extensions import override

from designer.catalog.kind import Kind
from designer.document.model import Document
from designer.gui.canvas.background import background_brush, paint_background
from designer.gui.canvas.editing import CanvasEditing
from designer.gui.canvas.gestures.begin import begin_gesture
from designer.gui.canvas.gestures.gesture import Gesture
from designer.gui.canvas.gestures.pan import PanGesture, pan
from designer.gui.canvas.gestures.place import PlaceGesture
from designer.gui.canvas.hit import Hit, hit
from designer.gui.canvas.hovering import Hovering, tip
from designer.gui.canvas.keys import key_table
from designer.gui.canvas.marking import Marking
from designer.gui.canvas.picking import Picking
from designer.gui.canvas.scene import CanvasScene
from designer.gui.canvas.selection_display import SelectionDisplay
from designer.gui.canvas.stage import Pointer, Stage
from designer.gui.canvas.zoom import Zoom
from designer.gui.session import EditingSession
from designer.gui.theme.theme import Theme

_WIDE = QRectF(-1e6, -1e6, 2e6, 2e6)
_PER_DEGREE = 1.0015


class CanvasView(QGraphicsView):
    """Show and edit the session's document.

    `editing` has the verbs, `zoom` the scale, `marking` the badges, `picking` the picked edges and notes.
    """

    add_requested = Signal(QPointF, QPoint)
    """A node is wanted at this point of the scene; the second point is on the screen."""
    wire_dropped = Signal(object)
    """A `WireDrop`: a wire ended in the open, and these kinds would fit there."""
    node_activated = Signal(str)
    note_activated = Signal(str)
    edge_activated = Signal(object)
    menu_requested = Signal(object, QPointF, QPoint)
    """A `Hit`, the point in the scene, the point on the screen."""
    message = Signal(str)

    def __init__(
        self, session: EditingSession, kinds: Mapping[str, Kind], theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.session = session
        self.canvas = CanvasScene(session.document, kinds, theme)
        self.picking = Picking(self)
        self.zoom = Zoom(self)
        self.marking = Marking(self.canvas)
        stage = Stage(
            session=session,
            scene=self.canvas,
            picking=self.picking,
            viewport=self.viewport(),
            tell=self.message.emit,
            drop_wire=self.wire_dropped.emit,
        )
        self.editing = CanvasEditing(stage)
        self._stage = stage
        self._hovering = Hovering(self.canvas)
        self._placing = PlaceGesture(stage, self.editing)
        self._gesture: Gesture | None = None
        self._space_held = False
        self._was_shown = False
        self._brush = background_brush(theme, 1.0)
        self._keys = key_table(session, self.editing, self.zoom, self.fit, self._ask_to_add)
        self._display = SelectionDisplay(self.canvas, session, self.picking)
        self._prepare()
        session.document_changed.connect(self._show_document)
        self.zoom.changed.connect(self._follow_scale)

    def set_theme(self, theme: Theme) -> None:
        """Show everything in another theme."""
        self.canvas.set_theme(theme)
        self._follow_scale()

    def fit(self) -> None:
        """Show the whole document."""
        self.zoom.fit(self.canvas.content_rect())

    def fit_selection(self) -> None:
        """Show the selected nodes; the whole document when there are none."""
        self.zoom.fit(self.canvas.content_rect(self.session.selection or None))

    def go_to(self, node_id: str) -> None:
        """Select a node and bring it into view."""
        self.session.select([node_id])
        if node_id in self.canvas.nodes:
            self.centerOn(self.canvas.nodes[node_id].body().center())

    def mouse_place(self) -> QPointF:
        """Return the point of the scene under the mouse, or the middle of the view where the mouse is elsewhere."""
        pixel = self.viewport().mapFromGlobal(self.cursor().pos())
        inside = self.viewport().rect().contains(pixel)
        return self.mapToScene(pixel if inside else self.viewport().rect().center())

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        pointer = self._pointer(event)
        middle = event.button() == Qt.MouseButton.MiddleButton
        self._give_up()
        if middle or (self._space_held and event.button() == Qt.MouseButton.LeftButton):
            self._gesture = PanGesture(self, pointer)
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        elif event.button() == Qt.MouseButton.LeftButton:
            self._gesture = begin_gesture(self._stage, pointer, self._hit(pointer.at))

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        pointer = self._pointer(event)
        if self._gesture is not None:
            self._gesture.move(pointer)
        else:
            found = self._hit(pointer.at)
            self._hovering.show(found)
            self._show_cursor(found)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        gesture, self._gesture = self._gesture, None
        if gesture is not None:
            gesture.release(self._pointer(event))
        self._show_cursor(Hit())

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        pointer = self._pointer(event)
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._give_up()
        found = self._hit(pointer.at)
        if found.node:
            self.node_activated.emit(found.node)
        elif found.note:
            self.note_activated.emit(found.note)
        elif found.edge:
            self.edge_activated.emit(found.edge)
        else:
            self.add_requested.emit(pointer.at, pointer.screen)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        pixels = event.pixelDelta()
        if not pixels.isNull() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            pan(self, pixels)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            pan(self, QPoint(event.angleDelta().y() or event.angleDelta().x(), 0))
        else:
            self.zoom.by(_PER_DEGREE ** event.angleDelta().y(), event.position())
        event.accept()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        action = self._keys.get(event.keyCombination())
        if event.key() == Qt.Key.Key_Space:
            self._space_held = True
            self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
        elif event.key() == Qt.Key.Key_Escape and self._gesture is not None:
            self._give_up()
        elif action is not None:
            action()
        else:
            super().keyPressEvent(event)

    @override
    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._let_go_of_space()
        else:
            super().keyReleaseEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._let_go_of_space()
        super().focusOutEvent(event)

    @override
    def focusNextPrevChild(self, forwards: bool) -> bool:
        return False if forwards else super().focusNextPrevChild(forwards)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.dragMoveEvent(event)

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if self._placing.accepts(event.mimeData()):
            self._placing.move(self._to_scene(event.position()))
            event.acceptProposedAction()
        else:
            event.ignore()

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._placing.leave()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        if self._placing.accepts(event.mimeData()):
            self._placing.drop(event.mimeData(), self._to_scene(event.position()))
            event.acceptProposedAction()
            self.setFocus()

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        at = self.mapToScene(event.pos())
        found = self._hit(at)
        if found.node and found.node not in self.session.selection:
            self.session.select([found.node])
        self.menu_requested.emit(found, at, event.globalPos())

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            text = tip(self.canvas, self._hit(self.mapToScene(event.pos())))
            QToolTip.showText(event.globalPos(), text, self.viewport())
            return True
        return super().viewportEvent(event)

    @override
    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        paint_background(painter, QRectF(rect), self._brush)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._was_shown:
            self._was_shown = True
            self.fit()

    def _prepare(self) -> None:
        self.setScene(self.canvas)
        self.setSceneRect(_WIDE)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.MinimalViewportUpdate)
        self.setOptimizationFlags(
            QGraphicsView.OptimizationFlag.DontSavePainterState
            | QGraphicsView.OptimizationFlag.DontAdjustForAntialiasing
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAcceptDrops(True)
        self.setAccessibleName(self.tr("Canvas"))

    def _show_document(self, _: Document, after: Document) -> None:
        self._give_up()
        self.canvas.show_document(after)
        self.picking.keep_within(after)
        self._display.refresh()
        self.marking.refresh()

    def _follow_scale(self) -> None:
        self._brush = background_brush(self.canvas.theme, self.zoom.scale)
        self.viewport().update()

    def _hit(self, at: QPointF) -> Hit:
        return hit(self.canvas, at, self.zoom.scale)

    def _to_scene(self, pixel: QPointF) -> QPointF:
        return self.viewportTransform().inverted()[0].map(pixel)

    def _pointer(self, event: QMouseEvent) -> Pointer:
        return Pointer(
            at=self._to_scene(event.position()),
            screen=event.globalPosition().toPoint(),
            scale=self.zoom.scale,
            modifiers=event.modifiers(),
        )

    def _ask_to_add(self) -> None:
        at = self.mouse_place()
        self.add_requested.emit(at, self.viewport().mapToGlobal(self.mapFromScene(at)))

    def _give_up(self) -> None:
        gesture, self._gesture = self._gesture, None
        if gesture is not None:
            gesture.cancel()

    def _let_go_of_space(self) -> None:
        self._space_held = False
        self._show_cursor(Hit())

    def _show_cursor(self, found: Hit) -> None:
        if found.pin is not None:
            self.viewport().setCursor(Qt.CursorShape.CrossCursor)
        else:
            self.viewport().unsetCursor()
