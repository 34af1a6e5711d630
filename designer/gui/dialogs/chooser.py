"""A small window to type into and choose from: commands, and nodes to add."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListView, QVBoxLayout, QWidget
from typing_extensions import override

from designer.gui.dialogs.choice_row import ChoiceRow
from designer.gui.dialogs.choices import Choice, ChoiceList
from designer.gui.theme.metrics import GAP, ICON

_SIZE = QSize(380, 340)
_KEYS_OF_THE_LIST = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}


class Chooser(QFrame):
    """Let a person type, and choose one of what is left."""

    chosen = Signal(str)
    closed = Signal()

    def __init__(self, choices: Iterable[Choice], hint: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setWindowTitle(hint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.line = QLineEdit()
        self.line.setPlaceholderText(hint)
        self.line.setAccessibleName(hint)
        self.line.installEventFilter(self)
        self.choices = ChoiceList(choices, self)
        self.list = QListView()
        self.list.setModel(self.choices)
        self.list.setUniformItemSizes(True)
        self.list.setIconSize(QSize(ICON, ICON))
        self.list.setFrameShape(QListView.Shape.NoFrame)
        self.list.setItemDelegate(ChoiceRow(self.list))
        self.list.setAccessibleName(hint)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(GAP, GAP, GAP, GAP)
        rows.addWidget(self.line)
        rows.addWidget(self.list)
        self.resize(_SIZE)
        self.list.selectionModel().currentChanged.connect(self._describe)
        self._go_to(0)
        self.line.textChanged.connect(self._filter)
        self.line.returnPressed.connect(self._choose)
        self.list.clicked.connect(self._choose)

    def open_at(self, place: QPoint) -> None:
        """Show it with its upper left corner at a point of the screen."""
        room = self.screen().availableGeometry()
        self.move(
            max(room.left(), min(place.x(), room.right() - self.width())),
            max(room.top(), min(place.y(), room.bottom() - self.height())),
        )
        self.show()
        self.line.setFocus()
        # Qt tells readers on this occasion that the window below has become active, and they leave the line for it.
        self.windowHandle().activeChanged.connect(self._lead_back)

    def visible_ids(self) -> tuple[str, ...]:
        """Return what the typed words leave."""
        return tuple(choice.id for choice in self.choices.left)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _KEYS_OF_THE_LIST:
                self.list.keyPressEvent(event)
                return True
            if event.key() == Qt.Key.Key_Escape:
                return self.close()
        return super().eventFilter(watched, event)

    def _filter(self, text: str) -> None:
        self.choices.leave(text)
        self._go_to(self.choices.best_row(text))

    def _go_to(self, row: int) -> None:
        self.list.setCurrentIndex(self.choices.index(row))
        self._describe()

    def _describe(self, *_: object) -> None:
        """Let the line, which keeps the focus, say what Return would take."""
        row = self.list.currentIndex().row()
        here = self.choices.left[row : row + 1] if row >= 0 else []
        words = [one for choice in here for one in (choice.title, choice.detail) if one]
        self.line.setAccessibleDescription(", ".join(words) or self.tr("Nothing fits"))

    def _lead_back(self) -> None:
        if QAccessible.isActive() and self.line.hasFocus():
            QAccessible.updateAccessibility(QAccessibleEvent(self.line, QAccessible.Event.Focus))

    def _choose(self) -> None:
        row = self.list.currentIndex().row()
        chosen = self.choices.left[row].id if row >= 0 else ""
        self.close()
        if chosen:
            self.chosen.emit(chosen)
