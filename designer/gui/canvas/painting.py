"""How a card is painted, at each level of detail but from far away, where it is a box (`far_boxes`)."""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from designer.graph.card import CARD_RADIUS, CARD_WIDTH, MARGIN, TEXT_LEFT, TILE, TILE_RADIUS, Card
from designer.gui.canvas.badge_painting import paint_badges, paint_run_mark
from designer.gui.canvas.detail import Detail, detail_at
from designer.gui.canvas.geometry import card_rect
from designer.gui.canvas.looks import Look, RunMark, SupportMark
from designer.gui.canvas.pin_painting import paint_pins
from designer.gui.canvas.stamps import Shape, paint_stamp
from designer.gui.language.words import said
from designer.gui.theme.colors import color, mixed
from designer.gui.theme.fonts import metrics, ui_font
from designer.gui.theme.glyphs import glyphs_of
from designer.gui.theme.icons import icon_pixmap
from designer.gui.theme.theme import Theme

_ICON = 24
_TITLE = 13
_SMALL = 11
_FAINT = 0.32
_BYPASSED = 0.5
_SIZES = (24, 48, 96, 192)


def paint_card(painter: QPainter, card: Card, look: Look, shape: Shape, theme: Theme, scale: float) -> None:
    """Paint a node's card with its upper left corner at the origin; `shape` is the one of this card and look."""
    detail = detail_at(scale)
    if look.dimmed or look.marks.run is RunMark.SKIPPED:
        painter.setOpacity(_FAINT if look.dimmed else _BYPASSED)
    elif card.bypassed:
        painter.setOpacity(_BYPASSED)
    if detail is Detail.BLOCK:
        _paint_block(painter, card, look, theme, scale)
    else:
        paint_stamp(painter, shape, theme, scale, detail, _paint_bare)
        if detail is Detail.FULL:
            _paint_texts(painter, card, shape.text_width, theme)
        else:
            _paint_title(painter, card, shape.text_width, theme)
    paint_badges(painter, card, look.marks, theme, scale)
    painter.setOpacity(1.0)


def _paint_bare(painter: QPainter, shape: Shape, theme: Theme, scale: float, detail: Detail) -> None:
    """Paint everything but the texts and the badges."""
    _paint_body(painter, shape.card, shape.look, theme, scale)
    _paint_tile(painter, shape.card, theme, scale)
    paint_run_mark(painter, shape.look.marks.run, theme)
    paint_pins(painter, shape, theme, detail)


def _paint_block(painter: QPainter, card: Card, look: Look, theme: Theme, scale: float) -> None:
    """Paint a block in the category's colour with the name as large as it can be."""
    ink = theme.ink
    base = ink.category(card.category)
    painter.setPen(QPen(color(ink.accent), 3 / scale) if look.selected else Qt.PenStyle.NoPen)
    painter.setBrush(mixed(base, ink.text, 0.25) if look.hovered else color(base))
    painter.drawRoundedRect(card_rect(card), CARD_RADIUS, CARD_RADIUS)
    pixels = round(min(8.5 / scale, 30))
    painter.setFont(ui_font(pixels, strong=True))
    painter.setPen(color(ink.on_tile))
    room = QRectF(10, 2, CARD_WIDTH - 20, card.height - 4)
    lines = _two_lines(card.title, pixels, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignHCenter, lines)


@lru_cache(maxsize=4096)
def _two_lines(title: str, pixels: int, width: float) -> str:
    measure = metrics(pixels, strong=True)
    if measure.horizontalAdvance(title) <= width:
        return title
    breaks = [index + 1 for index, letter in enumerate(title) if letter in "-_ ."]
    cut = min(breaks, key=lambda index: abs(index - len(title) / 2), default=len(title) // 2)
    halves = (title[:cut], title[cut:])
    return "\n".join(measure.elidedText(half, Qt.TextElideMode.ElideRight, width) for half in halves)


def _paint_body(painter: QPainter, card: Card, look: Look, theme: Theme, scale: float) -> None:
    ink, rect = theme.ink, card_rect(card)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color(ink.shadow, 90 if ink.dark else 22))
    painter.drawRoundedRect(rect.adjusted(-0.5, 1, 0.5, 2.5), CARD_RADIUS, CARD_RADIUS)
    if look.selected:
        painter.setBrush(color(ink.accent, 60))
        painter.drawRoundedRect(rect.adjusted(-4, -4, 4, 4), CARD_RADIUS + 4, CARD_RADIUS + 4)
    painter.setPen(_border(card, look, theme, scale))
    painter.setBrush(color(ink.card))
    painter.drawRoundedRect(rect, CARD_RADIUS, CARD_RADIUS)


def _border(card: Card, look: Look, theme: Theme, scale: float) -> QPen:
    ink = theme.ink
    thin = max(1.0, 1.0 / scale)
    if look.selected:
        return QPen(color(ink.accent), max(1.6, thin))
    if look.marks.support is SupportMark.IMPOSSIBLE:
        return QPen(color(ink.error), max(1.2, thin), Qt.PenStyle.DashLine)
    if card.bypassed or not card.known:
        return QPen(color(ink.muted), thin, Qt.PenStyle.DashLine)
    return QPen(mixed(ink.border, ink.text, 0.3) if look.hovered else color(ink.border), thin)


def _paint_tile(painter: QPainter, card: Card, theme: Theme, scale: float) -> None:
    ink = theme.ink
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color(ink.category(card.category)))
    painter.drawRoundedRect(QRectF(MARGIN, MARGIN, TILE, TILE), TILE_RADIUS, TILE_RADIUS)
    ratio = painter.device().devicePixelRatio()
    wanted = _ICON * scale * ratio
    pixels = next((size for size in _SIZES if size >= wanted), _SIZES[-1])
    inset = MARGIN + (TILE - _ICON) / 2
    pixmap = icon_pixmap("kinds", card.kind, ink.on_tile, pixels)
    painter.drawPixmap(QRectF(inset, inset, _ICON, _ICON), pixmap, QRectF(0, 0, pixels, pixels))


def _paint_texts(painter: QPainter, card: Card, width: float, theme: Theme) -> None:
    ink = theme.ink
    top = 25 if card.detail else 33
    _line(painter, card.title, QPointF(TEXT_LEFT, top), _TITLE, width, strong=True, ink=ink.text)
    _line(painter, said(card.subtitle), QPointF(TEXT_LEFT, top + 17), _SMALL, width, strong=False, ink=ink.muted)
    if card.detail:
        _line(painter, card.detail, QPointF(TEXT_LEFT, top + 33), _SMALL, width, strong=False, ink=ink.muted)


def _line(painter: QPainter, text: str, at: QPointF, pixels: int, width: float, *, strong: bool, ink: str) -> None:
    painter.setPen(color(ink))
    for glyphs in glyphs_of(text, pixels, width, strong=strong):
        painter.drawGlyphRun(at, glyphs)


def _paint_title(painter: QPainter, card: Card, width: float, theme: Theme) -> None:
    """Paint the title alone, large enough for half the size, on two lines where it is long."""
    pixels = 18
    painter.setFont(ui_font(pixels, strong=True))
    painter.setPen(color(theme.ink.text))
    room = QRectF(TEXT_LEFT, 0, width, 72)
    painter.drawText(
        room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, _two_lines(card.title, pixels, width)
    )
