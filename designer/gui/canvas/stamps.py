"""What many cards have alike, painted once: the body, the icon's tile and the pins of cards at rest.

A canvas shows hundreds of cards of a few shapes. Copying a picture costs a tenth of painting rounded corners and circles anew.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from math import ceil

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap

from designer.graph.card import CARD_WIDTH, Card, Pin
from designer.gui.canvas.detail import Detail
from designer.gui.canvas.geometry import CARD_MARGIN
from designer.gui.canvas.looks import Look, PinKey, RunMark, SupportMark
from designer.gui.theme.theme import Theme


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """What cards have alike; there is one object for each shape, and it is told apart by identity."""

    card: Card
    wired: frozenset[PinKey]


Paint = Callable[[QPainter, Card, Look, Theme, float, Detail], None]


def shape_of(card: Card, wired: frozenset[PinKey]) -> Shape:
    """Return the shape of a card whose pins are joined so."""
    return _shape(card.kind, card.category, card.height, card.known, card.bypassed, card.pins, wired)


def is_at_rest(look: Look) -> bool:
    """Say whether a card looks as cards of its shape do when nothing happens to them."""
    awake = look.hovered or look.selected or look.dimmed or look.lit
    marks = look.marks
    return not awake and marks.run is RunMark.NONE and marks.support is not SupportMark.IMPOSSIBLE


def paint_stamp(painter: QPainter, shape: Shape, theme: Theme, scale: float, detail: Detail, paint: Paint) -> None:
    """Copy the picture of a shape to the origin; `paint` makes it where there is none yet."""
    ratio = painter.device().devicePixelRatio()
    picture = _stamp(shape, theme, round(scale, 6), detail, ratio, paint)
    world = painter.worldTransform()
    corner = world.map(QPointF(-CARD_MARGIN, -CARD_MARGIN))
    painter.resetTransform()
    painter.drawPixmap(QPointF(round(corner.x() * ratio) / ratio, round(corner.y() * ratio) / ratio), picture)
    painter.setTransform(world)


@lru_cache(maxsize=4096)
def _shape(
    kind: str,
    category: str,
    height: float,
    known: bool,  # noqa: FBT001
    bypassed: bool,  # noqa: FBT001
    pins: tuple[Pin, ...],
    wired: frozenset[PinKey],
) -> Shape:
    card = Card(
        id="",
        kind=kind,
        title="",
        subtitle="",
        detail="",
        category=category,
        known=known,
        bypassed=bypassed,
        pins=pins,
        height=height,
    )
    return Shape(card, wired)


@lru_cache(maxsize=512)
def _stamp(shape: Shape, theme: Theme, scale: float, detail: Detail, ratio: float, paint: Paint) -> QPixmap:
    size = QSize(
        ceil((CARD_WIDTH + 2 * CARD_MARGIN) * scale * ratio),
        ceil((shape.card.height + 2 * CARD_MARGIN) * scale * ratio),
    )
    picture = QPixmap(size)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    painter.scale(scale, scale)
    painter.translate(CARD_MARGIN, CARD_MARGIN)
    paint(painter, shape.card, Look(wired=shape.wired), theme, scale, detail)
    painter.end()
    return picture
