"""The portability lens in step with the document, computed only while it is seen."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from designer.gui.announcing import announce
from designer.gui.bridge.portability import Lens
from designer.gui.panel_dock import is_seen

if TYPE_CHECKING:
    from designer.gui.window import PipelineWindow


class Porting(QObject):
    """Look through the lens again after each assessment, beside the main thread."""

    def __init__(self, window: "PipelineWindow") -> None:
        super().__init__(window)
        self._window = window
        self._panel = window.panels.portability
        self._is_looking = False
        self._waits_at: QWidget | None = None
        self._panel.chosen.connect(self._go_to)
        window.session.document_changed.connect(self._wait_no_more)

    def begin(self) -> None:
        """Look from now on, whenever the panel is seen."""
        self._window.live.assessed.connect(self._look)
        self._window.panels.docks["portability"].visibilityChanged.connect(self._look)
        self._window.filing.imported.connect(self._choose_fitting)
        self._look()

    def enter(self) -> None:
        """Go to the lens, once it is there and unless the focus has gone elsewhere meanwhile."""
        before = self._window.focusWidget()
        self._window.enter(self._panel)
        if self._is_looking and self._window.focusWidget() is before:
            self._waits_at = before

    def _wait_no_more(self, *_: object) -> None:
        self._waits_at = None

    def _look(self, *_: object) -> None:
        if not is_seen(self._panel):
            return
        self._is_looking = True
        session, target = self._window.session, self._window.live.target
        document, path = session.document, session.path

        def work() -> Lens:
            from designer.gui.bridge.lens import look

            return look(document, path, target)

        self._window.background.run("lens", work, self._show)

    def _show(self, lens: Lens) -> None:
        self._is_looking = False
        self._panel.show_lens(lens)
        waits_at, self._waits_at = self._waits_at, None
        if waits_at is not None and waits_at is self._window.focusWidget():
            self._window.enter(self._panel)
            announce(self._window, lens.obstacle)

    def _choose_fitting(self, *_: object) -> None:
        """Choose the engine that what was imported comes from, as a rule: it takes what was written for it."""
        session, target = self._window.session, self._window.live.target
        document, path = session.document, session.path

        def work() -> str:
            from designer.gui.bridge.lens import fitting_target

            return fitting_target(document, path, target)

        self._window.background.run("fitting", work, self._window.tools.choose_target)

    def _go_to(self, node_id: str) -> None:
        if node_id in self._window.session.document.nodes:
            self._window.show_canvas()
            self._window.canvas.go_to(node_id)
