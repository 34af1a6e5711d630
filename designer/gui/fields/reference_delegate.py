"""Offers what may be referred to in the cells of a table."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtWidgets import QLineEdit, QStyleOptionViewItem, QWidget
from typing_extensions import override

from designer.gui.fields.cell_delegate import CellDelegate
from designer.gui.fields.reference_completer import ReferenceCompleter


class ReferenceDelegate(CellDelegate):
    """Edit a cell in a line that completes references."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.references: Sequence[str] = ()

    @override
    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        line = super().createEditor(parent, option, index)
        if isinstance(line, QLineEdit):
            ReferenceCompleter(line).show_references(self.references)
        return line
