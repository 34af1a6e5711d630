"""The rectangle of a selection that is being made."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget
from typing_extensions import override

from designer.gui.reporting import reports_errors
from designer.gui.theme.colors import color
from designer.gui.theme.theme import Theme


class BandItem(QGraphicsItem):
    """Show the rectangle of a selection that is being made."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._rect = QRectF()
        self.setZValue(30)

    def set_rect(self, rect: QRectF) -> None:
        """Span another rectangle of the scene."""
        self.prepareGeometryChange()
        self._rect = rect

    @override
    def boundingRect(self) -> QRectF:
        return self._rect.adjusted(-2, -2, 2, 2)

    @override
    @reports_errors
    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        ink = self._theme.ink.accent
        painter.setPen(QPen(color(ink), 1.0 / painter.worldTransform().m11()))
        painter.setBrush(color(ink, 28))
        painter.drawRect(self._rect)
