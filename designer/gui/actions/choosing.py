"""Choosing by typing: a node to go to, a port to join, another kind, a file that was open lately."""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from designer.document.edits import colour_notes
from designer.document.model import Edge
from designer.graph.card import Pin
from designer.graph.colours import NOTE_COLOURS, note_look
from designer.graph.model import build_graph
from designer.graph.swapping import Swap, swap_kind
from designer.gui.actions.kind_choice import kind_choice
from designer.gui.actions.one_selected import one_selected
from designer.gui.canvas.folding import frames_of
from designer.gui.canvas.framing import moved_to_frame
from designer.gui.canvas.joining import WireEnd, edge_between, joined, why_refused, without_fed_inputs
from designer.gui.dialogs.choices import Choice
from designer.gui.dialogs.chooser import Chooser
from designer.gui.language.searchable import both
from designer.gui.language.words import tr
from designer.gui.theme.icons import kind_icon, swatch

if TYPE_CHECKING:
    from designer.gui.window import PipelineWindow


class Choosing(QObject):
    """Offer what there is in a list to type into."""

    def __init__(self, window: "PipelineWindow") -> None:
        super().__init__(window)
        self._window = window
        self.chooser: Chooser | None = None

    def go_to(self) -> None:
        """Offer every node, and go to the one that is chosen."""
        nodes = self._window.session.document.nodes
        self._offer([self._node_choice(node_id) for node_id in nodes], self.tr("Go to a node"))
        self._on_choice(self._window.canvas.go_to)

    def connect_to(self) -> None:
        """Offer every port that the selected node may be joined to, and join it."""
        selected = one_selected(self._window)
        if not selected:
            return
        ways = {str(number): way for number, way in enumerate(self._ways(selected))}
        if not ways:
            self._window.tell(self.tr("There is nothing that '{}' could be joined to.").format(selected))
            return
        choices = [self._way_choice(number, selected, start, end) for number, (start, end) in ways.items()]
        self._offer(choices, self.tr("Join '{}' to…").format(selected))
        self._on_choice(lambda number: self._join(*ways[number]))

    def change_kind(self) -> None:
        """Offer the other kinds for the selected node."""
        selected = one_selected(self._window)
        if not selected:
            return
        theme, now = self._window.theming.theme, self._window.session.document.nodes[selected].kind
        kinds = (kind for kind in self._window.kinds.values() if kind.id != now and not kind.kept)
        choices = [kind_choice(kind, theme) for kind in kinds]
        self._offer(choices, self.tr("Make '{}' another kind").format(selected))
        self._on_choice(lambda kind: self._swap(selected, kind))

    def move_to_frame(self) -> None:
        """Offer the frames for the selected nodes to stand in, and that they stand in none."""
        document, selection = self._window.session.document, self._window.session.selection
        titles = {frame.id: frame.title for frame in document.frames if not selection <= set(frame.nodes)}
        if frames_of(document, selection):
            titles[""] = self.tr("No frame")
        if not titles:
            self._window.tell(self.tr("There is no frame. Frame Selection makes one."))
            return
        self._offer([Choice(id=one, title=title) for one, title in titles.items()], self.tr("Move to a frame"))
        self._on_choice(lambda one: self._reframe(one, titles[one]))

    def note_colour(self) -> None:
        """Offer the colours for the picked notes."""
        theme = self._window.theming.theme
        titles = (self.tr("Yellow"), self.tr("Blue"), self.tr("Green"), self.tr("Red"), self.tr("Grey"))
        choices = [
            Choice(id=name, title=title, icon=partial(swatch, note_look(name, theme.ink)))
            for name, title in zip(NOTE_COLOURS, titles, strict=True)
        ]
        self._offer(choices, self.tr("Colour of the note"))
        self._on_choice(self._colour_notes)

    def open_recent(self) -> None:
        """Offer the files that were open lately, and open the one that is chosen."""
        window = self._window
        now = window.session.path.resolve() if window.session.path else None
        files = {str(path): path for path in window.recent.paths() if path != now}
        if not files:
            window.tell(self.tr("No other file was open lately."))
            return
        choices = [
            Choice(id=name, title=path.name, detail=path.parent.name, words=str(path.parent))
            for name, path in files.items()
        ]
        self._open(choices, self.tr("Open a file again"))
        self._on_choice(lambda name: window.filing.open_path(files[name]))

    def _reframe(self, frame_id: str, title: str) -> None:
        session = self._window.session
        moved = moved_to_frame(session.document, session.selection, frame_id)
        session.apply(moved, self.tr("Move to frame: {}").format(title))

    def _colour_notes(self, name: str) -> None:
        """Colour the picked notes; the usual colour is not written down."""
        session, picked = self._window.session, self._window.canvas.picking.notes
        wanted = "" if name == NOTE_COLOURS[0] else name
        session.apply(colour_notes(session.document, picked, wanted), self.tr("Colour note"))

    def _ways(self, node_id: str) -> Iterator[tuple[WireEnd, WireEnd]]:
        """Yield what the node may be joined to: by data first, the nearest nodes first."""
        graph = without_fed_inputs(build_graph(self._window.session.document, self._window.kinds))
        items = self._window.canvas.canvas.nodes
        here = items[node_id].body().center()
        others = sorted(
            (one for one in items if one != node_id),
            key=lambda one: (items[one].body().center() - here).manhattanLength(),
        )
        starts = [WireEnd(node_id, pin) for pin in items[node_id].card.pins]
        starts.sort(key=lambda start: (start.pin.is_flow, not start.pin.outgoing, start.pin.is_error))
        for start in starts:
            for other in others:
                for pin in items[other].card.pins:
                    end = WireEnd(other, pin)
                    if why_refused(graph, start, end) is None:
                        yield start, end

    def _way_choice(self, number: str, node_id: str, start: WireEnd, end: WireEnd) -> Choice:
        arrow = "→" if start.pin.outgoing else "←"
        title = f"{_name(start.pin)} {arrow} {end.node} · {_name(end.pin)}"
        return Choice(id=number, title=title, words=f"{node_id} {end.node}", icon=self._node_choice(end.node).icon)

    def _join(self, start: WireEnd, end: WireEnd) -> None:
        edge = edge_between(start, end)
        session = self._window.session
        session.apply(joined(session.document, start, end), self.tr("Join {} to {}").format(edge.source, edge.target))

    def _swap(self, node_id: str, kind: str) -> None:
        session, kinds = self._window.session, self._window.kinds
        swap = swap_kind(session.document, kinds, node_id, kinds[kind])
        session.apply(swap.document, self.tr("Make {}: {}").format(node_id, tr(kinds[kind].title)))
        self._window.tell(self._losses(swap) or self.tr("Its settings and wires stayed."))

    def _losses(self, swap: Swap) -> str:
        settings = ", ".join(swap.lost_settings)
        edges = ", ".join(_words(edge) for edge in swap.lost_edges)
        lost = [
            self.tr("the settings {}").format(settings) if settings else "",
            self.tr("the wires {}").format(edges) if edges else "",
        ]
        told = self.tr(" and ").join(one for one in lost if one)
        return self.tr("These did not fit and are gone: {}. Undo brings them back.").format(told) if told else ""

    def _node_choice(self, node_id: str) -> Choice:
        node = self._window.session.document.nodes[node_id]
        kind = self._window.kinds.get(node.kind)
        category = kind.category if kind else ""
        theme = self._window.theming.theme
        return Choice(
            id=node_id,
            title=node_id,
            words=f"{node.kind} {both(kind.title) if kind else ''}",
            icon=lambda: kind_icon(node.kind, theme, category),
        )

    def _offer(self, choices: list[Choice], hint: str) -> None:
        self._window.show_canvas()
        self._open(choices, hint)

    def _open(self, choices: list[Choice], hint: str) -> None:
        window = self._window
        self.chooser = Chooser(choices, hint, window)
        view = window.centre
        corner = view.mapToGlobal(view.rect().center()) - self.chooser.rect().center()
        self.chooser.open_at(corner)

    def _on_choice(self, act: object) -> None:
        if self.chooser is not None:
            self.chooser.chosen.connect(act)


def _name(pin: Pin) -> str:
    return tr(pin.title or pin.name)


def _words(edge: Edge) -> str:
    return f"{edge.source} → {edge.target}"
