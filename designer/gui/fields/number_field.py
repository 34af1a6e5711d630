"""A number, or a reference that gives one."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget
from typing_extensions import override

from designer.gui.fields.field import SettingField
from designer.gui.fields.spec import FieldSpec
from designer.gui.quiet_line import QuietLine


def number(text: str) -> int | float | str | None:
    """Return the number that a text says; the text itself where it says none (a reference, or a slip to be checked)."""
    stripped = text.strip()
    if not stripped:
        return None
    for read in (int, float):
        try:
            return read(stripped)
        except ValueError:
            continue
    return stripped


class NumberField(SettingField):
    """Edit a number; an empty line takes the setting away."""

    def __init__(self, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(spec, parent)
        self.line = QuietLine()
        self.line.setPlaceholderText("" if spec.default is None else str(spec.default))
        self.line.textEdited.connect(lambda text: self.edited.emit(number(text)))
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(self.line)
        if spec.form.unit:
            across.addWidget(QLabel(spec.form.unit))
        self._add(row)
        self.line.setAccessibleName(spec.title)
        self.line.installEventFilter(self)
        self.setFocusProxy(self.line)

    @override
    def show_value(self, value: object) -> None:
        if number(self.line.text()) != value:
            self.line.setText("" if value is None else str(value))
