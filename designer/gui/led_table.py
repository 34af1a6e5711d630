"""Leading a reader from a list to its row: when a list gets the focus, Qt tells of the list alone."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QFocusEvent
from PySide6.QtWidgets import QAbstractItemView, QTableWidget
from typing_extensions import override

from designer.gui.reporting import reports_errors


class LedTable(QTableWidget):
    """Be at a row, and tell readers so, when it gets the focus; for dialogs, as a window of panes leads into all it holds."""

    @override
    @reports_errors
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.selectionModel().hasSelection():
            self.selectRow(self.currentRow())
        lead_into(self)


def lead_into(view: QAbstractItemView) -> None:
    """Let readers go on from a list to its row, once it is laid out: what is told of rows before, Qt takes back then."""
    if QAccessible.isActive():
        QTimer.singleShot(0, view, lambda: _tell_row(view))


def _tell_row(view: QAbstractItemView) -> None:
    listed = QAccessible.queryAccessibleInterface(view) if view.hasFocus() else None
    row = listed.focusChild() if listed is not None else None
    if row is not None:
        QAccessible.updateAccessibility(QAccessibleEvent(row, QAccessible.Event.Focus))
