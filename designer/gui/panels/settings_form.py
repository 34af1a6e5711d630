"""A form of settings in groups, with the advanced ones folded away."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from designer.gui.bridge.member_facts import MemberFacts
from designer.gui.fields.path_field import PathField
from designer.gui.fields.spec import FieldSpec
from designer.gui.panels.form_row import FormRow
from designer.gui.panels.words import heading
from designer.gui.theme.metrics import GAP
from designer.gui.theme.theme import Theme


class SettingsForm(QWidget):
    """Edit a mapping of settings."""

    edited = Signal(str, object)
    """The name of the setting, and its value (None takes it away)."""

    def __init__(
        self, specs: Iterable[FieldSpec], theme: Theme, folder: Path | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.rows: dict[str, FormRow] = {}
        listed = tuple(specs)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP)
        self._add_groups(self._column, [spec for spec in listed if not spec.form.advanced], theme)
        self.advanced = QWidget()
        self.toggle = QToolButton()
        self._add_advanced([spec for spec in listed if spec.form.advanced], theme)
        self._column.addStretch(1)
        for row in self.rows.values():
            row.edited.connect(self.edited)
            if isinstance(row.field, PathField):
                row.field.root = folder

    def show_values(self, values: Mapping[str, object]) -> None:
        """Show the settings; those that are missing have their defaults."""
        for name, row in self.rows.items():
            row.show_value(values.get(name))

    def show_facts(self, facts: Mapping[str, MemberFacts]) -> None:
        """Show what AWS says of each."""
        for name, known in facts.items():
            if name in self.rows:
                self.rows[name].show_facts(known)

    def show_errors(self, errors: Mapping[str, tuple[str, ...]]) -> None:
        """Show what is wrong with each; the advanced ones are unfolded when one of them is wrong."""
        for name, row in self.rows.items():
            row.show_errors(errors.get(name, ()))
        if any(self.rows[name].spec.form.advanced for name in errors if name in self.rows):
            self.toggle.setChecked(True)

    def focus(self, name: str) -> None:
        """Go to one setting."""
        row = self.rows.get(name)
        if row is None:
            return
        if row.spec.form.advanced:
            self.toggle.setChecked(True)
        row.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_groups(self, column: QVBoxLayout, specs: list[FieldSpec], theme: Theme) -> None:
        for group in dict.fromkeys(spec.form.group for spec in specs):
            if group:
                column.addSpacing(GAP)
                column.addWidget(heading(group, theme))
            for spec in specs:
                if spec.form.group == group:
                    self.rows[spec.name] = FormRow(spec, theme)
                    column.addWidget(self.rows[spec.name])

    def _add_advanced(self, specs: list[FieldSpec], theme: Theme) -> None:
        self.toggle.setText(self.tr("Advanced settings"))
        self.toggle.setCheckable(True)
        self.toggle.setArrowType(Qt.ArrowType.RightArrow)
        self.toggle.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.toggle.toggled.connect(self.advanced.setVisible)
        self.toggle.toggled.connect(
            lambda unfolded: self.toggle.setArrowType(Qt.ArrowType.DownArrow if unfolded else Qt.ArrowType.RightArrow)
        )
        inner = QVBoxLayout(self.advanced)
        inner.setContentsMargins(0, 0, 0, 0)
        self._add_groups(inner, specs, theme)
        self._column.addWidget(self.toggle)
        self._column.addWidget(self.advanced)
        self.advanced.hide()
        self.toggle.setVisible(bool(specs))
