"""The view of the canvas: takes mouse and keys, and hands them to gestures and verbs."""

from collections.abc import Mapping

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from designer.catalog.kind import Kind
from designer.document.model import Document
from designer.graph.containers import is_container
from designer.gui.canvas.drops import DropTarget
from designer.gui.canvas.editing import CanvasEditing
from designer.gui.canvas.gliding import Gliding
from designer.gui.canvas.hit import Hit, hit
from designer.gui.canvas.inline_editor import edit_note, open_frame
from designer.gui.canvas.keys import key_table
from designer.gui.canvas.marking import Marking
from designer.gui.canvas.mouse import MouseControl, turn_wheel
from designer.gui.canvas.navigating import Navigating
from designer.gui.canvas.painted_view import PaintedView
from designer.gui.canvas.picking import Bend, Picking
from designer.gui.canvas.placing import Placing
from designer.gui.canvas.pointing import pointer_of
from designer.gui.canvas.scene import CanvasScene
from designer.gui.canvas.selection_display import SelectionDisplay
from designer.gui.canvas.snapping import Snapping
from designer.gui.canvas.speaking import Speaking
from designer.gui.canvas.stage import Stage
from designer.gui.canvas.telling import Telling
from designer.gui.canvas.tidying import Tidying
from designer.gui.canvas.writing import Writing
from designer.gui.reporting import reports_errors
from designer.gui.session import EditingSession
from designer.gui.theme.theme import Theme


class CanvasView(PaintedView):
    """Show and edit the session's document.

    `editing` and `tidying` have the verbs, `navigating` goes from node to node, `zoom` has the scale, `marking` the
    badges, `picking` the picked edges and notes, `placing` the free places, `speaking` the words for a screen
    reader and `telling` says them.
    """

    add_requested = Signal(QPointF, QPoint)
    """A node is wanted at this point of the scene; the second point is on the screen."""
    wire_dropped = Signal(object)
    """A `WireDrop`: a wire ended in the open, and these kinds would fit there."""
    node_activated = Signal(str)
    menu_requested = Signal(object, QPointF, QPoint)
    """A `Hit`, the point in the scene, the point on the screen."""
    files_dropped = Signal(object, QPointF)
    """Paths from the desktop, and the point in the scene."""
    message = Signal(str)

    def __init__(
        self, session: EditingSession, kinds: Mapping[str, Kind], theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(CanvasScene(session.document, kinds, theme), parent)
        self.session = session
        self.picking = Picking(self)
        self.marking, self.snapping = Marking(self.canvas), Snapping()
        self.gliding = Gliding(self.canvas, session, self)
        stage = self._stage = Stage(
            session=session,
            scene=self.canvas,
            picking=self.picking,
            viewport=self.viewport(),
            tell=self.message.emit,
            drop_wire=self.wire_dropped.emit,
            reveal=lambda node_id: self.ensureVisible(self.canvas.nodes[node_id].body()),
            snapping=self.snapping,
            gliding=self.gliding,
        )
        self.editing = CanvasEditing(stage)
        self.placing, self.writing = Placing(self, self.canvas, session), Writing(self, stage, self.editing)
        self.tidying, self.navigating = Tidying(stage), Navigating(stage)
        self._mouse = MouseControl(self, stage, self.zoom)
        self._drops = DropTarget(self, stage, self.editing, self.files_dropped.emit)
        self._was_shown = False
        asked = (self._ask_to_add, self._open, self._ask_for_menu)
        self._keys = dict(key_table(session, self.editing, self.navigating, self.zoom, self.fit, *asked))
        self._display = SelectionDisplay(self.canvas, session, self.picking)
        self.speaking = Speaking(self, self.canvas)
        self.telling = Telling(self, self.speaking, session, self.picking)
        self.setAccessibleName(self.tr("Canvas"))
        session.document_changed.connect(self._show_document)

    def fit(self) -> None:
        """Show the whole document."""
        self.zoom.fit(self.canvas.content_rect())

    def forget_keys(self, keys: QKeySequence) -> None:
        """Let keys do nothing any more."""
        self._keys = {known: act for known, act in self._keys.items() if QKeySequence(known) != keys}

    def fit_selection(self) -> None:
        """Show the selected nodes; the whole document when there are none."""
        self.zoom.fit(self.canvas.content_rect(self.session.selection or None))

    def go_to(self, node_id: str) -> None:
        """Select a node and bring it into view; what is seen already stays where it is."""
        self.session.select([node_id])
        body = self.canvas.nodes[node_id].body() if node_id in self.canvas.nodes else QRectF()
        if not self.mapToScene(self.viewport().rect()).boundingRect().contains(body):
            self.centerOn(body.center())

    @override
    @reports_errors
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._mouse.press(pointer_of(self, event), event.button())

    @override
    @reports_errors
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._mouse.move(pointer_of(self, event))

    @override
    @reports_errors
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._mouse.release(pointer_of(self, event))

    @override
    @reports_errors
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        pointer = pointer_of(self, event)
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._mouse.give_up()
        found = self._hit(pointer.at)
        if found.node:
            self.node_activated.emit(found.node)
        elif found.note:
            edit_note(self, self._stage, found.note)
        elif found.frame and not is_container(found.frame):
            open_frame(self, self._stage, found.frame, self.editing.fold_frames)
        elif found.edge:
            self.editing.bending.toggle(Bend(found.edge, found.bend), pointer.at)
        else:
            self.add_requested.emit(pointer.at, pointer.screen)

    @override
    @reports_errors
    def wheelEvent(self, event: QWheelEvent) -> None:
        turn_wheel(self, self.zoom, event)
        event.accept()

    @override
    @reports_errors
    def keyPressEvent(self, event: QKeyEvent) -> None:
        action = self._keys.get(event.keyCombination())
        if event.key() == Qt.Key.Key_Space:
            self._mouse.hold_space(held=True)
        elif event.key() == Qt.Key.Key_Escape and self._mouse.busy:
            self._mouse.give_up()
        elif action is not None:
            action()
        else:
            super().keyPressEvent(event)

    @override
    @reports_errors
    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._mouse.hold_space(held=False)
        else:
            super().keyReleaseEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._mouse.hold_space(held=False)
        super().focusOutEvent(event)

    @override
    def focusNextPrevChild(self, forwards: bool) -> bool:
        return False if forwards else super().focusNextPrevChild(forwards)

    @override
    @reports_errors
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_keys = event.reason() == QContextMenuEvent.Reason.Keyboard
        self._ask_for_menu(None if by_keys else self.mapToScene(event.pos()))

    @override
    @reports_errors
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._drops.move(event)

    @override
    @reports_errors
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._drops.move(event)

    @override
    @reports_errors
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._drops.leave()

    @override
    @reports_errors
    def dropEvent(self, event: QDropEvent) -> None:
        self._drops.drop(event)

    @override
    @reports_errors
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._was_shown:
            self._was_shown = True
            self.fit()

    def _show_document(self, _: Document, after: Document) -> None:
        self._mouse.give_up()
        self.canvas.show_document(after)
        self.picking.keep_within(after)
        self._display.refresh()
        self.marking.refresh()

    def _hit(self, at: QPointF) -> Hit:
        return hit(self.canvas, at, self.zoom.scale)

    def _ask_for_menu(self, at: QPointF | None = None) -> None:
        place = self.placing.selected() if at is None else at
        found = self._hit(place)
        if found.node and found.node not in self.session.selection:
            self.session.select([found.node])
        self.menu_requested.emit(found, place, self.viewport().mapToGlobal(self.mapFromScene(place)))

    def _open(self) -> None:
        for node_id in self.session.selection if len(self.session.selection) == 1 else ():
            self.node_activated.emit(node_id)

    def _ask_to_add(self) -> None:
        at = self.placing.at_mouse()
        self.add_requested.emit(at, self.viewport().mapToGlobal(self.mapFromScene(at)))
