"""One setting in a form: its name, its editor, what it means, how much room is left, and what is wrong with it."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from designer.gui.bridge.member_facts import NO_FACTS, MemberFacts
from designer.gui.fields import FIELDS
from designer.gui.fields.dotted import Errors
from designer.gui.fields.field import SettingField
from designer.gui.fields.flag_field import FlagField
from designer.gui.fields.spec import FieldSpec
from designer.gui.fields.text_field import TextField
from designer.gui.language.words import tr
from designer.gui.panels.words import muted_label, small_label
from designer.gui.theme.theme import Theme


class FormRow(QWidget):
    """Edit one setting."""

    edited = Signal(str, object)
    """The name of the setting, and its value (None takes it away)."""

    def __init__(self, spec: FieldSpec, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        spec = self.spec = replace(spec, title=tr(spec.title), description=tr(spec.description))
        self._facts = NO_FACTS
        self._errors: Errors = {}
        self.field: SettingField = FIELDS.get(spec.editor, TextField)(spec)
        self.counter = muted_label("", theme)
        self.help = muted_label(spec.description, theme)
        self.error = small_label("", theme.ink.error)
        self.error.hide()
        self._title = QLabel(spec.title + (" *" if spec.required else ""))
        self._lay_out()
        self.setToolTip(spec.description)
        self.field.edited.connect(self._tell)
        self.field.rearranged.connect(lambda: self.show_errors(self._errors))

    def show_value(self, value: object) -> None:
        """Show the value of the setting; nothing is told."""
        self.field.show_value(value)
        self._count()

    def show_facts(self, facts: MemberFacts) -> None:
        """Show what AWS says of it."""
        if facts == self._facts:
            return
        self._facts = facts
        self.field.show_choices(facts.choices or self.spec.choices, facts.details)
        self.field.show_members(facts.members)
        help_of_aws = f"\n\nAWS: {facts.help}" if facts.help else ""
        self.setToolTip(f"{self.spec.description}{help_of_aws}".strip())
        self._count()

    def show_errors(self, errors: Errors) -> None:
        """Show in red what is wrong with it: at the dotted place inside, where the editor has it, else below."""
        self._errors = errors
        sentences = self.field.show_errors(errors)
        self.error.setText("\n".join(sentences))
        self.error.setVisible(bool(sentences))

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 6)
        rows.setSpacing(4)
        if not isinstance(self.field, FlagField):
            head = QHBoxLayout()
            head.addWidget(self._title)
            head.addStretch(1)
            head.addWidget(self.counter)
            rows.addLayout(head)
            self._title.setBuddy(self.field)
        rows.addWidget(self.field)
        rows.addWidget(self.error)
        rows.addWidget(self.help)
        self.help.setVisible(bool(self.spec.description))

    def _tell(self, value: object) -> None:
        self._count()
        self.edited.emit(self.spec.name, value)

    def _count(self) -> None:
        length = self.field.length()
        detail = self._facts.details.get(self.field.text()) if self._facts.details else None
        if detail is not None:
            self.counter.setText(detail)
            return
        shown = self._facts.most > 0 and length > 0
        self.counter.setText(f"{length}/{self._facts.most}" if shown else "")
