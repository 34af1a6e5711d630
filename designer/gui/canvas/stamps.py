"""What many cards have alike, painted once: the body, the icon's tile and the pins.

A canvas shows hundreds of cards of a few shapes. Copying a picture costs a tenth of painting rounded corners and circles anew.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from math import ceil

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap

from designer.graph.card import CARD_WIDTH, TEXT_WIDTH, Card
from designer.gui.canvas.detail import Detail
from designer.gui.canvas.geometry import CARD_MARGIN
from designer.gui.canvas.looks import Look, Marks, PinKey
from designer.gui.theme.theme import Theme


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """What cards have alike; there is one object for each shape, and it is told apart by identity.

    `card` has no texts; `wired` are the pins that wires end at, `text_width` is the room that the texts have.
    """

    card: Card
    look: Look
    wired: frozenset[PinKey]
    text_width: float


_MOST_PIXELS = 2.5
_BRANCH_ROOM = 34
Paint = Callable[[QPainter, Shape, Theme, float, Detail], None]


def shape_of(card: Card, look: Look, wired: frozenset[PinKey]) -> Shape:
    """Return the shape of a card that looks so, and has wires at these pins."""
    bare = card._replace(id="", title="", subtitle="", detail="")
    marks = Marks(run=look.marks.run, support=look.marks.support)
    return _shape(bare, look._replace(dimmed=False, marks=marks), wired)


def paint_stamp(painter: QPainter, shape: Shape, theme: Theme, scale: float, detail: Detail, paint: Paint) -> None:
    """Copy the picture of a shape to the origin; `paint` makes it where there is none yet.

    Of cards with very many pixels to a unit of the scene only few are seen, so that no picture of them is kept.
    """
    ratio = painter.device().devicePixelRatio()
    if scale * ratio > _MOST_PIXELS:
        paint(painter, shape, theme, scale, detail)
        return
    picture = _stamp(shape, theme, round(scale, 6), detail, ratio, paint)
    world = painter.worldTransform()
    corner = world.map(QPointF(-CARD_MARGIN, -CARD_MARGIN))
    painter.resetTransform()
    painter.drawPixmap(QPointF(round(corner.x() * ratio) / ratio, round(corner.y() * ratio) / ratio), picture)
    painter.setTransform(world)


@lru_cache(maxsize=4096)
def _shape(bare: Card, look: Look, wired: frozenset[PinKey]) -> Shape:
    branches = any(pin.outgoing and pin.is_flow and pin.name and not pin.is_error for pin in bare.pins)
    return Shape(bare, look, wired, TEXT_WIDTH - (_BRANCH_ROOM if branches else 0))


@lru_cache(maxsize=256)
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
    paint(painter, shape, theme, scale, detail)
    painter.end()
    return picture
