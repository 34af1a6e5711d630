"""Searching the document: what matches stays bright on the canvas, and one goes from match to match."""

from collections.abc import Mapping
from functools import cached_property

from PySide6.QtCore import QObject

from designer.catalog.kind import Kind
from designer.document.search import nodes_with
from designer.gui.canvas.view import CanvasView
from designer.gui.language.searchable import both
from designer.gui.panels.search_bar import SearchBar
from designer.gui.session import EditingSession


class Searching(QObject):
    """Join the search bar with the canvas."""

    def __init__(self, session: EditingSession, canvas: CanvasView, bar: SearchBar, kinds: Mapping[str, Kind]) -> None:
        super().__init__(bar)
        self.bar = bar
        self.matches: tuple[str, ...] = ()
        self._session = session
        self._canvas = canvas
        self._kinds = kinds
        bar.typed.connect(self._search)
        bar.wanted.connect(self._step)
        bar.left.connect(self._leave)
        session.document_changed.connect(self._refresh)

    def open(self) -> None:
        """Let a person search."""
        self.bar.open()

    @cached_property
    def _titles(self) -> Mapping[str, str]:
        return {kind.id: both(kind.title) for kind in self._kinds.values()}

    def _search(self, text: str) -> None:
        self.matches = nodes_with(self._session.document, text, self._titles)
        self._dim(bool(text.strip()))
        if self.matches and not self._session.selection & set(self.matches):
            self._canvas.go_to(self.matches[0])
        self._show_count()

    def _step(self, by: int) -> None:
        if self.matches:
            at = self._at()
            self._canvas.go_to(self.matches[(at + by) % len(self.matches) if at >= 0 else 0])
            self._show_count()

    def _refresh(self, *_: object) -> None:
        if self.bar.isVisible():
            self.matches = nodes_with(self._session.document, self.bar.line.text(), self._titles)
            self._dim(bool(self.bar.line.text().strip()))
            self._show_count()

    def _leave(self) -> None:
        self.matches = ()
        self._dim(searching=False)
        self._canvas.setFocus()

    def _at(self) -> int:
        selected = next(iter(self._session.selection), "")
        return self.matches.index(selected) if selected in self.matches else -1

    def _show_count(self) -> None:
        self.bar.show_count(self._at() + 1, len(self.matches))

    def _dim(self, searching: bool) -> None:  # noqa: FBT001 - whether anything is searched
        bright = frozenset(self.matches)
        for node_id, item in self._canvas.canvas.nodes.items():
            dimmed = searching and node_id not in bright
            if item.look.dimmed != dimmed:
                item.set_look(item.look._replace(dimmed=dimmed))
