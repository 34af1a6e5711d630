"""The whole graph from far away, painted in one pass: plain boxes and straight lines."""

from collections import defaultdict

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem

from designer.gui.canvas.items.node_item import NodeItem
from designer.gui.canvas.looks import RunMark
from designer.gui.canvas.scene import CanvasScene
from designer.gui.theme.colors import color, mixed

_LINE_SHARE = 0.45


class Overview:
    """Paint a scene without asking its items one by one; the lines are kept until the scene changes."""

    def __init__(self, scene: CanvasScene) -> None:
        self._scene = scene
        self._revision = -1
        self._lines: list[QLineF] = []

    def paint(self, painter: QPainter) -> None:
        """Paint frames and notes, then lines, then boxes."""
        ink = self._scene.theme.ink
        self._paint_areas(painter)
        pen = QPen(mixed(ink.canvas, ink.flow, _LINE_SHARE), 1)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.drawLines(self._found_lines())
        boxes: defaultdict[str, list[QRectF]] = defaultdict(list)
        for item in self._scene.nodes.values():
            boxes[self._ink(item)].append(item.body())
        for text, rects in boxes.items():
            painter.setPen(QPen(color(text), 0))
            painter.setBrush(color(text))
            painter.drawRects(rects)

    def _paint_areas(self, painter: QPainter) -> None:
        for item in (*self._scene.frames.values(), *self._scene.notes.values()):
            painter.translate(item.pos())
            item.paint(painter, QStyleOptionGraphicsItem())
            painter.translate(-item.pos())

    def _found_lines(self) -> list[QLineF]:
        if self._revision != self._scene.revision:
            ends = (wire.ends for wire in (*self._scene.edges.values(), *self._scene.implied.values()))
            self._lines = [QLineF(QPointF(start.x, start.y), QPointF(end.x, end.y)) for start, end in ends]
            self._revision = self._scene.revision
        return self._lines

    def _ink(self, item: NodeItem) -> str:
        ink, look = self._scene.theme.ink, item.look
        if look.selected:
            return ink.accent
        if look.marks.errors or look.marks.run is RunMark.FAILED:
            return ink.error
        return ink.category(item.card.category)
