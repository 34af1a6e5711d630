"""A note on the canvas."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget
from typing_extensions import override

from designer.document.model import Note, Point
from designer.graph.colours import note_look
from designer.gui.canvas.detail import Detail, detail_at
from designer.gui.canvas.note_painting import NoteText
from designer.gui.reporting import reports_errors
from designer.gui.theme.colors import color
from designer.gui.theme.theme import Theme

_RADIUS = 8
_PADDING = 12
_TEXT = 12
_TEXT_FAR = 17
_CORNER_INSET = 4.0
_CORNER_STROKES = (4.0, 8.0)


class NoteItem(QGraphicsItem):
    """Show one note; its text wraps within its size, and strokes at its corner say that it can be resized."""

    def __init__(self, note: Note, theme: Theme) -> None:
        super().__init__()
        self.note = note
        self.theme = theme
        self.picked = False
        self._text = NoteText()
        self.setZValue(-20)

    def set_note(self, note: Note) -> None:
        """Show a changed note."""
        self.prepareGeometryChange()
        self.note = note
        self.update()

    @property
    def at(self) -> Point:
        """Where the note's upper left corner stands in the scene."""
        return Point(self.x(), self.y())

    def move_to(self, at: Point) -> None:
        """Stand somewhere else."""
        self.setPos(at.x, at.y)

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
        ink, look = self.theme.ink, note_look(self.note.color, self.theme.ink)
        scale = painter.worldTransform().m11()
        rect = QRectF(0, 0, self.note.width, self.note.height)
        painter.setPen(QPen(color(ink.accent if self.picked else look.border), max(1.2, 1.0 / scale)))
        painter.setBrush(color(look.fill))
        painter.drawRoundedRect(rect, _RADIUS, _RADIUS)
        if detail_at(scale) is Detail.BOX:
            return
        self._paint_corner(painter, rect)
        room = rect.adjusted(_PADDING, _PADDING, -_PADDING, -_PADDING)
        painter.save()
        painter.setClipRect(room, Qt.ClipOperation.IntersectClip)
        painter.translate(room.topLeft())
        pixels = _TEXT if detail_at(scale) is Detail.FULL else _TEXT_FAR
        self._text.paint(painter, self.note, self.theme, pixels, room.width())
        painter.restore()

    def _paint_corner(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the strokes at the corner that the note is resized by."""
        painter.setPen(QPen(painter.pen().color(), 1.2))
        corner = rect.bottomRight() - QPointF(_CORNER_INSET, _CORNER_INSET)
        for reach in _CORNER_STROKES:
            painter.drawLine(corner - QPointF(reach, 0), corner - QPointF(0, reach))
