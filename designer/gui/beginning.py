"""What a window does first: open what it was asked for, and only then whatever can wait."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QLabel

from designer.catalog.kind import Kind
from designer.gui.bridge.assessment import TargetTitle
from designer.gui.bridge.starter_cards import starter_cards
from designer.gui.first_picture import FirstPicture
from designer.gui.window import PipelineWindow

_LATER_MILLISECONDS = 800
_PATIENCE_MILLISECONDS = 1000
"""So long the panels wait for a file, which may come from far away or with a question."""


class Beginning(QObject):
    """Begin with a file, or with what a killed window left; of a file that is to be opened one reads from the start on."""

    def __init__(self, window: PipelineWindow, path: Path | None) -> None:
        super().__init__(window)
        self._window = window
        self._path = path
        self._opening: QLabel | None = None
        self._is_filled = False
        if path is not None:
            self._opening = QLabel(self.tr("Opening {}…").format(path.name))
            self._opening.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self._opening.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            window.centre.addWidget(self._opening)
            window.centre.setCurrentWidget(self._opening)
            self._opening.setFocus()

    def begin(self) -> None:
        """Open what was asked for; when that is seen, fill the panels."""
        window = self._window
        if self._path is None:
            self._fill_panels()
            window.keeping.begin()
        else:
            window.filing.settled.connect(self._fill_after_picture, Qt.ConnectionType.SingleShotConnection)
            window.filing.open_path(self._path)
            QTimer.singleShot(_PATIENCE_MILLISECONDS, self, self._fill_panels)

    def _fill_after_picture(self) -> None:
        self._take_opening()
        shown = self._window.canvas.viewport()
        if shown.isVisible():
            FirstPicture(shown).came.connect(self._fill_panels)
            shown.update()
        else:
            self._fill_panels()

    def _take_opening(self) -> None:
        centre, opening = self._window.centre, self._opening
        if opening is None:
            return
        if centre.currentWidget() is opening:  # nothing was opened
            centre.setCurrentWidget(self._window.welcome)
            self._window.enter(self._window.welcome)
        centre.removeWidget(opening)
        opening.deleteLater()

    def _fill_panels(self) -> None:
        if self._is_filled:
            return
        self._is_filled = True
        window = self._window
        window.panels.show_kinds(window.theming.theme)
        window.inspecting.begin()
        QTimer.singleShot(0, window, partial(_prepare, window))


def _prepare(window: PipelineWindow) -> None:
    """Start what is heavy beside the main thread."""
    window.live.begin()
    window.porting.begin()
    background = window.background
    background.run("targets", _target_titles, window.tools.show_targets)
    background.run("starters", starter_cards, window.take_cards)
    forms = partial(background.run, "forms", lambda: _read_settings(window.kinds.values()), lambda _: None)
    QTimer.singleShot(_LATER_MILLISECONDS, window, forms)


def _read_settings(kinds: Iterable[Kind]) -> None:
    """Read what the settings of each kind are, so that the first form of one is made without."""
    from designer.gui.fields.spec import specs_of

    for kind in kinds:
        specs_of(kind.settings)


def _target_titles() -> tuple[TargetTitle, ...]:
    from designer.gui.bridge.assessing import target_titles

    return target_titles()
