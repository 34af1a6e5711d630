"""What is selected in the session and picked on the canvas looks so."""

from collections.abc import Iterable

from designer.document.model import Edge
from designer.gui.canvas.picking import Picking
from designer.gui.canvas.scene import CanvasScene
from designer.gui.canvas.wire import Wire
from designer.gui.session import EditingSession

_FEW = 20


class SelectionDisplay:
    """Follow the session's selection and the picking."""

    def __init__(self, scene: CanvasScene, session: EditingSession, picking: Picking) -> None:
        self._scene = scene
        self._session = session
        self._picking = picking
        self._shown: frozenset[str] = frozenset()
        self._wires: frozenset[Wire] = frozenset()
        self._picked_edges: frozenset[Edge] = frozenset()
        self._picked_notes: frozenset[str] = frozenset()
        session.selection_changed.connect(self._show_selection)
        picking.changed.connect(self._show_picked)
        self.refresh()

    def refresh(self) -> None:
        """Show the state anew, after items were made."""
        self._show_selection(self._session.selection)
        self._give(self._session.selection, selected=True)
        self._show_picked()

    def _show_selection(self, selection: frozenset[str]) -> None:
        self._give(self._shown - selection, selected=False)
        self._give(selection - self._shown, selected=True)
        self._shown = selection
        self._show_wires_of(selection)

    def _show_wires_of(self, selection: frozenset[str]) -> None:
        """Let the wires of a few selected nodes stand out; of many, nobody follows each."""
        few = selection if len(selection) <= _FEW else frozenset[str]()
        wires = frozenset(wire for node_id in few for wire in self._scene.wires_of(node_id))
        for wire in self._wires - wires:
            wire.stand_out(beside_selected=False)
        for wire in wires:
            wire.stand_out(beside_selected=True)
        self._wires = wires

    def _give(self, ids: Iterable[str], *, selected: bool) -> None:
        for node_id in ids:
            if item := self._scene.nodes.get(node_id):
                item.set_look(item.look._replace(selected=selected))

    def _show_picked(self) -> None:
        edges, notes = self._picking.edges, self._picking.notes
        for edge in self._picked_edges | edges:
            if wire := self._scene.edges.get(edge):
                wire.set_state(picked=edge in edges)
        for note_id in self._picked_notes | notes:
            if note := self._scene.notes.get(note_id):
                note.set_picked(picked=note_id in notes)
        self._picked_edges, self._picked_notes = edges, notes
