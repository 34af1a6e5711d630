"""The cards of nodes in the language of the window."""

from designer.catalog.kind import Kind
from designer.document.model import Node
from designer.graph.card import Card, Pin, make_card
from designer.gui.language.words import said, tr


class CardWords:
    """Lay out cards, and remember how the titles on them are said: there are few of them on thousands of cards."""

    def __init__(self) -> None:
        self._subtitles: dict[str, str] = {}
        self._titles: dict[str, str] = {}

    def card(self, node: Node, kind: Kind | None) -> Card:
        """Return the card of a node, with the names of its kind and of its pins as the window says them."""
        card = make_card(node, kind)
        subtitle = self._subtitles.get(card.subtitle)
        if subtitle is None:
            subtitle = self._subtitles[card.subtitle] = said(card.subtitle)
        titles = [self._title(pin) for pin in card.pins]
        if subtitle == card.subtitle and all(title == pin.title for title, pin in zip(titles, card.pins, strict=True)):
            return card
        pins = tuple(pin._replace(title=title) for title, pin in zip(titles, card.pins, strict=True))
        return card._replace(subtitle=subtitle, pins=pins)

    def _title(self, pin: Pin) -> str:
        title = self._titles.get(pin.title)
        if title is None:
            title = self._titles[pin.title] = tr(pin.title)
        return title
