"""A form of settings in groups, with the advanced ones folded away, and not even made before they are wanted.

To make the rows of a long form takes longer than a person should wait for the window, so they come a few at a time; whoever
asks for a row has them all.
"""

import time
from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from designer.gui.bridge.member_facts import NO_FACTS, MemberFacts
from designer.gui.fields.dotted import Errors, errors_at
from designer.gui.fields.listed_field import ListedField
from designer.gui.fields.path_field import PathField
from designer.gui.fields.spec import FieldSpec
from designer.gui.language.words import tr
from designer.gui.panels.form_row import FormRow
from designer.gui.panels.words import heading
from designer.gui.theme.metrics import GAP
from designer.gui.theme.theme import Theme

_TURN_SECONDS = 0.006
"""So long rows are made in one turn of the event loop."""


class SettingsForm(QWidget):
    """Edit a mapping of settings."""

    edited = Signal(str, object)
    """The name of the setting, and its value (None takes it away)."""

    listing_wanted = Signal(object)
    """A `ListedField` for which the account is to be asked."""

    def __init__(
        self, specs: Iterable[FieldSpec], theme: Theme, folder: Path | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        listed = tuple(specs)
        self.specs = {spec.name: spec for spec in listed}
        self._rows: dict[str, FormRow] = {}
        self._late: deque[tuple[QVBoxLayout, FieldSpec]] = deque()
        self._making = QTimer(self, interval=0)
        self._making.timeout.connect(self._make_some)
        self._theme = theme
        self._folder = folder
        self._values: Mapping[str, object] = {}
        self._facts: dict[str, MemberFacts] = {}
        self._references: tuple[str, ...] = ()
        self._errors: Errors = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP)
        first = QVBoxLayout()
        self._column.addLayout(first)
        self._make_later(first, [spec for spec in listed if not spec.form.advanced])
        self.advanced = QWidget()
        self.toggle = QToolButton()
        self._add_advanced()
        self._column.addStretch(1)

    @property
    def rows(self) -> Mapping[str, FormRow]:
        """Every row that is to be seen, by its setting."""
        while self._late:
            self._make_next()
        return self._rows

    def show_values(self, values: Mapping[str, object]) -> None:
        """Show the settings; those that are missing have their defaults."""
        self._values = values
        for name, row in self._rows.items():
            row.show_value(values.get(name))

    def clear(self) -> None:
        """Show no values, and nothing that was known of them."""
        self.show_references(())
        for row in self._rows.values():
            row.show_value(None)
        self.show_facts(dict.fromkeys(self.specs, NO_FACTS))

    def show_facts(self, facts: Mapping[str, MemberFacts]) -> None:
        """Show what AWS says of each."""
        self._facts.update(facts)
        for name, known in facts.items():
            if name in self._rows:
                self._rows[name].show_facts(known)

    def show_references(self, references: Sequence[str]) -> None:
        """Offer these to refer to, in every line of text."""
        self._references = tuple(references)
        for row in self._rows.values():
            row.field.show_references(self._references)

    def show_errors(self, errors: Errors) -> None:
        """Show what is wrong at dotted places; the advanced settings are unfolded when one of them is wrong."""
        self._errors = errors
        for name, row in self._rows.items():
            row.show_errors(errors_at(errors, name))
        if any(self.specs[name].form.advanced for name in map(_setting, errors) if name in self.specs):
            self.toggle.setChecked(True)

    def focus(self, place: str) -> None:
        """Go to one setting, or to a dotted place inside it."""
        name = _setting(place)
        if name not in self.specs:
            return
        if self.specs[name].form.advanced:
            self.toggle.setChecked(True)
        self.rows[name].field.reveal(place.partition(".")[2])

    def _make_later(self, column: QVBoxLayout, specs: list[FieldSpec]) -> None:
        """Make rows from the next turn of the event loop on, group by group."""
        for group in dict.fromkeys(spec.form.group for spec in specs):
            self._late.extend((column, spec) for spec in specs if spec.form.group == group)
        self._making.start()

    def _make_some(self) -> None:
        until = time.perf_counter() + _TURN_SECONDS
        while self._late and time.perf_counter() < until:
            self._make_next()
        if not self._late:
            self._making.stop()

    def _make_next(self) -> None:
        column, spec = self._late.popleft()
        last = column.itemAt(column.count() - 1)
        before = last.widget() if last is not None else None
        group = before.spec.form.group if isinstance(before, FormRow) else ""
        if spec.form.group and spec.form.group != group:
            column.addSpacing(GAP)
            column.addWidget(heading(tr(spec.form.group), self._theme))
        row = self._row(spec)
        column.addWidget(row)
        row.show_value(self._values.get(spec.name))
        row.show_facts(self._facts.get(spec.name, NO_FACTS))
        row.field.show_references(self._references)
        row.show_errors(errors_at(self._errors, spec.name))

    def _row(self, spec: FieldSpec) -> FormRow:
        row = self._rows[spec.name] = FormRow(spec, self._theme)
        row.edited.connect(self.edited)
        if isinstance(row.field, PathField):
            row.field.root = self._folder
        if isinstance(row.field, ListedField):
            row.field.wanted.connect(lambda field=row.field: self.listing_wanted.emit(field))
        return row

    def _unfold(self, unfolded: bool) -> None:  # noqa: FBT001 - the signature of Qt's signal
        self.toggle.setArrowType(Qt.ArrowType.DownArrow if unfolded else Qt.ArrowType.RightArrow)
        if unfolded and self.advanced.layout() is None:
            inner = QVBoxLayout(self.advanced)
            inner.setContentsMargins(0, 0, 0, 0)
            self._make_later(inner, [spec for spec in self.specs.values() if spec.form.advanced])
        self.advanced.setVisible(unfolded)

    def _add_advanced(self) -> None:
        self.toggle.setText(self.tr("Advanced settings"))
        self.toggle.setCheckable(True)
        self.toggle.setProperty("discloses", True)  # noqa: FBT003 - Qt takes it by position only
        self.toggle.setIconSize(QSize(GAP, GAP))
        self.toggle.setArrowType(Qt.ArrowType.RightArrow)
        self.toggle.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.toggle.toggled.connect(self._unfold)
        self._column.addWidget(self.toggle)
        self._column.addWidget(self.advanced)
        self.advanced.hide()
        self.toggle.setVisible(any(spec.form.advanced for spec in self.specs.values()))


def _setting(place: str) -> str:
    return place.partition(".")[0]
