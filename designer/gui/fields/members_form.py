"""The form of a request, made from its shape: an editor for each member that is required or given."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from designer.gui.fields.choice_field import ChoiceField
from designer.gui.fields.field import SettingField
from designer.gui.fields.multiline_field import json_field
from designer.gui.fields.number_field import NumberField
from designer.gui.fields.plain import plain, written
from designer.gui.fields.spec import FieldSpec
from designer.gui.fields.text_field import TextField
from designer.shapes.skeletons import RequestMember

_FLAGS = ("true", "false")
_NUMBERS = frozenset({"integer", "long", "float", "double"})
_NESTED = frozenset({"structure", "list", "map"})


class MembersForm(QWidget):
    """Edit the members of a request, each by its type; a member that was emptied keeps its row."""

    edited = Signal(str, object)
    """The name of a member, and its value (None takes it away)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields: dict[str, SettingField] = {}
        self._members: tuple[RequestMember, ...] = ()
        self._references: tuple[str, ...] = ()
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(4)
        self.hide()

    def show_members(self, members: Sequence[RequestMember]) -> None:
        """Take the members of another operation."""
        if tuple(members) == self._members:
            return
        self._members = tuple(members)
        self.fields.clear()
        while (item := self._rows.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()

    def show_request(self, request: Mapping[str, object]) -> None:
        """Show the members of a request that the operation knows."""
        for member in self._members:
            if member.name not in self.fields and (member.required or member.name in request):
                self._add(member)
        for name, field in self.fields.items():
            with QSignalBlocker(field):
                field.show_value(_shown(field, request.get(name)))
        self.setVisible(bool(self.fields))

    def show_references(self, references: Sequence[str]) -> None:
        """Offer these to refer to."""
        self._references = tuple(references)
        for field in self.fields.values():
            field.show_references(self._references)

    def _add(self, member: RequestMember) -> None:
        label = QLabel(f"{member.name} *" if member.required else member.name)
        label.setToolTip(member.help)
        field = self.fields[member.name] = _field(member)
        field.setToolTip(member.help)
        field.show_references(self._references)
        field.edited.connect(lambda value: self.edited.emit(member.name, _read(member, value)))
        label.setBuddy(field)
        self._rows.addWidget(label)
        self._rows.addWidget(field)


def _field(member: RequestMember) -> SettingField:
    choices = _FLAGS if member.type == "boolean" else member.choices
    spec = FieldSpec(name=member.name, title=member.name, editor="", required=member.required, choices=choices)
    if choices:
        return ChoiceField(spec)
    if member.type in _NUMBERS:
        return NumberField(spec)
    return json_field(spec, lines=4) if member.type in _NESTED else TextField(spec)


def _shown(field: SettingField, value: object) -> object:
    return written(value) if isinstance(field, ChoiceField) and value is not None else value


def _read(member: RequestMember, value: object) -> object:
    return plain(value) if member.type == "boolean" and isinstance(value, str) else value
