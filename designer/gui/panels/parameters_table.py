"""The parameters of a pipeline: what may be given when it is started."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from designer.document.model import PARAMETER_TYPES, Parameter, ParameterType
from designer.gui.box_naming import name_box
from designer.gui.fields.cell_delegate import CellDelegate
from designer.gui.fields.plain import plain, written
from designer.gui.quiet_line import QuietLine
from designer.gui.spoken_box import SpokenBox

_NAME, _TYPE, _DEFAULT = range(3)
_ROW = 30


class ParametersTable(QWidget):
    """Edit parameters, one per row."""

    put = Signal(object)
    """A new or changed `Parameter`."""
    renamed = Signal(str, str)
    removed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Parameter, ...] = ()
        self.table = QTableWidget(0, 3)
        self.table.setAccessibleName(self.tr("Parameters"))
        labels = [self.tr("Name"), self.tr("Type"), self.tr("Default")]
        self.table.setHorizontalHeaderLabels(labels)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(_ROW)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.horizontalHeader().setHighlightSections(False)
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.setWordWrap(False)
        self.table.setTabKeyNavigation(False)
        self.table.setItemDelegate(CellDelegate(self.table))
        self.table.cellChanged.connect(self._tell)
        self.table.currentCellChanged.connect(self._show_description)
        self.description = QuietLine()
        self.description.setPlaceholderText(self.tr("What the chosen parameter is for"))
        self.description.setAccessibleName(self.tr("Description of the parameter"))
        self.description.editingFinished.connect(self._tell_description)
        self.add = QPushButton(self.tr("Add parameter"))
        self.remove = QPushButton(self.tr("Remove"))
        self._fit()
        self._enable()
        self.add.clicked.connect(self._add)
        self.remove.clicked.connect(self._remove)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.table)
        rows.addWidget(self.description)
        across = QHBoxLayout()
        across.addWidget(self.add)
        across.addWidget(self.remove)
        across.addStretch(1)
        rows.addLayout(across)

    def show_parameters(self, parameters: Mapping[str, Parameter]) -> None:
        """Show these parameters."""
        listed = tuple(parameters.values())
        if listed == self._shown and self.table.rowCount() == len(listed):
            return
        self._shown = listed
        with QSignalBlocker(self.table):
            self.table.setRowCount(len(listed))
            for row, parameter in enumerate(listed):
                self._fill(row, parameter)
        self._fit()
        self._enable()

    def _enable(self) -> None:
        """Let only be done what there is a parameter for."""
        known = 0 <= self.table.currentRow() < len(self._shown)
        self.description.setEnabled(known)
        self.remove.setEnabled(known)

    def _fit(self) -> None:
        rows = max(self.table.rowCount(), 1)
        self.table.setFixedHeight(self.table.horizontalHeader().sizeHint().height() + rows * _ROW + 4)

    def _fill(self, row: int, parameter: Parameter) -> None:
        default = "" if parameter.default is None else written(parameter.default)
        for column, text in ((_NAME, parameter.name), (_DEFAULT, default)):
            self.table.setItem(row, column, QTableWidgetItem(text))
        kind = QTableWidgetItem()
        kind.setData(Qt.ItemDataRole.AccessibleTextRole, parameter.type)
        self.table.setItem(row, _TYPE, kind)
        types = SpokenBox()
        types.addItems(list(PARAMETER_TYPES))
        types.setCurrentText(parameter.type)
        types.textActivated.connect(
            lambda text: self.put.emit(
                replace(parameter, type=_type(text), default=_default(written(parameter.default or ""), text))
            )
        )
        self.table.setCellWidget(row, _TYPE, types)
        name_box(types, f"{self.tr('Type')}, {parameter.name}")

    def _tell(self, row: int, column: int) -> None:
        parameter, item = self._shown[row], self.table.item(row, column)
        text = item.text().strip() if item else ""
        if column == _NAME:
            if text and text not in {one.name for one in self._shown}:
                self.renamed.emit(parameter.name, text)
            elif item:
                item.setText(parameter.name)
        elif column == _DEFAULT:
            self.put.emit(replace(parameter, default=_default(text, parameter.type)))

    def _show_description(self, row: int, *_: int) -> None:
        known = 0 <= row < len(self._shown)
        self.description.setText(self._shown[row].description if known else "")
        self._enable()

    def _tell_description(self) -> None:
        row = self.table.currentRow()
        if 0 <= row < len(self._shown) and self._shown[row].description != self.description.text():
            self.put.emit(replace(self._shown[row], description=self.description.text()))

    def _add(self) -> None:
        taken = {one.name for one in self._shown}
        number = next(count for count in range(1, len(taken) + 2) if f"Parameter{count}" not in taken)
        self.put.emit(Parameter(name=f"Parameter{number}", default=""))

    def _remove(self) -> None:
        row = self.table.currentRow()
        if 0 <= row < len(self._shown):
            self.removed.emit(self._shown[row].name)


def _type(text: str) -> ParameterType:
    return next((one for one in PARAMETER_TYPES if one == text), "String")


def _default(text: str, type_name: str) -> str | int | float | bool | None:
    if type_name == "String":
        return text
    return plain(text) if text else None
