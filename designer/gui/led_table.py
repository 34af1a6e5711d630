"""Leading a reader from a list to its row: when a list gets the focus, Qt tells of the list alone."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QFocusEvent
from PySide6.QtWidgets import QAbstractItemView, QTableWidget, QWidget
from typing_extensions import override

from designer.gui.reporting import reports_errors


class LedTable(QTableWidget):
    """Be at a row, and tell readers so, when it gets the focus; for dialogs, as a window of panes leads into all it holds."""

    def __init__(self, rows: int, columns: int, parent: QWidget | None = None) -> None:
        super().__init__(rows, columns, parent)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._lead)

    @override
    @reports_errors
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._soon.start()  # Qt tells readers of the table when this event has been taken

    def _lead(self) -> None:
        if self.hasFocus():
            if not self.selectionModel().hasSelection():
                self.selectRow(self.currentRow())
            lead_into(self)


def lead_into(view: QAbstractItemView) -> None:
    """Let readers go on from a list to its row that has the focus."""
    listed = QAccessible.queryAccessibleInterface(view) if QAccessible.isActive() else None
    row = listed.focusChild() if listed is not None else None
    if row is not None:
        QAccessible.updateAccessibility(QAccessibleEvent(row, QAccessible.Event.Focus))
