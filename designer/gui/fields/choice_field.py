"""One of several values, or a reference."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget
from typing_extensions import override

from designer.gui.fields.field import SettingField
from designer.gui.fields.spec import FieldSpec

_SHORTEST = 8
"""So many letters are seen in the narrowest panel; the list itself is as wide as its words."""


class ChoiceField(SettingField):
    """Edit a choice; a reference may be typed. Empty text takes the setting away."""

    def __init__(self, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(spec, parent)
        self.box = QComboBox()
        self.box.setEditable(True)
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumContentsLength(_SHORTEST)
        self.box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._add(self.box)
        line = QLineEdit()
        self.box.setLineEdit(line)
        line.setPlaceholderText("" if spec.default is None else str(spec.default))
        line.installEventFilter(self)
        self.show_choices(spec.choices)
        line.textEdited.connect(self._tell)
        self.box.textActivated.connect(self._tell)
        self.show_value(None)

    @override
    def show_value(self, value: object) -> None:
        text = "" if value is None else str(value)
        if text != self.box.currentText():
            self.box.setCurrentText(text)

    @override
    def show_choices(self, choices: tuple[str, ...], details: Mapping[str, str] = MappingProxyType({})) -> None:
        if [self.box.itemText(row) for row in range(self.box.count())] == list(choices):
            return
        text = self.box.currentText()
        self.box.clear()
        self.box.addItems(list(choices))
        self.box.setCurrentText(text)

    def _tell(self, text: str) -> None:
        self.edited.emit(text or None)
