"""Adding nodes: from the palette, from a list at the mouse, and at the end of a wire."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QPointF

from designer.catalog.kind import Kind
from designer.graph.card import Pin
from designer.gui.actions.kind_choice import kind_choice
from designer.gui.canvas.empty_hint import EmptyHint
from designer.gui.canvas.geometry import qpoint
from designer.gui.canvas.items.loose_wire_item import LooseWireItem
from designer.gui.canvas.wire_drop import Fit, WireDrop, best_first
from designer.gui.dialogs.chooser import Chooser

if TYPE_CHECKING:
    from designer.gui.window import PipelineWindow


class Adding(QObject):
    """Let a person choose a kind, and place it."""

    def __init__(self, window: "PipelineWindow") -> None:
        super().__init__(window)
        self._window = window
        self.chooser: Chooser | None = None
        self.hint = EmptyHint(window.canvas, window.session)
        window.canvas.add_requested.connect(self.ask)
        window.canvas.wire_dropped.connect(self.ask_for_wire)
        window.panels.palette.kind_chosen.connect(self.add)
        window.panels.palette.drag_started.connect(window.show_canvas)

    def add(self, kind: str) -> None:
        """Place a kind beside the selected node, or in the middle of what is seen."""
        self._window.show_canvas()
        self._window.canvas.editing.add(kind, self._window.canvas.placing.beside())

    def ask_at_mouse(self) -> None:
        """Offer all kinds at the mouse, or for a place beside the selected node where the mouse is elsewhere."""
        self._window.show_canvas()
        canvas = self._window.canvas
        at = canvas.placing.at_mouse()
        self.ask(at, canvas.viewport().mapToGlobal(canvas.mapFromScene(at)))

    def ask(self, at: QPointF, screen: QPoint) -> None:
        """Offer all kinds at a place, those first that take what the selected node gives."""
        kinds = best_first(self._window.kinds, self._selected_pins())
        self._offer(kinds, screen, lambda kind: self._window.canvas.editing.add(kind, at))

    def ask_for_wire(self, drop: WireDrop) -> None:
        """Offer the kinds that fit at the end of a wire, which stays in sight meanwhile."""
        fits = {fit.kind: fit for fit in reversed(drop.fits)}
        listed = [self._window.kinds[fit.kind] for fit in drop.fits]
        at = qpoint(drop.at)

        def place(kind: str) -> None:
            fit: Fit = fits[kind]
            self._window.canvas.editing.add(kind, at, wire=(drop, fit))

        scene = self._window.canvas.canvas
        wire = LooseWireItem(scene.theme, drop.pin)
        wire.set_course(drop.course, drop.at)
        scene.addItem(wire)
        self._offer(listed, drop.screen, place).closed.connect(lambda: scene.removeItem(wire))

    def _selected_pins(self) -> tuple[Pin, ...]:
        selection = self._window.session.selection
        items = self._window.canvas.canvas.nodes
        pins = items[next(iter(selection))].card.pins if len(selection) == 1 else ()
        return tuple(pin for pin in pins if pin.outgoing and not pin.is_flow)

    def _offer(self, kinds: Iterable[Kind], screen: QPoint, place: Callable[[str], object]) -> Chooser:
        choices = [kind_choice(kind, self._window.theming.theme) for kind in kinds]
        self.chooser = Chooser(choices, self.tr("Add a node"), self._window)
        self.chooser.chosen.connect(place)
        self.chooser.open_at(screen)
        return self.chooser
