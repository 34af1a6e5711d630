"""What a window does first: open what it was asked for, and only then whatever can wait."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer

from designer.catalog.kind import Kind
from designer.gui.bridge.assessment import TargetTitle
from designer.gui.bridge.starter_cards import starter_cards
from designer.gui.first_picture import FirstPicture
from designer.gui.window import PipelineWindow

_LATER_MILLISECONDS = 800


def begin(window: PipelineWindow, path: Path | None = None) -> None:
    """Open a file, or what a killed window left; when that is seen, fill the panels."""
    if path is None:
        _fill_panels(window)
        window.keeping.begin()
    else:
        settled = Qt.ConnectionType.SingleShotConnection
        window.filing.settled.connect(partial(_fill_after_picture, window), settled)
        window.filing.open_path(path)


def _fill_after_picture(window: PipelineWindow) -> None:
    shown = window.canvas.viewport()
    if shown.isVisible():
        FirstPicture(shown).came.connect(partial(_fill_panels, window))
        shown.update()
    else:
        _fill_panels(window)


def _fill_panels(window: PipelineWindow) -> None:
    window.panels.show_kinds(window.theming.theme)
    window.inspecting.begin()
    QTimer.singleShot(0, window, partial(_prepare, window))


def _prepare(window: PipelineWindow) -> None:
    """Start what is heavy beside the main thread."""
    window.live.refresh()
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
