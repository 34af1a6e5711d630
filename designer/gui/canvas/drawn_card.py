"""A card of the canvas: one node, where it stands, and how it looks at the moment."""

from collections.abc import Callable, Collection

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from designer.document.model import Point
from designer.graph.card import CARD_WIDTH, Card, Pin
from designer.gui.canvas.detail import Detail, detail_at
from designer.gui.canvas.geometry import CARD_MARGIN, LABEL_MARGIN
from designer.gui.canvas.looks import PLAIN, Look, PinKey
from designer.gui.canvas.painting import paint_card
from designer.gui.canvas.pin_painting import paint_pin_labels
from designer.gui.canvas.stamps import Shape, shape_of
from designer.gui.canvas.wire import Wire
from designer.gui.canvas.wired_pins import wired_pins
from designer.gui.theme.theme import Theme


class DrawnCard:
    """Show one node; what it looks like is set from outside.

    Of two cards in one place the one with the larger `number` lies above. A card is no item of the scene: `CardsItem` paints
    all of them. `changed` is told of whatever looks different, with the bounds that the card had before.
    """

    __slots__ = (
        "_changed",
        "_is_lifted",
        "_number",
        "_shape",
        "_wired",
        "_wires",
        "at",
        "bounds",
        "card",
        "hidden",
        "look",
    )

    def __init__(self, card: Card, at: Point, number: int, changed: Callable[["DrawnCard", QRectF], None]) -> None:
        self.card = card
        self.at = at
        self.look: Look = PLAIN
        self.hidden = False
        self.bounds = _bounds(card, at, PLAIN)
        self._number = number
        self._is_lifted = False
        self._changed = changed
        self._shape: Shape | None = None
        self._wires: Collection[Wire] = ()
        self._wired: frozenset[PinKey] | None = None

    @property
    def rank(self) -> tuple[bool, bool, int]:
        """Return what is the larger the higher the card lies."""
        return self._is_lifted, self.look.hovered, self._number

    @property
    def wired(self) -> frozenset[PinKey]:
        """Return the pins that wires end at."""
        if self._wired is None:
            self._wired = wired_pins(self.card.id, self._wires)
        return self._wired

    def join(self, wires: Collection[Wire]) -> None:
        """Be joined by these wires, and no others."""
        self._wires = wires
        self._wired = None
        if self._shape is not None:  # else it was not painted since it changed last
            self._shape = None
            self._change()

    def set_card(self, card: Card) -> None:
        """Show another card in the place of this one."""
        if card != self.card:
            self.card = card
            self._shape = None
            self._change(is_moved=True)

    def set_look(self, look: Look) -> None:
        """Show another state."""
        before = self.look
        if look == before:
            return
        self.look = look
        self._shape = None
        self._change(is_moved=(look.hovered, look.lit) != (before.hovered, before.lit))

    def set_hidden(self, *, hidden: bool) -> None:
        """Show the card no more, or again."""
        if hidden != self.hidden:
            self.hidden = hidden
            self._change()

    def move_to(self, at: Point) -> None:
        """Stand somewhere else."""
        self.at = at
        self._change(is_moved=True)

    def lift(self, *, lifted: bool) -> None:
        """Lie above all other cards, or among them again."""
        self._is_lifted = lifted
        self._change()

    def body(self) -> QRectF:
        """Return the card's rectangle in the scene."""
        return QRectF(self.at.x, self.at.y, CARD_WIDTH, self.card.height)

    def place_of(self, pin: Pin) -> QPointF:
        """Return where a pin is in the scene."""
        return QPointF(self.at.x + pin.x, self.at.y + pin.y)

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """Paint the card with its upper left corner at the origin."""
        scale = painter.worldTransform().m11()
        if self._shape is None:
            self._shape = shape_of(self.card, self.look, self.wired)
        paint_card(painter, self.card, self.look, self._shape, theme, scale)
        if (self.look.hovered or self.look.lit) and detail_at(scale) is Detail.FULL:
            paint_pin_labels(painter, self.card, self.look, theme)

    def _change(self, *, is_moved: bool = False) -> None:
        before = self.bounds
        if is_moved:
            self.bounds = _bounds(self.card, self.at, self.look)
        self._changed(self, before)


def _bounds(card: Card, at: Point, look: Look) -> QRectF:
    side = LABEL_MARGIN if look.hovered or look.lit else CARD_MARGIN
    return QRectF(at.x - side, at.y - CARD_MARGIN, CARD_WIDTH + 2 * side, card.height + 2 * CARD_MARGIN)
