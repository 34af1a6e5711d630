"""What the mouse does to the canvas: it begins gestures, leads them and ends them."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QWheelEvent

from designer.gui.canvas.gestures.begin import begin_gesture
from designer.gui.canvas.gestures.gesture import Gesture
from designer.gui.canvas.gestures.pan import PanGesture
from designer.gui.canvas.hit import Hit, hit
from designer.gui.canvas.hovering import Hovering
from designer.gui.canvas.painted_view import PaintedView
from designer.gui.canvas.stage import Pointer, Stage
from designer.gui.canvas.zoom import Zoom

_PER_UNIT = 1.0015


class MouseControl:
    """Hold the gesture under way, and whether the space bar is held."""

    def __init__(self, view: PaintedView, stage: Stage, zoom: Zoom) -> None:
        self._view = view
        self._stage = stage
        self._zoom = zoom
        self._hovering = Hovering(stage.scene, stage.picking)
        self._gesture: Gesture | None = None
        self._space_held = False

    @property
    def busy(self) -> bool:
        """Say whether a gesture is under way."""
        return self._gesture is not None

    def press(self, pointer: Pointer, button: Qt.MouseButton) -> None:
        """Begin a gesture."""
        self.give_up()
        self._stage.gliding.stop()
        left = button == Qt.MouseButton.LeftButton
        if button == Qt.MouseButton.MiddleButton or (left and self._space_held):
            self._gesture = PanGesture(self._view, pointer)
            self._view.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        elif left:
            self._gesture = begin_gesture(self._stage, pointer, self._hit(pointer))

    def move(self, pointer: Pointer) -> None:
        """Lead the gesture; without one, wake what is below."""
        if self._gesture is not None:
            self._gesture.move(pointer)
            return
        found = self._hit(pointer)
        self._hovering.show(found)
        self._show_cursor(found)

    def release(self, pointer: Pointer) -> None:
        """End the gesture."""
        gesture, self._gesture = self._gesture, None
        if gesture is not None:
            gesture.release(pointer)
        self._show_cursor(Hit())

    def give_up(self) -> None:
        """Leave everything as it was before the gesture."""
        gesture, self._gesture = self._gesture, None
        if gesture is not None:
            gesture.cancel()

    def hold_space(self, *, held: bool) -> None:
        """Note whether the left button moves the view."""
        self._space_held = held
        self._show_cursor(Hit())

    def _hit(self, pointer: Pointer) -> Hit:
        return hit(self._stage.scene, pointer.at, self._zoom.scale)

    def _show_cursor(self, found: Hit) -> None:
        viewport = self._view.viewport()
        if self._space_held:
            viewport.setCursor(Qt.CursorShape.OpenHandCursor)
        elif found.pin is not None:
            viewport.setCursor(Qt.CursorShape.CrossCursor)
        elif found.bend >= 0:
            viewport.setCursor(Qt.CursorShape.SizeAllCursor)
        elif found.corner:
            viewport.setCursor(Qt.CursorShape.SizeFDiagCursor)
        else:
            viewport.unsetCursor()


def turn_wheel(view: PaintedView, zoom: Zoom, event: QWheelEvent) -> None:
    """Zoom at the mouse; a touchpad, or the wheel with Shift, moves the view instead."""
    pixels = event.pixelDelta()
    if not pixels.isNull() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        view.pan(pixels)
    elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
        view.pan(QPoint(event.angleDelta().y() or event.angleDelta().x(), 0))
    else:
        zoom.by(_PER_UNIT ** event.angleDelta().y(), event.position())
