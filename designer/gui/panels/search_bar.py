"""The line to search by, over the upper right corner of the canvas."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget
from typing_extensions import override

from designer.gui.theme.icons import action_icon
from designer.gui.theme.metrics import GAP, GAP_LARGE
from designer.gui.theme.theme import Theme

_WIDTH = 340


class SearchBar(QFrame):
    """Let a person type, and go from match to match."""

    typed = Signal(str)
    wanted = Signal(int)
    """1: the next match, -1: the one before."""
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.line = QLineEdit()
        self.line.setPlaceholderText(self.tr("Search names, kinds and settings"))
        self.line.setAccessibleName(self.tr("Search"))
        self.line.setClearButtonEnabled(True)
        self.line.textChanged.connect(self.typed)
        self.line.installEventFilter(self)
        self.count = QLabel()
        self.close_button = QToolButton()
        self.close_button.setAutoRaise(True)
        self.close_button.setAccessibleName(self.tr("Close the search"))
        self.close_button.clicked.connect(self.leave)
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP, GAP, GAP, GAP)
        for widget in (self.line, self.count, self.close_button):
            row.addWidget(widget)
        self.setFixedWidth(_WIDTH)
        self.set_theme(theme)
        parent.installEventFilter(self)
        self.hide()

    def open(self) -> None:
        """Show it, with what was searched last marked to be typed over."""
        self._settle()
        self.show()
        self.raise_()
        self.line.setFocus()
        self.line.selectAll()
        self.typed.emit(self.line.text())

    def leave(self) -> None:
        """Put it away."""
        if self.isVisible():
            self.hide()
            self.left.emit()

    def show_count(self, at: int, count: int) -> None:
        """Say which match is shown of how many; `at` counts from 1."""
        if not self.line.text().strip():
            self.count.setText("")
        elif count == 0:
            self.count.setText(self.tr("No results"))
        else:
            self.count.setText(self.tr("{} of {}").format(at, count))
        self.line.setAccessibleDescription(self.count.text())

    def set_theme(self, theme: Theme) -> None:
        """Draw it in another theme."""
        self.close_button.setIcon(action_icon("close", theme))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.parent() and event.type() == QEvent.Type.Resize:
            self._settle()
        if watched is self.line and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self.leave()
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self.wanted.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
                return True
        return super().eventFilter(watched, event)

    def _settle(self) -> None:
        parent = self.parentWidget()
        if parent is not None:
            self.adjustSize()
            self.move(parent.width() - self.width() - GAP_LARGE, GAP_LARGE)
