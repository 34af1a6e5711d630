"""A mapping whose values are made of others: a name to write into, and the value, which opens in place."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget
from typing_extensions import override

from designer.gui.fields.dotted import Errors, errors_at, errors_elsewhere, rest_after
from designer.gui.fields.entries_field import EntriesField
from designer.gui.fields.place import Make, Place
from designer.gui.fields.spec import FieldSpec
from designer.gui.fields.tools import SignButton
from designer.gui.quiet_line import QuietLine

_NAME_WIDTH = 130


@dataclass(slots=True, eq=False, kw_only=True)
class Entry:
    """One entry; it has no name as long as none is written, and is no part of the value then."""

    name: str
    value: object
    line: QLineEdit
    place: Place
    remove: SignButton


class MapField(EntriesField):
    """Edit names with values; a name that there is already is not taken."""

    def __init__(self, spec: FieldSpec, make: Make, parent: QWidget | None = None) -> None:
        super().__init__(spec, make, parent)
        self.entries: list[Entry] = []

    @override
    def show_value(self, value: object) -> None:
        shown = value if isinstance(value, Mapping) else {}
        if list(shown) != list(self._value()):
            self._arrange(shown)
        for entry in self.entries:
            if entry.name:
                entry.value = shown[entry.name]
            entry.place.show_value(entry.value)

    @override
    def show_errors(self, errors: Errors) -> tuple[str, ...]:
        self._errors = errors
        for entry in self.entries:
            entry.place.show_errors(errors_at(errors, entry.name))
        return errors_elsewhere(errors, (entry.name for entry in self.entries))

    @override
    def reveal(self, place: str) -> None:
        for entry in self.entries:
            rest = rest_after(place, entry.name)
            if rest is not None:
                entry.place.reveal(rest)
                return
        super().reveal(place)

    @override
    def add(self) -> None:
        """Add an entry, and go to where its name is written."""
        entry = self._entry("", self._inner.begun())
        self.entries.append(entry)
        self._rows.insertWidget(len(self.entries) - 1, entry.place)
        entry.place.show_value(entry.value)
        self._speak()
        entry.line.setFocus()
        entry.place.come_into_view()

    @override
    def _places(self) -> Iterable[Place]:
        return (entry.place for entry in self.entries)

    def _value(self) -> dict[str, object]:
        return {entry.name: entry.value for entry in self.entries if entry.name}

    def _arrange(self, shown: Mapping[str, object]) -> None:
        """Have an entry for each name, in their order; entries that have still a name stay as they are."""
        known = {entry.name: entry for entry in self.entries if entry.name in shown}
        for entry in self.entries:
            if entry.name not in shown:
                self._discard(entry.place)
        self.entries = [known.get(name) or self._entry(name, value) for name, value in shown.items()]
        for row, entry in enumerate(self.entries):
            self._rows.insertWidget(row, entry.place)
        self._speak()

    def _entry(self, name: str, value: object) -> Entry:
        line = QuietLine(name)
        line.setPlaceholderText(self.tr("Name"))
        line.setMaximumWidth(_NAME_WIDTH)
        line.installEventFilter(self)
        if self.spec.inside is not None and self.spec.inside.names:
            completer = QCompleter(list(self.spec.inside.names), line)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            line.setCompleter(completer)
        place = self._new_place(line)
        remove = SignButton("×", "", removes=True)
        place.tools.addWidget(remove)
        entry = Entry(name=name, value=value, line=line, place=place, remove=remove)
        place.edited.connect(lambda value: self._take(entry, value))
        line.editingFinished.connect(lambda: self._rename(entry))
        remove.clicked.connect(lambda: self._remove(entry))
        return entry

    def _rename(self, entry: Entry) -> None:
        """Take a name when it is written to its end; without one the entry keeps the name that it had."""
        name = entry.line.text()
        if name == entry.name:
            return
        if not name or any(other.name == name for other in self.entries):
            entry.line.setText(entry.name)
            return
        entry.name = name
        self._tell()

    def _take(self, entry: Entry, value: object) -> None:
        entry.value = self._given(value)
        if entry.name:
            self._tell()

    def _remove(self, entry: Entry) -> None:
        self._focus_beside(self.entries.index(entry), [one.remove for one in self.entries])
        self.entries.remove(entry)
        self._discard(entry.place)
        self._tell()

    def _tell(self) -> None:
        self._speak()
        self.edited.emit(self._value())

    @override
    def _speak(self) -> None:
        """Say of each line and button to which entry it belongs."""
        for number, entry in enumerate(self.entries, 1):
            name = entry.name or self.tr("entry {}").format(number)
            words = self.tr("{} in {}").format(name, self._words)
            entry.line.setAccessibleName(self.tr("Name of {}").format(words))
            entry.place.say(words, words)
            entry.remove.say(self.tr("Remove {}").format(words))
            entry.place.show_errors(errors_at(self._errors, entry.name))
        self.rearranged.emit()
