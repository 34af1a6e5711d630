"""The cards from far away: plain boxes, which are kept until a card changes."""

from collections import defaultdict
from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from designer.gui.canvas.drawn_card import DrawnCard
from designer.gui.canvas.looks import RunMark
from designer.gui.theme.colors import color
from designer.gui.theme.theme import Theme

_SELECTED = "selected"
_FAILED = "failed"


class FarBoxes:
    """Know the box of each card that is shown, sorted by what gives it its colour."""

    def __init__(self) -> None:
        self._boxes: defaultdict[str, dict[DrawnCard, QRectF]] = defaultdict(dict)
        self._tones: dict[DrawnCard, str] = {}

    def follow(self, changed: Iterable[DrawnCard]) -> None:
        """Take in what these cards look like now."""
        for card in changed:
            self.forget(card)
            if not card.hidden:
                tone = self._tones[card] = _tone(card)
                self._boxes[tone][card] = card.body()

    def forget(self, card: DrawnCard) -> None:
        """Take in that a card is shown no more."""
        if card in self._tones:
            del self._boxes[self._tones.pop(card)][card]

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """Paint all boxes of one colour at once."""
        inks = {_SELECTED: theme.ink.accent, _FAILED: theme.ink.error}
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        for tone, boxes in self._boxes.items():
            painter.setBrush(color(inks.get(tone) or theme.ink.category(tone)))
            painter.drawRects(list(boxes.values()))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)


def _tone(card: DrawnCard) -> str:
    if card.look.selected:
        return _SELECTED
    marks = card.look.marks
    return _FAILED if marks.errors or marks.run is RunMark.FAILED else card.card.category
