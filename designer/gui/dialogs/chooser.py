"""A small window to type into and choose from: commands, and nodes to add."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QPixmap
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget
from typing_extensions import override

from designer.gui.dialogs.choice_row import DETAIL, ChoiceRow
from designer.gui.language.searchable import searchable
from designer.gui.theme.metrics import GAP, ICON

_ID = Qt.ItemDataRole.UserRole
_WORDS = Qt.ItemDataRole.UserRole + 1
_SIZE = QSize(380, 340)
_KEYS_OF_THE_LIST = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Something to choose; `words` are searched beside the title, `detail` stands at the right end."""

    id: str
    title: str
    detail: str = ""
    words: str = ""
    icon: QIcon = field(default_factory=QIcon)


class Chooser(QFrame):
    """Let a person type, and choose one of what is left."""

    chosen = Signal(str)

    def __init__(self, choices: Iterable[Choice], hint: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.line = QLineEdit()
        self.line.setPlaceholderText(hint)
        self.line.setAccessibleName(hint)
        self.line.installEventFilter(self)
        self.list = QListWidget()
        self.list.setIconSize(QSize(ICON, ICON))
        self.list.setFrameShape(QListWidget.Shape.NoFrame)
        self.list.setItemDelegate(ChoiceRow(self.list))
        self.list.setAccessibleName(hint)
        blank = QPixmap(ICON, ICON)
        blank.fill(Qt.GlobalColor.transparent)
        for choice in choices:
            # What has no picture begins below what has one.
            item = QListWidgetItem(QIcon(blank) if choice.icon.isNull() else choice.icon, choice.title)
            item.setData(_ID, choice.id)
            item.setData(_WORDS, searchable(f"{choice.title} {choice.detail} {choice.words}"))
            item.setData(DETAIL, choice.detail)
            self.list.addItem(item)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(GAP, GAP, GAP, GAP)
        rows.addWidget(self.line)
        rows.addWidget(self.list)
        self.resize(_SIZE)
        self.list.setCurrentRow(0)
        self.line.textChanged.connect(self._filter)
        self.line.returnPressed.connect(self._choose)
        self.list.itemClicked.connect(self._choose)

    def open_at(self, place: QPoint) -> None:
        """Show it with its upper left corner at a point of the screen."""
        room = self.screen().availableGeometry()
        self.move(
            max(room.left(), min(place.x(), room.right() - self.width())),
            max(room.top(), min(place.y(), room.bottom() - self.height())),
        )
        self.show()
        self.line.setFocus()

    def visible_ids(self) -> tuple[str, ...]:
        """Return what the typed words leave."""
        return tuple(str(item.data(_ID)) for item in self._items() if not item.isHidden())

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _KEYS_OF_THE_LIST:
                self.list.keyPressEvent(event)
                return True
            if event.key() == Qt.Key.Key_Escape:
                return self.close()
        return super().eventFilter(watched, event)

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def _filter(self, text: str) -> None:
        words = searchable(text).split()
        for item in self._items():
            item.setHidden(not all(word in str(item.data(_WORDS)) for word in words))
        left = [item for item in self._items() if not item.isHidden()]
        # What is called so comes before what only speaks of it.
        named = (item for item in left if all(word in searchable(item.text()) for word in words))
        best = next(named, left[0] if left else None)
        if best is not None:
            self.list.setCurrentItem(best)

    def _choose(self) -> None:
        visible, row = self.visible_ids(), self.list.currentRow()
        chosen = str(self.list.item(row).data(_ID)) if row >= 0 else ""
        self.close()
        if chosen in visible:
            self.chosen.emit(chosen)
