"""A note on the canvas."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget
from typing_extensions import override

from designer.document.model import Note
from designer.gui.canvas.detail import Detail, detail_at
from designer.gui.reporting import reports_errors
from designer.gui.theme.colors import color
from designer.gui.theme.fonts import ui_font
from designer.gui.theme.theme import Theme

_RADIUS = 8
_PADDING = 12
_TEXT = 12
_TEXT_FAR = 17


class NoteItem(QGraphicsItem):
    """Show one note; its text wraps within its size."""

    def __init__(self, note: Note, theme: Theme) -> None:
        super().__init__()
        self.note = note
        self.theme = theme
        self.picked = False
        self.setZValue(-20)

    def set_note(self, note: Note) -> None:
        """Show a changed note."""
        self.prepareGeometryChange()
        self.note = note
        self.update()

    def set_picked(self, *, picked: bool) -> None:
        """Show whether the note is picked."""
        if picked != self.picked:
            self.picked = picked
            self.update()

    def body(self) -> QRectF:
        """Return the note's rectangle in the scene."""
        return QRectF(0, 0, self.note.width, self.note.height).translated(self.pos())

    @override
    def boundingRect(self) -> QRectF:
        return QRectF(-3, -3, self.note.width + 6, self.note.height + 6)

    @override
    @reports_errors
    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        ink = self.theme.ink
        scale = painter.worldTransform().m11()
        rect = QRectF(0, 0, self.note.width, self.note.height)
        painter.setPen(QPen(color(ink.accent if self.picked else ink.note_border), max(1.2, 1.0 / scale)))
        painter.setBrush(color(ink.note))
        painter.drawRoundedRect(rect, _RADIUS, _RADIUS)
        if detail_at(scale) is Detail.BOX:
            return
        painter.setFont(ui_font(_TEXT if detail_at(scale) is Detail.FULL else _TEXT_FAR))
        painter.setPen(color(ink.text))
        room = rect.adjusted(_PADDING, _PADDING, -_PADDING, -_PADDING)
        painter.drawText(room, Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop, self.note.text)
