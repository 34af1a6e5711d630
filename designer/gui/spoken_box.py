"""A list to choose from that says what the arrow keys choose while it is closed."""

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox
from typing_extensions import override

from designer.gui.announcing import announce
from designer.gui.reporting import reports_errors


class SpokenBox(QComboBox):
    """Say what a key has chosen: of Qt's own word for it, Orca takes no notice."""

    @override
    @reports_errors
    def keyPressEvent(self, event: QKeyEvent) -> None:
        before = self.currentIndex()
        super().keyPressEvent(event)
        if self.currentIndex() != before and not self.view().isVisible():
            announce(self, self.currentText())
