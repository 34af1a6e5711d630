"""The portability lens as a table; what a row shows is made when it is seen."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from designer.gui.bridge.portability import Lens, LensRow
from designer.gui.language.words import said, tr
from designer.gui.theme.colors import color
from designer.gui.theme.fonts import ui_font
from designer.gui.theme.icons import icon_pixmap
from designer.gui.theme.metrics import TEXT
from designer.gui.theme.theme import Theme

_SIGNS = {"native": "check", "lowered": "info", "impossible": "error"}
_ICON_PIXELS = 16
_NOWHERE = QModelIndex()
_Role = Qt.ItemDataRole


class LensTable(QAbstractTableModel):
    """Show a row for each node or edge, and a column for each target."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lens = Lens()
        self._theme = theme

    def show_lens(self, lens: Lens) -> None:
        """Show another lens."""
        self.beginResetModel()
        self.lens = lens
        self.endResetModel()

    def set_theme(self, theme: Theme) -> None:
        """Show everything in another theme."""
        self._theme = theme
        self.layoutChanged.emit()

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.lens.rows)

    @override
    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else 1 + len(self.lens.targets)

    @override
    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = _Role.DisplayRole) -> object:
        row = self.lens.rows[index.row()]
        if index.column() == 0:
            return _name(row, role)
        level, reason = row.taken[index.column() - 1]
        if role == _Role.DecorationRole:
            return icon_pixmap("actions", _SIGNS[level], self._ink(level), _ICON_PIXELS) if level in _SIGNS else None
        if role == _Role.ForegroundRole:
            return color(self._ink(level))
        if role == _Role.AccessibleTextRole:
            changes = _changes(row) if index.column() == len(row.taken) else ""
            return ". ".join(one for one in (level_words(level), said(reason).removesuffix("."), changes) if one)
        return {_Role.DisplayRole: level_words(level), _Role.ToolTipRole: said(reason)}.get(_Role(role))

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> object:
        if role == _Role.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role != _Role.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return (tr("Node or edge"), *self.lens.targets)[section]

    def _ink(self, level: str) -> str:
        ink = self._theme.ink
        return {"native": ink.success, "lowered": ink.warning, "impossible": ink.error}.get(level, ink.muted)


def level_words(level: str) -> str:
    """Return how a level of support is said."""
    words = {"native": tr("Native"), "lowered": tr("By other steps"), "impossible": tr("Not possible")}
    return words.get(level, level)


def _name(row: LensRow, role: int) -> object:
    if role == _Role.DisplayRole:
        return row.title or row.node
    return ui_font(TEXT, strong=not row.title) if role == _Role.FontRole else None


def _changes(row: LensRow) -> str:
    return tr("{}: {}").format(tr("With another target"), " ".join(row.changes)) if row.changes else ""
