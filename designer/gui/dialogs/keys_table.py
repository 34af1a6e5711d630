"""The table of actions and their keys, gone through by keys itself."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView
from typing_extensions import override

from designer.gui.led_table import LedTable
from designer.gui.reporting import reports_errors

KEYS = 2
"""The column with the editors."""
_KEYS_WIDTH = 190
_ENTERING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)


class KeysTable(LedTable):
    """Go from a row into its editor by Return: by Tab, all editors above it come first."""

    def __init__(self, rows: int, titles: tuple[str, str, str]) -> None:
        super().__init__(rows, len(titles))
        self.setHorizontalHeaderLabels(list(titles))
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setEditTriggers(self.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(self.SelectionBehavior.SelectRows)
        self.setSelectionMode(self.SelectionMode.SingleSelection)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.resizeSection(KEYS, _KEYS_WIDTH)

    def leave_rows(self, left: list[int]) -> None:
        """Show these rows alone, and be at one of them."""
        for row in range(self.rowCount()):
            self.setRowHidden(row, row not in left)
        if left and self.currentRow() not in left:
            self.setCurrentCell(left[0], 0)

    def come_back(self) -> None:
        """Go from an editor to the name of its action: from its own cell the arrow keys would lead to other editors."""
        self.setCurrentCell(self.currentRow(), 0)
        self.setFocus(Qt.FocusReason.BacktabFocusReason)

    @override
    @reports_errors
    def keyPressEvent(self, event: QKeyEvent) -> None:
        edit = self.cellWidget(self.currentRow(), KEYS)
        if event.key() in _ENTERING and edit is not None:
            edit.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)
