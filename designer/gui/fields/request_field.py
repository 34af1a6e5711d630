"""The request of an AWS call: a form made from its shape, or the whole as JSON."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget
from typing_extensions import override

from designer.gui.fields.dotted import Errors
from designer.gui.fields.inner_field import inner_field
from designer.gui.fields.multiline_field import MultilineField, from_json, to_json
from designer.gui.fields.request_specs import specs_of_members
from designer.gui.fields.spec import FieldSpec, Inside
from designer.gui.fields.structure_field import StructureField
from designer.gui.fields.tools import SignButton
from designer.shapes.skeletons import RequestMember

_WAIT_MS = 300
"""So long nothing is shown while the shape of a request is looked up, lest JSON is seen for the blink of an eye."""


class RequestField(MultilineField):
    """Edit a request by its members or as JSON; what is no object can only be edited as JSON."""

    def __init__(self, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(spec, parent, read=from_json, write=to_json, language="json", lines=14)
        self.members: tuple[RequestMember, ...] = ()
        self.form: StructureField | None = None
        self.as_form = SignButton(self.tr("Form"), self.tr("Edit the request member by member"))
        self.as_json = SignButton(self.tr("JSON"), self.tr("Edit the request as JSON"))
        self._offered: tuple[str, ...] = ()
        self._errors: Errors = {}
        self._held: object = None
        self._is_written = True
        self._revealed: str | None = None
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(_WAIT_MS)
        self._waiting.timeout.connect(self._show_form)
        self._waiting.start()
        self._switch = self._make_switch()
        self._rows.insertWidget(0, self._switch)
        self._show_form()

    @override
    def show_value(self, value: object) -> None:
        self._hold(value)
        self._show_form()

    @override
    def show_members(self, members: Sequence[RequestMember]) -> None:
        """Take the members of an operation; without any, the form is closed and waits for the same ones for a moment."""
        if not members and self.form is not None:
            self.form.fold()
        if members:
            self._waiting.stop()
        else:
            self._waiting.start()
        if members and tuple(members) != self.members:
            self._replace_form(tuple(members))
        self._switch.setVisible(bool(members))
        self._show_form()

    @override
    def show_references(self, references: Sequence[str]) -> None:
        super().show_references(references)
        self._offered = tuple(references)
        if self.form is not None:
            self.form.show_references(self._offered)

    @override
    def show_errors(self, errors: Errors) -> tuple[str, ...]:
        self._errors = errors
        if self.form is None or self.form.isHidden():
            return super().show_errors(errors)
        return self.form.show_errors(errors)

    @override
    def reveal(self, place: str) -> None:
        if self._waiting.isActive():
            self._revealed = place
        elif self.form is None or self.form.isHidden():
            super().reveal(place)
        else:
            self.form.reveal(place)

    @override
    def _tell(self) -> None:
        super()._tell()
        self._show_form()

    def _make_switch(self) -> QWidget:
        switch = QWidget()
        across = QHBoxLayout(switch)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        group = QButtonGroup(switch)
        for button in (self.as_form, self.as_json):
            button.setCheckable(True)
            group.addButton(button)
            across.addWidget(button)
        across.addStretch(1)
        self.as_form.setChecked(True)
        self.as_form.toggled.connect(lambda _: self._show_form())
        switch.hide()
        return switch

    def _replace_form(self, members: tuple[RequestMember, ...]) -> None:
        if self.form is not None:
            self.form.hide()
            self.form.deleteLater()
        self.members = members
        inside = Inside(specs=lambda: specs_of_members(members))
        spec = FieldSpec(name=self.spec.name, title=self.spec.title, editor="structure", inside=inside)
        self.form = StructureField(spec, inner_field)
        self.form.show_references(self._offered)
        self.form.edited.connect(self._take)
        self.form.rearranged.connect(self.rearranged)
        self._rows.insertWidget(1, self.form)
        self.form.hide()

    def _take(self, request: object) -> None:
        self._hold(request or None)
        self.edited.emit(request or None)

    def _hold(self, request: object) -> None:
        """Keep a request; as JSON it is only written where that is seen, for a long one takes its time."""
        self._held, self._is_written = request, False

    def _write_json(self) -> None:
        if not self._is_written:
            self._is_written = True
            super().show_value(self._held)

    @override
    def _value(self) -> object:
        return super()._value() if self._is_written else self._held

    def _show_form(self) -> None:
        """Show the form where there is one and the request can be shown in it, else the JSON."""
        request = self._value()
        readable = request is None or isinstance(request, Mapping)
        self.as_form.setEnabled(readable)
        by_form = readable and not self._switch.isHidden() and self.as_form.isChecked()
        if not by_form:
            self._write_json()
        self.area.setVisible(not by_form and not self._waiting.isActive())
        if self.form is not None:
            self._show_members(self.form, request, by_form=by_form)
        if self._revealed is not None and not self._waiting.isActive():
            place, self._revealed = self._revealed, None
            self.reveal(place)

    def _show_members(self, form: StructureField, request: object, *, by_form: bool) -> None:
        if by_form:
            form.show_value(request)
            form.show_errors(self._errors)
        if by_form == form.isHidden():
            form.setVisible(by_form)
            self.rearranged.emit()
