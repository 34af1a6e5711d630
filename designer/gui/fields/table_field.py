"""Names with values, one per row, with an empty row to write the next one into."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget
from typing_extensions import override

from designer.gui.fields.cell_delegate import CellDelegate
from designer.gui.fields.field import SettingField
from designer.gui.fields.plain import plain, written
from designer.gui.fields.reference_delegate import ReferenceDelegate
from designer.gui.fields.spec import FieldSpec

_ROW = 28
_MOST_ROWS = 8


class TableField(SettingField):
    """Edit a mapping from text to text or plain values; a row without a name is left out."""

    def __init__(self, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(spec, parent)
        self.table = QTableWidget(0, 2)
        self.table.setHorizontalHeaderLabels([self.tr("Name"), self.tr("Value")])
        self.table.verticalHeader().hide()
        self.table.setWordWrap(False)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().setDefaultSectionSize(_ROW)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.horizontalHeader().setHighlightSections(False)
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.table.cellChanged.connect(self._tell)
        self._delegate = ReferenceDelegate(self.table)
        self.table.setItemDelegate(CellDelegate(self.table))
        self.table.setItemDelegateForColumn(1, self._delegate)
        self._add(self.table)
        self._value: object = None
        self._fill({})

    @override
    def show_value(self, value: object) -> None:
        if value is None or value != self._value:
            self._value = value
            shown = self.spec.default if value is None else value
            self._fill(shown if isinstance(shown, Mapping) else {})

    @override
    def show_references(self, references: Sequence[str]) -> None:
        self._delegate.references = references

    def _fill(self, value: Mapping[str, object]) -> None:
        with QSignalBlocker(self.table):
            self.table.setRowCount(len(value) + 1)
            for row, (name, entry) in enumerate((*value.items(), ("", ""))):
                self.table.setItem(row, 0, QTableWidgetItem(str(name)))
                self.table.setItem(row, 1, QTableWidgetItem(written(entry)))
        self._fit()

    def _tell(self) -> None:
        read = self._read()
        # An emptied table says {}, because its default may hold entries.
        value = None if not read and not self.spec.default else read
        if self._text(self.table.rowCount() - 1, 0):
            with QSignalBlocker(self.table):
                self.table.setRowCount(self.table.rowCount() + 1)
            self._fit()
        if value != self._value:
            self._value = value
            self.edited.emit(value)

    def _read(self) -> dict[str, object]:
        rows = [(self._text(row, 0), self._text(row, 1)) for row in range(self.table.rowCount())]
        return {name: plain(entry) if self.spec.plain_values else entry for name, entry in rows if name}

    def _text(self, row: int, column: int) -> str:
        item = self.table.item(row, column)
        return item.text().strip() if item is not None else ""

    def _fit(self) -> None:
        rows = min(self.table.rowCount(), _MOST_ROWS)
        self.table.setFixedHeight(self.table.horizontalHeader().sizeHint().height() + rows * _ROW + 4)
