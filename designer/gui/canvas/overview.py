"""The whole graph as a small picture: frames and notes, plain lines and plain boxes."""

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem

from designer.gui.canvas.scene import CanvasScene


def paint_overview(painter: QPainter, scene: CanvasScene) -> None:
    """Paint a scene without asking its items one by one."""
    for item in (*scene.frames.values(), *scene.notes.values()):
        painter.translate(item.pos())
        item.paint(painter, QStyleOptionGraphicsItem())
        painter.translate(-item.pos())
    scene.wires.paint_far(painter)
    scene.cards.paint_far(painter)
