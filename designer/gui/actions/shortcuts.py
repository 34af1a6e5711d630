"""The shortcuts that a person chose, kept in the program's settings."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence

from designer.gui.actions.table import ACTIONS

if TYPE_CHECKING:
    from designer.gui.dialogs.shortcuts import ShortcutsDialog
    from designer.gui.window import PipelineWindow

_GROUP = "shortcuts"


class Shortcuts(QObject):
    """Give the actions of a window the keys that were chosen."""

    def __init__(self, window: "PipelineWindow") -> None:
        super().__init__(window)
        self._window = window
        self.dialog: ShortcutsDialog | None = None
        for spec in ACTIONS:
            chosen = window.settings.value(f"{_GROUP}/{spec.id}")
            if isinstance(chosen, str) and chosen != spec.shortcut:
                self._give(spec.id, chosen)

    def open(self) -> None:
        """Let a person change them."""
        from designer.gui.dialogs.shortcuts import ShortcutsDialog

        window = self._window
        now = {spec.id: window.actions_by_id[spec.id].shortcut().toString() for spec in ACTIONS}
        self.dialog = ShortcutsDialog(now, window.asking, window)
        self.dialog.changed.connect(self._change)
        self.dialog.open()

    def _change(self, action: str, keys: str) -> None:
        self._window.settings.setValue(f"{_GROUP}/{action}", keys)
        self._give(action, keys)

    def _give(self, action: str, keys: str) -> None:
        found = self._window.actions_by_id[action]
        # The canvas knows the first shortcuts by itself; what was taken away must not work there any more.
        self._window.canvas.forget_keys(found.shortcut())
        found.setShortcut(QKeySequence(keys))
