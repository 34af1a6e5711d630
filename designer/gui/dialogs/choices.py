"""What there is to choose, as a list that shows what some typed words leave of it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon, QPixmap
from typing_extensions import override

from designer.gui.dialogs.choice_row import DETAIL
from designer.gui.language.searchable import searchable
from designer.gui.theme.metrics import ICON

_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Something to choose.

    `detail` stands at the right end; `words` are searched beside the title; `icon` is made for what is seen alone.
    """

    id: str
    title: str
    detail: str = ""
    words: str = ""
    icon: Callable[[], QIcon] = QIcon


class ChoiceList(QAbstractListModel):
    """Offer choices; `left` are those that are shown."""

    def __init__(self, choices: Iterable[Choice], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all = list(choices)
        self.left = list(self._all)

    def leave(self, text: str) -> None:
        """Show only those in which every word of a text stands somewhere."""
        words = searchable(text).split()
        self.beginResetModel()
        pairs = zip(self._all, self._searched, strict=True)
        self.left = [choice for choice, searched in pairs if all(word in searched for word in words)]
        self.endResetModel()

    @cached_property
    def _searched(self) -> list[str]:
        """What is searched of each choice; nobody needs it who types nothing."""
        return [searchable(f"{choice.title} {choice.detail} {choice.words}") for choice in self._all]

    def best_row(self, text: str) -> int:
        """Return the row of what is called so, which comes before what only speaks of it."""
        words = searchable(text).split()
        named = (row for row, one in enumerate(self.left) if all(word in searchable(one.title) for word in words))
        return next(named, 0)

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.left)

    @override
    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        choice = self.left[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return choice.title
        if role == DETAIL:
            return choice.detail
        return _icon(choice) if role == Qt.ItemDataRole.DecorationRole else None


def _icon(choice: Choice) -> QIcon:
    """Return the picture; what has none begins below what has one."""
    icon = choice.icon()
    if not icon.isNull():
        return icon
    blank = QPixmap(ICON, ICON)
    blank.fill(Qt.GlobalColor.transparent)
    return QIcon(blank)
