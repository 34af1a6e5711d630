"""The outline in step with the canvas."""

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from designer.checking.finding import Severity
from designer.gui.bridge.assessment import Assessment
from designer.gui.panel_dock import is_seen

if TYPE_CHECKING:
    from designer.gui.window import PipelineWindow


class Outlining(QObject):
    """Show document, selection and problems in the outline, and select what is chosen there."""

    def __init__(self, window: "PipelineWindow") -> None:
        super().__init__(window)
        self._window = window
        self._outline = window.panels.outline
        window.session.document_changed.connect(self._show_document)
        window.session.selection_changed.connect(self._outline.show_selection)
        window.panels.docks["outline"].visibilityChanged.connect(self._show_whole)
        window.live.assessed.connect(self._show_problems)
        window.theming.changed.connect(self._outline.set_theme)
        self._outline.chosen.connect(self._select)
        self._outline.activated.connect(self._go_to)

    def _show_document(self, *_: object) -> None:
        if not is_seen(self._outline):
            return
        self._outline.show_document(self._window.session.document)
        self._show_problems(self._window.live.latest)

    def _show_whole(self, *_: object) -> None:
        self._show_document()
        self._outline.show_selection(self._window.session.selection)

    def _show_problems(self, assessment: Assessment) -> None:
        wrong = (one.node for one in assessment.findings if one.severity is not Severity.HINT)
        if is_seen(self._outline):
            self._outline.show_problems(Counter(wrong))

    def _select(self, ids: frozenset[str]) -> None:
        self._window.canvas.telling.leave_name_out()
        self._window.session.select(ids)
        for node_id in sorted(ids)[:1]:
            self._window.canvas.centerOn(self._window.canvas.canvas.nodes[node_id].body().center())

    def _go_to(self, node_id: str) -> None:
        if node_id in self._window.session.document.nodes:
            self._window.show_canvas()
            self._window.canvas.go_to(node_id)
