"""The small buttons of a form: open something, remove it, move it, add another."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QToolButton
from typing_extensions import override

from designer.gui.reporting import reports_errors

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class SignButton(QToolButton):
    """A button with a sign, which says in words what it does and to what; Enter presses it, and Delete where it removes."""

    def __init__(self, sign: str, words: str, *, removes: bool = False) -> None:
        super().__init__()
        self._keys = _ENTER | {Qt.Key.Key_Delete} if removes else _ENTER
        self.setText(sign)
        self.setObjectName("sign")
        self.say(words)

    def say(self, words: str) -> None:
        """Say what it does."""
        self.setToolTip(words)
        self.setAccessibleName(words)

    @override
    @reports_errors
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in self._keys:
            self.click()
        else:
            super().keyPressEvent(event)


class FoldButton(SignButton):
    """An arrow that opens what it stands before."""

    def __init__(self, words: str) -> None:
        super().__init__("", words)
        self.setObjectName("fold")
        self.setCheckable(True)
        self.setArrowType(Qt.ArrowType.RightArrow)
        self.toggled.connect(self._turn)

    def _turn(self, unfolded: bool) -> None:  # noqa: FBT001 - the signature of Qt's signal
        self.setArrowType(Qt.ArrowType.DownArrow if unfolded else Qt.ArrowType.RightArrow)


class AddButton(SignButton):
    """A button that adds something, which its text says."""

    def __init__(self, text: str, words: str) -> None:
        super().__init__(f"+  {text}", words)
