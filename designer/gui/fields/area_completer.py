"""Offers what may be referred to as soon as somebody types `${` into an area of several lines."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QPlainTextEdit
from typing_extensions import override

from designer.gui.fields.reference_completer import ReferenceOffer, begun_reference
from designer.gui.reporting import reports_errors

_CHOOSING = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Escape})
_WIDTH = 280


class ReferenceArea(QPlainTextEdit):
    """An area that leaves the keys that choose to the list of references, as long as there is one."""

    def __init__(self) -> None:
        super().__init__()
        self.offered: QAbstractItemView | None = None

    @override
    @reports_errors
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _CHOOSING and self.offered is not None and self.offered.isVisible():
            event.ignore()
        else:
            super().keyPressEvent(event)


class AreaCompleter(ReferenceOffer):
    """Complete references in an area; what stands around them stays."""

    def __init__(self, area: ReferenceArea) -> None:
        super().__init__(area)
        self._area = area
        self.completer.setWidget(area)
        self.completer.activated.connect(self._insert)
        area.textChanged.connect(self._offer)

    def begun(self) -> str | None:
        """Return what is typed of a reference that the cursor stands in; None where it stands in none."""
        cursor = self._area.textCursor()
        return begun_reference(cursor.block().text()[: cursor.positionInBlock()])

    def _offer(self) -> None:
        typed = self.begun() if self._area.hasFocus() else None
        if typed is not None:
            self.completer.setCompletionPrefix(typed)
        if typed is None or not self.completer.completionCount():
            if self._area.offered is not None:
                self._area.offered.hide()
            return
        self._area.offered = self.completer.popup()
        place = self._area.cursorRect()
        place.setWidth(_WIDTH)
        self.completer.complete(place)

    def _insert(self, chosen: str) -> None:
        typed, cursor = self.begun(), self._area.textCursor()
        if typed is None:
            return
        cursor.movePosition(cursor.MoveOperation.Left, cursor.MoveMode.KeepAnchor, len(typed))
        follows = cursor.block().text()[cursor.selectionEnd() - cursor.block().position() :]
        cursor.insertText(chosen if follows.startswith("}") else f"{chosen}}}")
        self._area.setTextCursor(cursor)
