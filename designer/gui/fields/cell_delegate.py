"""Lets a reader say which cell of a table is written in."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from designer.gui.announcing import announce
from designer.gui.language.words import tr


class CellDelegate(QStyledItemDelegate):
    """Edit a cell in a line that is called as its column is."""

    @override
    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        line = QLineEdit(parent)
        column = str(index.model().headerData(index.column(), Qt.Orientation.Horizontal) or "")
        line.setAccessibleName(column)
        # Orca says nothing of an editor that opens where it is.
        announce(parent, tr("Editing {}").format(column))
        return line
