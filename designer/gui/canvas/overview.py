"""The whole graph from far away, painted in one pass: plain boxes and straight lines."""

from collections import defaultdict

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem

from designer.gui.canvas.drawn_card import DrawnCard
from designer.gui.canvas.looks import RunMark
from designer.gui.canvas.scene import CanvasScene
from designer.gui.theme.colors import color, mixed

_LINE_SHARE = 0.45
_CROWD = 4000
"""From so many wires on, their lines are not smoothed: it takes twice the time, and cannot be seen in the crowd."""


class Overview:
    """Paint a scene without asking its items one by one; what is painted is kept until the scene changes."""

    def __init__(self, scene: CanvasScene) -> None:
        self._scene = scene
        self._revision = -1
        self._lines = QPainterPath()
        self._is_crowded = False
        self._boxes: dict[str, list[QRectF]] = {}

    def paint(self, painter: QPainter) -> None:
        """Paint frames and notes, then lines, then boxes."""
        self._prepare()
        ink = self._scene.theme.ink
        self._paint_areas(painter)
        pen = QPen(mixed(ink.canvas, ink.flow, _LINE_SHARE), 1)
        pen.setCosmetic(True)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=not self._is_crowded)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(self._lines)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setPen(Qt.PenStyle.NoPen)
        for text, rects in self._boxes.items():
            painter.setBrush(color(text))
            painter.drawRects(rects)

    def _paint_areas(self, painter: QPainter) -> None:
        for item in (*self._scene.frames.values(), *self._scene.notes.values()):
            painter.translate(item.pos())
            item.paint(painter, QStyleOptionGraphicsItem())
            painter.translate(-item.pos())

    def _prepare(self) -> None:
        scene = self._scene
        if self._revision == scene.revision.number:
            return
        self._revision = scene.revision.number
        wires = [wire for wire in (*scene.edges.values(), *scene.implied.values()) if not wire.hidden]
        self._is_crowded = len(wires) > _CROWD
        self._lines = QPainterPath()  # Qt takes a list of lines piece by piece, and a path as a whole
        for (start, end), via in ((wire.ends, wire.via) for wire in wires):
            self._lines.moveTo(start.x, start.y)
            for at in via:
                self._lines.lineTo(at.x, at.y)
            self._lines.lineTo(end.x, end.y)
        boxes: defaultdict[str, list[QRectF]] = defaultdict(list)
        for item in (one for one in scene.nodes.values() if not one.hidden):
            boxes[self._ink(item)].append(item.body())
        self._boxes = dict(boxes)

    def _ink(self, item: DrawnCard) -> str:
        ink, look = self._scene.theme.ink, item.look
        if look.selected:
            return ink.accent
        if look.marks.errors or look.marks.run is RunMark.FAILED:
            return ink.error
        return ink.category(item.card.category)
