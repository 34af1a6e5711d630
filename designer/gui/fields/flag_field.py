"""A switch, or a reference that gives one."""

from PySide6.QtWidgets import QCheckBox, QWidget
from typing_extensions import override

from designer.gui.fields.field import SettingField
from designer.gui.fields.spec import FieldSpec


class FlagField(SettingField):
    """Edit a flag; the value of the default takes the setting away."""

    def __init__(self, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(spec, parent)
        self.box = QCheckBox(spec.title)
        self.box.clicked.connect(self._tell)
        self._add(self.box)
        self.show_value(None)

    @override
    def show_value(self, value: object) -> None:
        shown = self.spec.default if value is None else value
        self.box.setChecked(shown is True)
        self.box.setText(f"{self.spec.title} = {shown}" if isinstance(shown, str) else self.spec.title)

    def _tell(self, checked: bool) -> None:  # noqa: FBT001 - the signature of Qt's signal
        self.edited.emit(None if checked == bool(self.spec.default) else checked)
