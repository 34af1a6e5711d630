"""From an event of the mouse to the place in the scene that it means."""

from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QGraphicsView

from designer.gui.canvas.stage import Pointer


def pointer_of(view: QGraphicsView, event: QMouseEvent) -> Pointer:
    """Return where the mouse is."""
    return Pointer(
        at=view.viewportTransform().inverted()[0].map(event.position()),
        screen=event.globalPosition().toPoint(),
        scale=view.transform().m11(),
        modifiers=event.modifiers(),
    )
