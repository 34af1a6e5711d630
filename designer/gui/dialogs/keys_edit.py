"""The keys of one action, to be changed."""

from PySide6.QtCore import QKeyCombination, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QKeySequenceEdit
from typing_extensions import override

from designer.gui.reporting import reports_errors

_LEAVING = [
    QKeyCombination(Qt.Key.Key_Tab),
    QKeyCombination(Qt.KeyboardModifier.ShiftModifier, Qt.Key.Key_Backtab),
    QKeyCombination(Qt.Key.Key_Backtab),
    QKeyCombination(Qt.Key.Key_Escape),
]
"""Keys that are not taken for an action: without them nobody could leave an editor of keys by keys."""
_HELD = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta)


class KeysEdit(QKeySequenceEdit):
    """Take one combination of keys, or none after Backspace, and tell when Escape is pressed.

    Qt forgets the keys that there are as soon as Shift or the like is held, be it to leave by Shift and Tab.
    """

    left = Signal()

    def __init__(self, keys: str) -> None:
        super().__init__(QKeySequence(keys))
        self.setClearButtonEnabled(True)
        self.setMaximumSequenceLength(1)
        self.setFinishingKeyCombinations(_LEAVING)

    @override
    @reports_errors
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _HELD:
            return
        if event.key() == Qt.Key.Key_Backspace and not event.modifiers():
            self.clear()
            return
        super().keyPressEvent(event)
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
