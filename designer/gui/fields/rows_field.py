"""A list whose entries are made of others: each entry is a row that opens in place, and can be moved and removed."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from designer.gui.fields.alignment import changed_ends
from designer.gui.fields.dotted import Errors, errors_at, errors_elsewhere
from designer.gui.fields.entries_field import EntriesField
from designer.gui.fields.place import Make, Place
from designer.gui.fields.spec import FieldSpec
from designer.gui.fields.tools import SignButton


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Row:
    """One entry, its number, and the buttons beside it."""

    place: Place
    number: QLabel
    up: SignButton
    down: SignButton
    remove: SignButton


class RowsField(EntriesField):
    """Edit a list of structures; rows stay open while others come and go."""

    def __init__(self, spec: FieldSpec, make: Make, parent: QWidget | None = None) -> None:
        super().__init__(spec, make, parent)
        self.rows: list[Row] = []
        self._values: list[object] = []

    @override
    def show_value(self, value: object) -> None:
        shown = self.spec.default if value is None else value
        values = list(shown) if isinstance(shown, list | tuple) else []
        end_before, end_after = changed_ends(self._values, values)
        for _ in range(end_before - end_after):
            self._discard(self.rows.pop(end_after).place)
        for index in range(end_before, end_after):
            self._insert(index)
        self._values = values
        for row, one in zip(self.rows, values, strict=True):
            row.place.show_value(one)
        if end_before != end_after:
            self._speak()

    @override
    def show_errors(self, errors: Errors) -> tuple[str, ...]:
        self._errors = errors
        for index, row in enumerate(self.rows):
            row.place.show_errors(errors_at(errors, str(index)))
        return errors_elsewhere(errors, (str(index) for index in range(len(self.rows))))

    @override
    def reveal(self, place: str) -> None:
        index, _, rest = place.partition(".")
        if index.isdigit() and int(index) < len(self.rows):
            self.rows[int(index)].place.reveal(rest)
        else:
            super().reveal(place)

    @override
    def add(self) -> None:
        """Add an entry as it begins, and go into it."""
        self.show_value([*self._values, self._inner.begun()])
        self._tell()
        self.rows[-1].place.reveal("")

    @override
    def _places(self) -> Iterable[Place]:
        return (row.place for row in self.rows)

    def _insert(self, index: int) -> None:
        number = QLabel()
        place = self._new_place(number)
        row = Row(
            place=place,
            number=number,
            up=SignButton("↑", ""),
            down=SignButton("↓", ""),
            remove=SignButton("×", "", removes=True),
        )
        for button in (row.up, row.down, row.remove):
            place.tools.addWidget(button)
        place.edited.connect(lambda value: self._take(row, value))
        row.up.clicked.connect(lambda: self._move(row, -1))
        row.down.clicked.connect(lambda: self._move(row, 1))
        row.remove.clicked.connect(lambda: self._remove(row))
        self.rows.insert(index, row)
        self._rows.insertWidget(index, place)

    def _take(self, row: Row, value: object) -> None:
        self._values[self.rows.index(row)] = self._given(value)
        self._tell()

    def _remove(self, row: Row) -> None:
        index = self.rows.index(row)
        self._focus_beside(index, [one.remove for one in self.rows])
        self._discard(self.rows.pop(index).place)
        del self._values[index]
        self._speak()
        self._tell()

    def _move(self, row: Row, by: int) -> None:
        index = self.rows.index(row)
        self.rows.insert(index + by, self.rows.pop(index))
        self._values.insert(index + by, self._values.pop(index))
        self._rows.removeWidget(row.place)
        self._rows.insertWidget(index + by, row.place)
        self._speak()
        again, back = (row.up, row.down) if by < 0 else (row.down, row.up)
        (again if again.isEnabled() else back).setFocus()
        self._tell()

    def _tell(self) -> None:
        # A list that was emptied says [] where its default holds entries.
        self.edited.emit(list(self._values) if self._values or self.spec.default else None)

    @override
    def _speak(self) -> None:
        """Give the rows their numbers, and say of each button what it would do to which."""
        for index, row in enumerate(self.rows):
            entry = self.tr("entry {} of {}").format(index + 1, self._words)
            row.number.setText(str(index + 1))
            row.place.say(entry, entry)
            row.up.say(self.tr("Move {} up").format(entry))
            row.down.say(self.tr("Move {} down").format(entry))
            row.remove.say(self.tr("Remove {}").format(entry))
            row.up.setEnabled(index > 0)
            row.down.setEnabled(index < len(self.rows) - 1)
            row.place.show_errors(errors_at(self._errors, str(index)))
        self.rearranged.emit()
