"""Offers what may be referred to as soon as somebody types `${` into a line."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

_OPENING = "${"
_MOST_SHOWN = 12


def begun_reference(before: str) -> str | None:
    """Return what is typed of a reference at the end of a text; None where there is none."""
    start = before.rfind(_OPENING)
    typed = before[start + len(_OPENING) :]
    return typed if start >= 0 and "}" not in typed and not before[:start].endswith("$") else None


class ReferenceOffer(QObject):
    """What may be referred to, offered in an editor of text."""

    def __init__(self, editor: QWidget) -> None:
        super().__init__(editor)
        self._model = QStringListModel(self)
        self.completer = QCompleter(self._model, self)
        self.completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.completer.setMaxVisibleItems(_MOST_SHOWN)

    def show_references(self, references: Iterable[str]) -> None:
        """Offer these, such as `params.Rounds` and `prepare.train`."""
        self._model.setStringList(list(references))


class ReferenceCompleter(ReferenceOffer):
    """Complete references in a line; what stands around them stays."""

    def __init__(self, line: QLineEdit) -> None:
        super().__init__(line)
        self._line = line
        self.completer.activated.connect(self._insert)
        line.textEdited.connect(self._offer)

    def begun(self) -> str | None:
        """Return what is typed of a reference that the cursor stands in; None where it stands in none."""
        return begun_reference(self._line.text()[: self._line.cursorPosition()])

    def _offer(self) -> None:
        typed = self.begun()
        if typed is None or not self._model.rowCount():
            popup = self.completer.popup()
            if popup is not None:
                popup.hide()
            return
        self.completer.setWidget(self._line)
        self.completer.setCompletionPrefix(typed)
        self.completer.complete()

    def _insert(self, chosen: str) -> None:
        typed = self.begun()
        if typed is None:
            return
        text, at = self._line.text(), self._line.cursorPosition()
        rest = text[at:].removeprefix("}")
        written = f"{text[: at - len(typed)]}{chosen}}}"
        self._line.setText(written + rest)
        self._line.setCursorPosition(len(written))
        self._line.textEdited.emit(self._line.text())
