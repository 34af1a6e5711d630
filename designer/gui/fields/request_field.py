"""The request of an AWS call: a form made from its shape, and the whole as JSON."""

import json
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QToolButton, QWidget
from typing_extensions import override

from designer.gui.dialogs.chooser import Choice, Chooser
from designer.gui.fields.members_form import MembersForm
from designer.gui.fields.multiline_field import MultilineField, from_json, to_json
from designer.gui.fields.spec import FieldSpec
from designer.gui.reporting import reports_errors
from designer.shapes.skeletons import RequestMember


class RequestField(MultilineField):
    """Edit a request by its members or as JSON; the button adds a member with all that is required inside it."""

    def __init__(self, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(spec, parent, read=from_json, write=to_json, language="json", lines=10)
        self.members: tuple[RequestMember, ...] = ()
        self.chooser: Chooser | None = None
        self.form = MembersForm()
        self.form.edited.connect(self._take)
        self.button = QToolButton()
        self.button.setText(self.tr("Add a member…"))
        self.button.setToolTip(self.tr("Choose from what the API takes; required members come first"))
        self.button.setEnabled(False)
        self.button.clicked.connect(self._offer)
        self._rows.insertWidget(0, self.form)
        self._rows.insertWidget(1, self.button)

    @override
    def show_value(self, value: object) -> None:
        super().show_value(value)
        self._show_form()

    @override
    def show_members(self, members: Sequence[RequestMember]) -> None:
        self.members = tuple(members)
        self.button.setEnabled(bool(self.members))
        self.form.show_members(self.members)
        self._show_form()

    @override
    def show_references(self, references: Sequence[str]) -> None:
        self.form.show_references(references)

    def add(self, name: str) -> None:
        """Add a member that is not there yet, as it begins."""
        member = next(one for one in self.members if one.name == name)
        self._take(name, member.skeleton)
        if name in self.form.fields:
            self.form.fields[name].setFocus(Qt.FocusReason.OtherFocusReason)

    def _take(self, name: str, value: object) -> None:
        """Put a member into the request, or take it away; a text that is no JSON is never written over."""
        request = self._value()
        if request is not None and not isinstance(request, Mapping):
            return
        held = {key: one for key, one in (request or {}).items() if key != name or value is not None}
        changed = held if value is None else {**held, name: value}
        with QSignalBlocker(self.area):
            self.area.setPlainText(json.dumps(changed, indent=2, ensure_ascii=False) if changed else "")
        self._tell()

    @override
    def _tell(self) -> None:
        super()._tell()
        self._show_form()

    def _show_form(self) -> None:
        request = self._value()
        readable = request is None or isinstance(request, Mapping)
        self.form.setEnabled(readable)
        if readable:
            before = len(self.form.fields)
            self.form.show_request(request if isinstance(request, Mapping) else {})
            if len(self.form.fields) != before:
                self._order_tabs()

    @override
    @reports_errors
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._order_tabs()

    def _order_tabs(self) -> None:
        """Let the Tab key go through the form, then to the button and the JSON, as they stand below each other."""
        before: QWidget = self.area
        while self.isAncestorOf(before) or before.focusPolicy() == Qt.FocusPolicy.NoFocus:
            previous = before.previousInFocusChain()
            if previous is None or previous is self.area:
                return
            before = previous
        for field in (*self.form.fields.values(), self.button, self.area):
            widget = field.focusProxy() or field
            self.setTabOrder(before, widget)
            before = widget

    def _offer(self) -> None:
        request = self._value()
        held = request if isinstance(request, Mapping) else {}
        if request is not None and not isinstance(request, Mapping):
            return  # it is no JSON at the moment: nothing is written over what somebody types
        choices = [
            Choice(
                id=one.name,
                title=f"{one.name}{' *' if one.required else ''}   {one.type}",
                words=one.help,
            )
            for one in self.members
            if one.name not in held
        ]
        self.chooser = Chooser(choices, self.tr("Type the name of a member"), self)
        self.chooser.chosen.connect(self.add)
        self.chooser.open_at(self.button.mapToGlobal(self.button.rect().bottomLeft()))
