"""The one undo command: an edit is the document before and the document after."""

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand
from typing_extensions import override

from designer.document.model import Document
from designer.gui.reporting import reports_errors

_MERGEABLE = 1
_ALONE = -1


class EditCommand(QUndoCommand):
    """Hold a document before and after an edit; `merge` joins it with the edit before when both carry the same text."""

    def __init__(
        self, before: Document, after: Document, text: str, show: Callable[[Document], None], merge: str = ""
    ) -> None:
        super().__init__(text)
        self.before = before
        self.after = after
        self.merge = merge
        self._show = show

    @override
    @reports_errors
    def redo(self) -> None:
        self._show(self.after)

    @override
    @reports_errors
    def undo(self) -> None:
        self._show(self.before)

    @override
    def id(self) -> int:
        return _MERGEABLE if self.merge else _ALONE

    @override
    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, EditCommand) or other.merge != self.merge:
            return False
        self.after = other.after
        self.setObsolete(self.after == self.before)
        return True
