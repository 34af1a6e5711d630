"""The request of an AWS call: JSON, and the members that the API takes to choose from."""

import json
from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QToolButton, QWidget
from typing_extensions import override

from designer.gui.dialogs.chooser import Choice, Chooser
from designer.gui.fields.multiline_field import MultilineField, from_json, to_json
from designer.gui.fields.spec import FieldSpec
from designer.shapes.skeletons import RequestMember


class RequestField(MultilineField):
    """Edit a request as JSON; the button adds a member with all that is required inside it."""

    def __init__(self, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(spec, parent, read=from_json, write=to_json, language="json", lines=10)
        self.members: tuple[RequestMember, ...] = ()
        self.chooser: Chooser | None = None
        self.button = QToolButton()
        self.button.setText(self.tr("Add a member…"))
        self.button.setToolTip(self.tr("Choose from what the API takes; required members come first"))
        self.button.setEnabled(False)
        self.button.clicked.connect(self._offer)
        self._rows.addWidget(self.button)

    @override
    def show_members(self, members: Sequence[RequestMember]) -> None:
        self.members = tuple(members)
        self.button.setEnabled(bool(self.members))

    def add(self, name: str) -> None:
        """Add a member that is not there yet, as it begins."""
        request = self._value()
        held = dict(request) if isinstance(request, Mapping) else {}
        member = next(one for one in self.members if one.name == name)
        self.area.setPlainText(json.dumps({**held, name: member.skeleton}, indent=2, ensure_ascii=False))

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
