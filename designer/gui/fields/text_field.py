"""A line of text, with what may be written offered below it."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QWidget
from typing_extensions import override

from designer.gui.fields.field import SettingField
from designer.gui.fields.line import show_from_start
from designer.gui.fields.reference_completer import ReferenceCompleter
from designer.gui.fields.spec import FieldSpec
from designer.gui.quiet_line import QuietLine

_MOST_SHOWN = 12
_VALUE = Qt.ItemDataRole.UserRole + 1


class TextField(SettingField):
    """Edit text; empty text takes the setting away."""

    def __init__(self, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(spec, parent)
        self.line = QuietLine()
        default = "" if spec.default is None else str(spec.default)
        self.line.setPlaceholderText(spec.form.placeholder or default)
        self.line.textEdited.connect(self._tell)
        self._add(self.line)
        self.references = ReferenceCompleter(self.line)

    @override
    def show_value(self, value: object) -> None:
        text = "" if value is None else str(value)
        if text != self.line.text():
            show_from_start(self.line, text)

    @override
    def show_choices(self, choices: tuple[str, ...], details: Mapping[str, str] = MappingProxyType({})) -> None:
        model = QStandardItemModel(self.line)
        for choice in choices:
            item = QStandardItem(f"{choice}   {details[choice]}" if choice in details else choice)
            item.setData(choice, _VALUE)
            model.appendRow(item)
        completer = QCompleter(model, self.line)
        completer.setCompletionRole(_VALUE)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setMaxVisibleItems(_MOST_SHOWN)
        completer.activated.connect(self._tell)
        self.line.setCompleter(completer)

    @override
    def show_references(self, references: Sequence[str]) -> None:
        self.references.show_references(references)

    @override
    def text(self) -> str:
        return self.line.text() or self.line.placeholderText()

    @override
    def length(self) -> int:
        return len(self.line.text())

    def _tell(self, text: str) -> None:
        self.edited.emit(text or None)
