"""The code panel in step with the document; the code is rendered only while it is seen."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from designer.gui.bridge.assessment import Assessment, Code
from designer.gui.panel_dock import is_seen

if TYPE_CHECKING:
    from designer.gui.window import PipelineWindow


class Coding(QObject):
    """Render after each assessment, beside the main thread, and mark the selected node in the code."""

    def __init__(self, window: "PipelineWindow") -> None:
        super().__init__(window)
        self._window = window
        self._panel = window.panels.code
        self._done: Assessment | None = None
        window.live.assessed.connect(self._render)
        window.panels.docks["code"].visibilityChanged.connect(self._render)
        window.session.selection_changed.connect(self._mark)
        window.filing.opened.connect(self._clear)

    def _clear(self) -> None:
        """Show no code of what was open before, of which the latest assessment still is."""
        self._done = self._window.live.latest
        self._panel.clear()

    def _render(self, *_: object) -> None:
        live = self._window.live
        latest, target = live.latest, live.target
        if not is_seen(self._panel) or not target or latest is self._done:
            return
        if latest.obstacles:
            self._show(latest, Code(obstacles=latest.obstacles))
            return

        def work() -> Code:
            from designer.gui.bridge.assessing import code_of

            return code_of(latest.known, target)

        self._window.background.run("code", work, partial(self._show, latest))

    def _show(self, assessed: Assessment, code: Code) -> None:
        if assessed is self._done or assessed is not self._window.live.latest:
            return  # another pipeline was opened, something newer is on its way, or nobody looks any more
        self._done = assessed
        title = self._window.tools.target_title()
        if code.files:
            self._panel.show_code(code.files, title)
        else:
            self._panel.show_obstacles(code.obstacles, title)
        self._mark(self._window.session.selection)

    def _mark(self, selection: frozenset[str]) -> None:
        self._panel.show_node(next(iter(selection)) if len(selection) == 1 else "")
