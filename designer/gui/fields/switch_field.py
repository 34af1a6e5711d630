"""A flag that may also be left open: true, false, a reference, or nothing."""

from typing_extensions import override

from designer.gui.fields.choice_field import ChoiceField
from designer.gui.fields.plain import written


class SwitchField(ChoiceField):
    """Edit a flag as a choice; empty text takes it away."""

    @override
    def show_value(self, value: object) -> None:
        super().show_value(None if value is None else written(value))

    @override
    def _tell(self, text: str) -> None:
        self.edited.emit({"true": True, "false": False}.get(text, text) if text else None)
