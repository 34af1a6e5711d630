"""One setting in a form: its name, its editor, what it means, how much room is left, and what is wrong with it."""

from dataclasses import replace
from functools import cached_property

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from designer.gui.bridge.member_facts import NO_FACTS, MemberFacts
from designer.gui.fields.dotted import Errors
from designer.gui.fields.editors import FIELDS
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
        self._theme = theme
        self.help = muted_label(spec.description.replace("&", "&&"), theme) if spec.description else None
        self._head = QHBoxLayout()
        self._rows = QVBoxLayout(self)
        self._title = QLabel(spec.title + (" *" if spec.required else ""))
        self._lay_out()
        self.setToolTip(spec.description)
        self.field.edited.connect(self._tell)
        self.field.rearranged.connect(lambda: self.show_errors(self._errors))

    @cached_property
    def counter(self) -> QLabel:
        """How much is written of how much; made once there is something to say, as every label takes its time."""
        counter = muted_label("", self._theme)
        counter.setBuddy(self.field)
        self._head.addWidget(counter)
        return counter

    @cached_property
    def error(self) -> QLabel:
        """What is wrong, below the field."""
        error = small_label("", self._theme.ink.error)
        self._rows.insertWidget(self._rows.indexOf(self.field) + 1, error)
        return error

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
        if sentences or "error" in vars(self):
            self.error.setText("\n".join(sentences))
            self.error.setVisible(bool(sentences))
        self._describe()

    def _lay_out(self) -> None:
        rows = self._rows
        rows.setContentsMargins(0, 0, 0, 6)
        rows.setSpacing(4)
        if not isinstance(self.field, FlagField):
            self._head.addWidget(self._title)
            self._head.addStretch(1)
            self._title.setBuddy(self.field)
            rows.addLayout(self._head)
        rows.addWidget(self.field)
        if self.help is not None:
            rows.addWidget(self.help)
            # A reader that comes into a form reads all words in it first that belong to nothing.
            self.help.setBuddy(self.field)

    def _tell(self, value: object) -> None:
        self._count()
        self.edited.emit(self.spec.name, value)

    def _count(self) -> None:
        length = self.field.length()
        detail = self._facts.details.get(self.field.text()) if self._facts.details else None
        if detail is None:
            detail = f"{length}/{self._facts.most}" if self._facts.most > 0 and length > 0 else ""
        if detail or "counter" in vars(self):
            self.counter.setText(detail)
        self._describe()

    def _describe(self) -> None:
        """Let the field itself say what stands around it: what is wrong, how much is written, what it means."""
        wrong, written = (_sentence(vars(self).get(label)) for label in ("error", "counter"))
        said = [one for one in (written, self.spec.description.removesuffix(".")) if one]
        self.field.describe(wrong, ". ".join(said))


def _sentence(label: QLabel | None) -> str:
    return label.text().removesuffix(".") if label is not None else ""
