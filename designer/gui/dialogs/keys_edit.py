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


class KeysEdit(QKeySequenceEdit):
    """Take one combination of keys, and tell when Escape is pressed."""

    left = Signal()

    def __init__(self, keys: str) -> None:
        super().__init__(QKeySequence(keys))
        self.setClearButtonEnabled(True)
        self.setMaximumSequenceLength(1)
        self.setFinishingKeyCombinations(_LEAVING)

    @override
    @reports_errors
    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
