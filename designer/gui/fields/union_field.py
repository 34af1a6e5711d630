"""Exactly one of several members: which one is chosen first."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox, QWidget
from typing_extensions import override

from designer.gui.box_naming import name_box
from designer.gui.fields.dotted import Errors, errors_at, errors_elsewhere, rest_after
from designer.gui.fields.field import SettingField
from designer.gui.fields.place import Make, Place
from designer.gui.fields.spec import FieldSpec
from designer.gui.spoken_box import SpokenBox

_SHORTEST = 8


class UnionField(SettingField):
    """Edit a structure that has one member; another choice begins anew."""

    def __init__(self, spec: FieldSpec, make: Make, parent: QWidget | None = None) -> None:
        super().__init__(spec, parent)
        self.place: Place | None = None
        self._make = make
        self._specs = {one.name: one for one in spec.inside.specs()} if spec.inside else {}
        self._value: Mapping[str, object] = {}
        self._references: tuple[str, ...] = ()
        self._errors: Errors = {}
        self._row = ""
        self.box = SpokenBox()
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumContentsLength(_SHORTEST)
        self.box.setPlaceholderText(self.tr("Choose one"))
        self.box.addItems(list(self._specs))
        self.box.setCurrentIndex(-1)
        self._add(self.box)
        name_box(self.box, self.tr("Which member of {}").format(spec.title))
        self.box.textActivated.connect(self.choose)

    @override
    def show_value(self, value: object) -> None:
        shown = value if isinstance(value, Mapping) else {}
        name = next(iter(shown), "")
        if not name and value == self._value:
            name = self.box.currentText()  # what was chosen has been emptied by somebody who writes in it
        self._value = shown
        self._show_place(name)
        if self.place is not None:
            self.place.show_value(shown.get(name))

    @override
    def show_references(self, references: Sequence[str]) -> None:
        self._references = tuple(references)
        if self.place is not None:
            self.place.show_references(self._references)

    @override
    def show_errors(self, errors: Errors) -> tuple[str, ...]:
        self._errors = errors
        if self.place is None:
            return super().show_errors(errors)
        self.place.show_errors(errors_at(errors, self.place.spec.name))
        return errors_elsewhere(errors, (self.place.spec.name,))

    @override
    def say(self, words: str, row: str) -> None:
        self._row = row
        name_box(self.box, self.tr("Which member of {}").format(words))
        if self.place is not None:
            self.place.say(self.place.spec.title, row)

    @override
    def reveal(self, place: str) -> None:
        rest = rest_after(place, self.place.spec.name) if self.place is not None else None
        if self.place is not None and rest is not None:
            self.place.reveal(rest)
        else:
            super().reveal(place)

    def choose(self, name: str) -> None:
        """Take another member, as it begins."""
        if name not in self._value:
            value = {name: self._specs[name].begun()}
            self.show_value(value)
            self.edited.emit(value)

    def _show_place(self, name: str) -> None:
        with QSignalBlocker(self.box):
            self.box.setCurrentIndex(self.box.findText(name) if name else -1)
        if self.place is not None and self.place.spec.name == name:
            return
        if self.place is not None:
            self.place.hide()
            self.place.deleteLater()
            self.place = None
        if name in self._specs:
            self.place = self._new_place(self._specs[name])
        self.rearranged.emit()

    def _new_place(self, spec: FieldSpec) -> Place:
        place = Place(spec, self._make, headless=spec.inside is None)  # the box says the name already
        place.edited.connect(self._take)
        place.rearranged.connect(self.rearranged)
        place.say(spec.title, self._row)
        place.show_references(self._references)
        place.show_errors(errors_at(self._errors, spec.name))
        self._rows.addWidget(place)
        return place

    def _take(self, value: object) -> None:
        name = self.box.currentText()
        self._value = {} if value is None else {name: value}
        self.edited.emit(self._value)
