"""A frame around nodes, with its title."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget
from typing_extensions import override

from designer.document.model import Frame
from designer.graph.card import CARD_RADIUS, FRAME_PADDING, FRAME_TITLE
from designer.graph.colours import frame_colour
from designer.gui.canvas.detail import Detail, detail_at
from designer.gui.canvas.looks import Marks
from designer.gui.language.words import tr
from designer.gui.reporting import reports_errors
from designer.gui.theme.colors import color
from designer.gui.theme.fonts import metrics, ui_font
from designer.gui.theme.theme import Theme

_RADIUS = 16
_TITLE = 12
_CARD_TITLE = 14


class FrameItem(QGraphicsItem):
    """Show one frame around the rectangle of what is in it."""

    def __init__(self, frame: Frame, theme: Theme) -> None:
        super().__init__()
        self.frame = frame
        self.theme = theme
        self._rect = QRectF()
        self._problems = (0, 0)
        self._is_larger = False
        self.setZValue(-30)

    def set_frame(self, frame: Frame) -> None:
        """Show a changed frame; a folded one lies above the wires, as cards do."""
        self.prepareGeometryChange()
        self.setZValue(0.0 if frame.collapsed else -30.0)
        self.frame = frame
        self._is_larger = False
        self.update()

    def welcome(self, *, is_larger: bool) -> None:
        """Show whether something that is dragged will stand in the frame when it is let go."""
        if is_larger != self._is_larger:
            self._is_larger = is_larger
            self.update()

    def enclose(self, content: QRectF) -> None:
        """Grow or shrink around the content's rectangle in the scene."""
        rect = content.adjusted(-FRAME_PADDING, -FRAME_PADDING - FRAME_TITLE, FRAME_PADDING, FRAME_PADDING)
        if rect != self._rect:
            self.prepareGeometryChange()
            self._rect = rect

    def fold(self, card: QRectF, marks: Sequence[Marks]) -> None:
        """Show the frame as one card; `marks` are the badges of the nodes in it."""
        problems = (sum(one.errors for one in marks), sum(one.warnings for one in marks))
        if (card, problems) != (self._rect, self._problems):
            self.prepareGeometryChange()
            self._rect, self._problems = card, problems
            self.update()

    def body(self) -> QRectF:
        """Return the frame's rectangle in the scene."""
        return self._rect

    def title_rect(self) -> QRectF:
        """Return the part that the frame is taken by."""
        if self.frame.collapsed:
            return self._rect
        return QRectF(self._rect.x(), self._rect.y(), self._rect.width(), FRAME_TITLE + FRAME_PADDING / 2)

    @override
    def boundingRect(self) -> QRectF:
        return self._rect.adjusted(-2, -2, 12, 12)

    @override
    @reports_errors
    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        scale = painter.worldTransform().m11()
        ink = frame_colour(self.frame.color, self.theme.ink)
        if self.frame.collapsed:
            self._paint_folded(painter, ink, scale)
            return
        painter.setPen(
            QPen(color(ink, 220 if self._is_larger else 110), max(2.4 if self._is_larger else 1.2, 1.0 / scale))
        )
        painter.setBrush(color(ink, (12 if self.theme.dark else 18) * (2 if self._is_larger else 1)))
        painter.drawRoundedRect(self._rect, _RADIUS, _RADIUS)
        if detail_at(scale) is not Detail.BOX:
            self._paint_title(painter, ink, scale)

    def _paint_folded(self, painter: QPainter, ink: str, scale: float) -> None:
        """Paint the frame as a card behind which others seem to lie."""
        painter.setPen(QPen(color(ink), max(1.2, 1.0 / scale)))
        painter.setBrush(color(self.theme.ink.card))
        for step in (8.0, 4.0, 0.0):
            painter.drawRoundedRect(self._rect.translated(step, step), CARD_RADIUS, CARD_RADIUS)
        if detail_at(scale) is Detail.BOX:
            painter.fillRect(self._rect, color(ink))
            return
        painter.setPen(color(self.theme.ink.text))
        painter.setFont(ui_font(_CARD_TITLE, strong=True))
        room = self._rect.adjusted(18, 0, -18, 0)
        measure = metrics(_CARD_TITLE, strong=True)
        title = measure.elidedText(self.frame.title, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(QPointF(room.x(), self._rect.y() + 31), title)
        painter.setPen(color(self.theme.ink.muted))
        painter.setFont(ui_font(_TITLE))
        painter.drawText(QPointF(room.x(), self._rect.y() + 50), self._told())

    def _told(self) -> str:
        count = len(self.frame.nodes)
        told = tr("{} nodes").format(count) if count != 1 else tr("1 node")
        errors, warnings = self._problems
        if errors:
            return f"{told} · {_counted(errors, tr('1 error'), tr('{} errors'))}"
        if warnings:
            return f"{told} · {_counted(warnings, tr('1 warning'), tr('{} warnings'))}"
        return told

    def _paint_title(self, painter: QPainter, ink: str, scale: float) -> None:
        pixels = min(round(max(_TITLE, 9 / scale)), 30)
        painter.setFont(ui_font(pixels, strong=True))
        painter.setPen(color(ink))
        measure = metrics(pixels, strong=True)
        text = measure.elidedText(self.frame.title, Qt.TextElideMode.ElideRight, self._rect.width() - 32)
        middle = self._rect.y() + FRAME_TITLE / 2 + 4
        painter.drawText(QPointF(self._rect.x() + FRAME_PADDING, middle + measure.capHeight() / 2), text)


def _counted(number: int, one: str, several: str) -> str:
    return one if number == 1 else several.format(number)
