"""How the pins of a card are painted: round and coloured for data, pointed and grey for flow."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from designer.graph.card import CARD_WIDTH, PIN_RADIUS, Card, Pin
from designer.gui.canvas.detail import Detail
from designer.gui.canvas.looks import Look, PinKey
from designer.gui.canvas.stamps import Shape
from designer.gui.language.words import tr
from designer.gui.theme.colors import color, mixed
from designer.gui.theme.fonts import metrics, ui_font
from designer.gui.theme.theme import Theme

_ARROW = 4.5
_LIT_HALO = 11.0
_LABEL = 10


def pin_key(pin: Pin) -> PinKey:
    """Return what tells a pin of one card from the others."""
    return pin.name, pin.outgoing, pin.is_flow


def paint_pins(painter: QPainter, shape: Shape, theme: Theme, detail: Detail) -> None:
    """Paint all pins; those that nothing is joined to are hollow."""
    look, wired = shape.look, shape.wired
    for pin in shape.card.pins:
        key = pin_key(pin)
        if key in look.lit:
            _paint_halo(painter, pin, theme)
        if pin.is_flow and not _shows_flow(pin, shape, key):
            continue
        if pin.is_flow:
            _paint_flow(painter, pin, theme, wired=key in wired, shown=_awake(look, key))
        else:
            _paint_data(painter, pin, theme, wired=key in wired)
        if pin.is_flow and pin.outgoing and pin.name and detail is Detail.FULL and not _is_said(pin, key, shape):
            _paint_branch(painter, pin, theme)


def _is_said(pin: Pin, key: PinKey, shape: Shape) -> bool:
    """Say whether a way out needs no name: the colour of a wire from the pin for errors says enough."""
    return pin.is_error and (key in shape.wired or key not in shape.look.lit)


def _shows_flow(pin: Pin, shape: Shape, key: PinKey) -> bool:
    """Say whether a pin for flow is painted: where a wire arrives, its own head is enough."""
    if key in shape.wired:
        return pin.outgoing or key in shape.look.lit
    return (bool(pin.name) and not pin.is_error) or _awake(shape.look, key)


def _awake(look: Look, key: PinKey) -> bool:
    """Say whether a pin for flow that nothing is joined to is shown: cards at rest are calm."""
    return look.hovered or look.selected or key in look.lit


def _paint_halo(painter: QPainter, pin: Pin, theme: Theme) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color(_ink(pin, theme), 70))
    painter.drawEllipse(QPointF(pin.x, pin.y), _LIT_HALO, _LIT_HALO)


def _ink(pin: Pin, theme: Theme) -> str:
    if pin.port:
        return theme.ink.port(pin.port.type)
    return theme.ink.error if pin.is_error else theme.ink.flow


def _paint_data(painter: QPainter, pin: Pin, theme: Theme, *, wired: bool) -> None:
    ink = _ink(pin, theme)
    centre = QPointF(pin.x, pin.y)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color(theme.ink.card))
    painter.drawEllipse(centre, PIN_RADIUS + 1.5, PIN_RADIUS + 1.5)
    if wired:
        painter.setBrush(color(ink))
        painter.drawEllipse(centre, PIN_RADIUS, PIN_RADIUS)
        return
    required = pin.port is not None and pin.port.required
    painter.setPen(QPen(color(ink), 2.0))
    painter.setBrush(color(theme.ink.card) if required or pin.outgoing else mixed(theme.ink.card, ink, 0.25))
    painter.drawEllipse(centre, PIN_RADIUS - 1, PIN_RADIUS - 1)


def _paint_flow(painter: QPainter, pin: Pin, theme: Theme, *, wired: bool, shown: bool) -> None:
    ink = theme.ink
    own = _ink(pin, theme)
    painter.setPen(QPen(color(ink.card), 1.5) if wired else QPen(color(own if shown else ink.border), 1.3))
    painter.setBrush(color(own) if wired else color(ink.card))
    painter.drawPolygon(arrow(QPointF(pin.x + _ARROW * 0.6, pin.y), _ARROW))


def paint_pin_labels(painter: QPainter, card: Card, look: Look, theme: Theme) -> None:
    """Paint the names of the pins beside the card: all when the mouse is over it, else those that a wire may end at."""
    painter.setFont(ui_font(_LABEL, strong=True))
    for pin in card.pins:
        if (pin.port is not None or pin.is_error) and (look.hovered or pin_key(pin) in look.lit):
            _paint_label(painter, pin, theme)


def _paint_label(painter: QPainter, pin: Pin, theme: Theme) -> None:
    title = tr(pin.title)
    width = metrics(_LABEL, strong=True).horizontalAdvance(title) + 14
    left = pin.x + 12 if pin.outgoing else pin.x - 12 - width
    pill = QRectF(left, pin.y - 8.5, width, 17)
    painter.setPen(QPen(color(theme.ink.border), 1))
    painter.setBrush(color(theme.ink.card))
    painter.drawRoundedRect(pill, 8.5, 8.5)
    painter.setPen(color(_ink(pin, theme)))
    painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, title)


def arrow(tip: QPointF, size: float) -> QPolygonF:
    """Return an arrow head that points to the right."""
    return QPolygonF(
        [
            QPointF(tip.x() - 1.6 * size, tip.y() - size),
            tip,
            QPointF(tip.x() - 1.6 * size, tip.y() + size),
        ]
    )


def _paint_branch(painter: QPainter, pin: Pin, theme: Theme) -> None:
    painter.setFont(ui_font(10, strong=True))
    painter.setPen(color(theme.ink.muted))
    room = QRectF(CARD_WIDTH - 60, pin.y - 9, 60 - 13, 18)
    painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, tr(pin.title))
