"""Code to be read: only what changed is written anew, only what is seen is coloured, and a long text comes piece by piece."""

from collections.abc import Sequence
from itertools import takewhile

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QPaintEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from typing_extensions import override

from designer.gui.fields.highlighting import coloured
from designer.gui.reporting import reports_errors

_PIECE = 2000
"""So many lines are there at once, and with each turn of the event loop so many more."""
_FEW = 100


class CodeView(QPlainTextEdit):
    """Show one text, read-only, in the colours of a language."""

    completed = Signal()
    """All of a long text is there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.whole = ""
        """The text, even while its end is still to come."""
        self._language = ""
        self._colouring = 0
        self._lines: Sequence[str] = [""]
        self._rest: Sequence[str] = []
        self._place = 0
        self._filling = QTimer(self, interval=0)
        self._filling.timeout.connect(self._fill_on)

    @property
    def is_whole(self) -> bool:
        """Say whether all of the text is there."""
        return not self._rest

    def show_text(self, text: str, language: str = "") -> None:
        """Show another text; the place that is looked at stays where both have it."""
        if language != self._language:
            self._language = language
            self.recolour()
        if text == self.whole:
            return
        lines = text.split("\n")
        changes = _changes(self._lines, lines)
        if self.is_whole and sum(len(new) for _, _, new in changes) <= _PIECE:
            self._replace(changes)
        else:
            self._begin_anew(lines)
        self.whole, self._lines = text, lines
        self.recolour()

    def recolour(self) -> None:
        """Colour what is seen anew."""
        self._colouring += 1
        self.viewport().update()

    def cursor_at(self, start: int, length: int) -> QTextCursor:
        """Return a cursor that selects so many characters of the text."""
        cursor = QTextCursor(self.document())
        last = self.document().characterCount() - 1
        cursor.setPosition(min(_units(self.whole, start), last))
        cursor.setPosition(min(_units(self.whole, start + length), last), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    @override
    @reports_errors
    def paintEvent(self, event: QPaintEvent) -> None:
        block, height = self.firstVisibleBlock(), self.viewport().height()
        while block.isValid() and self.blockBoundingGeometry(block).translated(self.contentOffset()).top() < height:
            if block.userState() != self._colouring:
                block.setUserState(self._colouring)
                block.layout().setFormats(coloured(block.text(), self._language))
                self.document().markContentsDirty(block.position(), block.length())
            block = block.next()
        super().paintEvent(event)

    def _begin_anew(self, lines: Sequence[str]) -> None:
        self._place = self.verticalScrollBar().value()
        self.setPlainText("\n".join(lines[:_PIECE]))
        self._go_back()
        self._rest = lines[_PIECE:]
        if self.is_whole:
            self._filling.stop()
        else:
            self._filling.start()

    def _fill_on(self) -> None:
        piece, self._rest = self._rest[:_PIECE], self._rest[_PIECE:]
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertText("\n" + "\n".join(piece))
        self._go_back()
        if self.is_whole:
            self._filling.stop()
            self.completed.emit()

    def _go_back(self) -> None:
        """Go to the place that was looked at, once the text reaches so far."""
        bar = self.verticalScrollBar()
        if self._place and bar.maximum() >= self._place:
            bar.setValue(self._place)
            self._place = 0

    def _replace(self, changes: Sequence[tuple[int, int, Sequence[str]]]) -> None:
        document = self.document()
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        for first, last, new in reversed(changes):
            end = document.findBlockByNumber(last)
            cursor.setPosition(document.findBlockByNumber(first).position())
            cursor.setPosition(end.position() + end.length() - 1, QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText("\n".join(new))
        cursor.endEditBlock()


def _changes(before: Sequence[str], after: Sequence[str]) -> list[tuple[int, int, Sequence[str]]]:
    """Return which lines change, each time from a first to a last one, and what stands there then."""
    pairs = list(zip(before, after, strict=False))
    if len(before) == len(after):
        changed = [number for number, (old, new) in enumerate(pairs) if old != new]
        if len(changed) < _FEW:
            return [(number, number, [after[number]]) for number in changed]
    start = sum(1 for _ in takewhile(_is_same, pairs))
    backwards = zip(reversed(before[start:]), reversed(after[start:]), strict=False)
    end = sum(1 for _ in takewhile(_is_same, backwards))
    # At least one line changes into at least one.
    if start in (len(before) - end, len(after) - end):
        start, end = (start - 1, end) if start else (start, end - 1)
    return [(start, len(before) - end - 1, after[start : len(after) - end])]


def _is_same(pair: tuple[str, str]) -> bool:
    return pair[0] == pair[1]


def _units(text: str, at: int) -> int:
    """Return how many characters of Qt's, which count some of ours as two, stand before a place."""
    return at if text.isascii() else len(text[:at].encode("utf-16-le")) // 2
