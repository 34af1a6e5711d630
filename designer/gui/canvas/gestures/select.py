"""Spanning a rectangle over nodes and notes selects them."""

from PySide6.QtCore import QRectF

from designer.gui.canvas.items.band_item import BandItem
from designer.gui.canvas.stage import Pointer, Stage


class SelectGesture:
    """Select what the rectangle touches; with Ctrl or Shift in addition to what was selected."""

    def __init__(self, stage: Stage, pointer: Pointer) -> None:
        self._stage = stage
        self._start = pointer.at
        self._before = stage.session.selection if pointer.adds else frozenset[str]()
        self._band = BandItem(stage.scene.theme)
        stage.scene.addItem(self._band)
        stage.session.select(self._before)
        stage.picking.clear()

    def move(self, pointer: Pointer) -> None:
        """Span the rectangle to the mouse."""
        rect = QRectF(self._start, pointer.at).normalized()
        self._band.set_rect(rect)
        scene = self._stage.scene
        nodes = {card.card.id for card in scene.cards.within(rect) if card.body().intersects(rect)}
        notes = {note_id for note_id, note in scene.notes.items() if note.body().intersects(rect)}
        self._stage.session.select(self._before | nodes)
        self._stage.picking.pick(notes=notes)

    def release(self, pointer: Pointer) -> None:
        """Take what the rectangle touches at the end."""
        self.move(pointer)
        self._stage.scene.removeItem(self._band)

    def cancel(self) -> None:
        """Select what was selected before."""
        self._stage.scene.removeItem(self._band)
        self._stage.session.select(self._before)
