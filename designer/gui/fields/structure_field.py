"""A structure: an editor for each member that is required or given; the others are added one by one."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from designer.gui.dialogs.choices import Choice
from designer.gui.dialogs.chooser import Chooser
from designer.gui.fields.dotted import Errors, errors_at, errors_elsewhere, rest_after
from designer.gui.fields.field import SettingField
from designer.gui.fields.place import Make, Place
from designer.gui.fields.spec import FieldSpec, Inside
from designer.gui.fields.tools import AddButton, SignButton
from designer.gui.language.words import tr
from designer.gui.theme.metrics import GAP

_NOTHING = Inside(specs=lambda: ())


class StructureField(SettingField):
    """Edit the members of a structure; one that nobody knows is kept, and edited as JSON."""

    def __init__(self, spec: FieldSpec, make: Make, parent: QWidget | None = None) -> None:
        super().__init__(spec, parent)
        self.places: dict[str, Place] = {}
        self.chooser: Chooser | None = None
        self.button = AddButton(self.tr("Add a member…"), self.tr("Add a member to {}").format(spec.title))
        inside = spec.inside or _NOTHING
        self._whole = inside.whole
        self._specs = {one.name: _in_words(one) if inside.whole else one for one in inside.specs()}
        self._make = make
        self._value: Mapping[str, object] = {}
        self._emptied: set[str] = set()
        self._removers: dict[str, SignButton] = {}
        self._references: tuple[str, ...] = ()
        self._errors: Errors = {}
        self._row = ""
        self._rows.setSpacing(GAP)
        self._rows.addWidget(self.button)
        self.button.clicked.connect(self._offer)
        self._arrange()

    @override
    def show_value(self, value: object) -> None:
        self._value = value if isinstance(value, Mapping) else {}
        self._emptied -= self._value.keys()
        self._arrange()
        for name, place in self.places.items():
            place.show_value(self._value.get(name))

    @override
    def show_references(self, references: Sequence[str]) -> None:
        self._references = tuple(references)
        for place in self.places.values():
            place.show_references(self._references)

    @override
    def show_errors(self, errors: Errors) -> tuple[str, ...]:
        self._errors = errors
        for name, place in self.places.items():
            place.show_errors(errors_at(errors, name))
        return errors_elsewhere(errors, self.places)

    @override
    def say(self, words: str, row: str) -> None:
        self._row = row
        self.button.say(self.tr("Add a member to {}").format(words))
        for name in self.places:
            self._say_of(name)

    @override
    def reveal(self, place: str) -> None:
        for name, one in self.places.items():
            rest = rest_after(place, name)
            if rest is not None:
                one.reveal(rest)
                return
        super().reveal(place)

    def add(self, name: str) -> None:
        """Add a member that is not there yet, as it begins, and go to it."""
        self._take(name, self._specs[name].begun())
        self.show_value(self._value)
        self.places[name].reveal("")

    def fold(self) -> None:
        """Close what is open, and keep no row of a member that was emptied."""
        self._emptied.clear()
        for place in self.places.values():
            place.close_up()
        self.show_value(self._value)

    def _arrange(self) -> None:
        """Make the places that are wanted, in the order of the structure, and take away those that are not."""
        wanted = {**{name: spec for name, spec in self._specs.items() if self._is_shown(spec)}, **self._unknown()}
        gone, new = self.places.keys() - wanted.keys(), wanted.keys() - self.places.keys()
        for name in gone:
            place = self.places.pop(name)
            self._removers.pop(name, None)
            self._rows.removeWidget(place)
            place.hide()
            place.deleteLater()
        kept = self.places
        self.places = {name: kept.get(name) or self._place(spec) for name, spec in wanted.items()}
        for row, (name, place) in enumerate(self.places.items()):
            if name in new:
                self._rows.insertWidget(row, place)
                place.show_errors(errors_at(self._errors, name))
                self._say_of(name)
        self.button.setVisible(bool(self._specs.keys() - self.places.keys()))
        first = next(iter(self.places.values()), None)
        self.setFocusProxy(first.stop if first is not None else self.button)
        if gone or new:
            self.rearranged.emit()

    def _is_shown(self, spec: FieldSpec) -> bool:
        return self._whole or spec.required or spec.name in self._value or spec.name in self._emptied

    def _unknown(self) -> dict[str, FieldSpec]:
        words = self.tr("Nobody knows this member; it is kept as it is.")
        return {
            name: FieldSpec(name=name, title=name, editor="json", description=words)
            for name in self._value
            if name not in self._specs
        }

    def _place(self, spec: FieldSpec) -> Place:
        place = Place(spec, self._make, helps=self._whole or spec.name not in self._specs)
        place.edited.connect(lambda value: self._take(spec.name, value))
        place.rearranged.connect(self.rearranged)
        place.show_references(self._references)
        if spec.name not in self._specs or not (spec.required or self._whole):
            button = SignButton("×", "", removes=True)
            button.clicked.connect(lambda: self._remove(spec.name))
            place.tools.addWidget(button)
            self._removers[spec.name] = button
        return place

    def _take(self, name: str, value: object) -> None:
        """Put a member into the structure, or take it away; its row stays, for somebody is writing in it."""
        if value is None:
            self._emptied.add(name)
            self._value = {key: one for key, one in self._value.items() if key != name}
        else:
            self._value = {**self._value, name: value}
        # A record that was emptied is none; a structure of a request may well be empty.
        self.edited.emit(None if self._whole and not self._value else self._value)

    def _remove(self, name: str) -> None:
        names = list(self.places)
        after = names[names.index(name) + 1 :]
        following = self.places[after[0]].stop if after else self.button
        self._take(name, None)
        self._emptied.discard(name)
        self.show_value(self._value)
        following.setFocus()

    def _offer(self) -> None:
        choices = [
            Choice(id=one.name, title=f"{one.name}   {self._type(one)}", words=one.description)
            for one in self._specs.values()
            if one.name not in self.places
        ]
        self.chooser = Chooser(choices, self.tr("Type the name of a member"), self)
        self.chooser.chosen.connect(self.add)
        self.chooser.open_at(self.button.mapToGlobal(self.button.rect().bottomLeft()))

    def _type(self, spec: FieldSpec) -> str:
        words = {
            "structure": self.tr("structure"),
            "union": self.tr("one of several"),
            "rows": self.tr("list"),
            "list": self.tr("list"),
            "map": self.tr("map"),
            "table": self.tr("map"),
            "number": self.tr("number"),
            "switch": self.tr("flag"),
            "choice": self.tr("choice"),
            "json": self.tr("any value"),
        }
        return words.get(spec.editor, self.tr("text"))

    def _say_of(self, name: str) -> None:
        place = self.places[name]
        title = place.spec.title
        place.say(title, self._row)
        if name in self._removers:
            self._removers[name].say(self.tr("Remove {}").format(f"{title}, {self._row}" if self._row else title))


def _in_words(spec: FieldSpec) -> FieldSpec:
    """Return a setting in the language of the window; the members of a request bear the names of AWS."""
    return replace(spec, title=tr(spec.title), description=tr(spec.description))
