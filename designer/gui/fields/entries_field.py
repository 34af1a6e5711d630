"""What lists and mappings of values that open in place have alike."""

from collections.abc import Iterable, Sequence

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from designer.gui.fields.dotted import Errors
from designer.gui.fields.field import SettingField
from designer.gui.fields.place import Make, Place
from designer.gui.fields.spec import FieldSpec
from designer.gui.fields.tools import AddButton, SignButton


class EntriesField(SettingField):
    """Edit entries of one sort, each in a place of its own, with a button that adds another."""

    def __init__(self, spec: FieldSpec, make: Make, parent: QWidget | None = None) -> None:
        super().__init__(spec, parent)
        self.button = AddButton(self.tr("Add an entry"), self.tr("Add an entry to {}").format(spec.title))
        self._make = make
        self._inner = spec.inside.specs()[0] if spec.inside else FieldSpec(name="", title="", editor="json")
        self._references: tuple[str, ...] = ()
        self._errors: Errors = {}
        self._words = spec.title
        self._rows.addWidget(self.button)
        self.button.clicked.connect(self.add)
        self.setFocusProxy(self.button)

    @override
    def show_references(self, references: Sequence[str]) -> None:
        self._references = tuple(references)
        for place in self._places():
            place.show_references(self._references)

    @override
    def say(self, words: str, row: str) -> None:
        self._words = f"{words}, {row}" if row else words
        self.button.say(self.tr("Add an entry to {}").format(self._words))
        self._speak()

    def add(self) -> None:
        """Add an entry, and go to it."""

    def _places(self) -> Iterable[Place]:
        """Return the places of the entries, in their order; a field by itself has none."""
        return ()

    def _speak(self) -> None:
        """Say of each place and button to which entry it belongs."""

    def _new_place(self, name: QWidget) -> Place:
        place = Place(self._inner, self._make, name=name)
        place.rearranged.connect(self.rearranged)
        place.show_references(self._references)
        return place

    def _given(self, value: object) -> object:
        """Return the value of an entry: one that was emptied is as it began."""
        return self._inner.begun() if value is None else value

    def _focus_beside(self, index: int, buttons: Sequence[SignButton]) -> None:
        """Give the focus to the button of the entry that comes after one that goes, or before it, or to the one that adds."""
        left = buttons[index + 1 : index + 2] or buttons[max(index - 1, 0) : index]
        (left[0] if left else self.button).setFocus()

    def _discard(self, place: Place) -> None:
        self._rows.removeWidget(place)
        place.hide()
        place.deleteLater()
