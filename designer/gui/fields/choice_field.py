"""One of several values, or a reference."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QWidget
from typing_extensions import override

from designer.gui.fields.choice_words import words_of
from designer.gui.fields.field import SettingField
from designer.gui.fields.spec import FieldSpec
from designer.gui.quiet_line import QuietLine
from designer.gui.spoken_box import SpokenBox

_SHORTEST = 8
"""So many letters are seen in the narrowest panel; the list itself is as wide as its words."""


class ChoiceField(SettingField):
    """Edit a choice, shown in words; a reference may be typed. Empty text takes the setting away."""

    def __init__(self, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(spec, parent)
        self._words = words_of(spec.choices) if spec.has_words else {}
        self.box = SpokenBox()
        self.box.setEditable(True)
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumContentsLength(_SHORTEST)
        self.box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._add(self.box)
        line = QuietLine()
        self.box.setLineEdit(line)
        default = "" if spec.default is None else str(spec.default)
        line.setPlaceholderText(self._words.get(default, default))
        line.installEventFilter(self)
        self.show_choices(spec.choices)
        line.textEdited.connect(self._tell)
        self.box.textActivated.connect(self._tell)
        self.show_value(None)

    @override
    def show_value(self, value: object) -> None:
        text = "" if value is None else str(value)
        if text != self._value_of(self.box.currentText()):
            # The arrow keys begin at what is chosen; where nothing is, at the first.
            self.box.setCurrentIndex(self.box.findData(text))
            self.box.setEditText(self._words.get(text, text))
        self.box.setToolTip(text if text in self._words else "")

    @override
    def show_choices(self, choices: tuple[str, ...], details: Mapping[str, str] = MappingProxyType({})) -> None:
        if [self.box.itemData(row) for row in range(self.box.count())] == list(choices):
            return
        text = self.box.currentText()
        self.box.clear()
        for row, choice in enumerate(choices):
            self.box.addItem(self._words.get(choice, choice), choice)
            self.box.setItemData(row, choice, Qt.ItemDataRole.ToolTipRole)
        self.box.setCurrentIndex(self.box.findData(self._value_of(text)))
        self.box.setEditText(text)

    def _value_of(self, text: str) -> str:
        """Return the document's word for what is shown; what was typed may be that word, or a reference."""
        return next((value for value, words in self._words.items() if words == text), text)

    def _tell(self, text: str) -> None:
        self.edited.emit(self._value_of(text) or None)
