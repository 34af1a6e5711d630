"""Records as a setting of a kind: rows of them, or one; a value that is none of these is edited as JSON."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from designer.gui.fields.dotted import Errors
from designer.gui.fields.field import SettingField
from designer.gui.fields.inner_field import inner_field
from designer.gui.fields.place import Place
from designer.gui.fields.spec import FieldSpec


class RecordField(SettingField):
    """Edit a setting that is made of others, open from the beginning."""

    def __init__(self, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(spec, parent)
        self.place = Place(spec, inner_field, headless=True)
        self.place.edited.connect(self.edited)
        self.place.rearranged.connect(self.rearranged)
        self._rows.addWidget(self.place)
        self.place.open()

    @override
    def show_value(self, value: object) -> None:
        self.place.show_value(value)

    @override
    def show_references(self, references: Sequence[str]) -> None:
        self.place.show_references(references)

    @override
    def show_errors(self, errors: Errors) -> tuple[str, ...]:
        self.place.show_errors(errors)
        return ()

    @override
    def reveal(self, place: str) -> None:
        self.place.reveal(place)
