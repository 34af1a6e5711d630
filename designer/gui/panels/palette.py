"""The kinds that may be placed, grouped, searched, dragged and double-clicked."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget
from typing_extensions import override

from designer.catalog.kind import Category, Kind
from designer.gui.canvas.gestures.place import KIND_MIME
from designer.gui.language.searchable import both, searchable
from designer.gui.language.words import tr
from designer.gui.quiet_line import QuietLine
from designer.gui.reporting import reports_errors
from designer.gui.theme.colors import color
from designer.gui.theme.fonts import ui_font
from designer.gui.theme.icons import kind_icon
from designer.gui.theme.metrics import GAP, ICON, TEXT_SMALL
from designer.gui.theme.theme import Theme

_KIND = Qt.ItemDataRole.UserRole
_WORDS = Qt.ItemDataRole.UserRole + 1


class KindTree(QTreeWidget):
    """Show kinds below their categories; what is dragged says which kind it is."""

    drag_started = Signal()

    @override
    def mimeData(self, items: Sequence[QTreeWidgetItem]) -> QMimeData:
        data = QMimeData()
        for item in items:
            if kind := item.data(0, _KIND):
                data.setData(KIND_MIME, str(kind).encode())
        return data

    @override
    @reports_errors
    def startDrag(self, supportedActions: Qt.DropAction) -> None:
        item = self.currentItem()
        if item is not None and item.data(0, _KIND):
            self.drag_started.emit()
            super().startDrag(Qt.DropAction.CopyAction)


class _KindItem(QTreeWidgetItem):
    """The row of a kind, whose icon is drawn when it is first seen."""

    def __init__(self, kind: Kind, theme: Theme) -> None:
        super().__init__([tr(kind.title)])
        self._kind, self._theme = kind, theme

    @override
    def data(self, column: int, role: int) -> object:
        if role == Qt.ItemDataRole.DecorationRole:
            return kind_icon(self._kind.id, self._theme, self._kind.category)
        return super().data(column, role)


class PalettePanel(QWidget):
    """Offer kinds."""

    kind_chosen = Signal(str)
    """A kind was double-clicked, or chosen with the return key."""
    drag_started = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = QuietLine()
        self.search.setPlaceholderText(self.tr("Search nodes"))
        self.search.setAccessibleName(self.tr("Search nodes"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._filter)
        self.search.returnPressed.connect(self._choose_first)
        self.tree = KindTree()
        self._prepare_tree()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(GAP, GAP, GAP, GAP)
        rows.addWidget(self.search)
        rows.addWidget(self.tree)

    def show_kinds(self, kinds: Iterable[Kind], theme: Theme) -> None:
        """Show these kinds by category, in the order of the categories."""
        listed = tuple(kinds)
        self.tree.clear()
        for category in Category:
            inside = [kind for kind in listed if kind.category is category]
            if inside:
                group = self._group(category, inside, theme)
                self.tree.addTopLevelItem(group)
                # Of all that is expanded a reader says so, whether or not there is something in it.
                group.setExpanded(True)
        self._filter(self.search.text())

    def visible_kinds(self) -> tuple[str, ...]:
        """Return the kinds that the search leaves."""
        return tuple(str(item.data(0, _KIND)) for item in self._kinds() if not item.isHidden())

    def _prepare_tree(self) -> None:
        self.tree.setHeaderHidden(True)
        self.tree.setRootIsDecorated(False)
        self.tree.setIndentation(0)
        self.tree.setIconSize(QSize(ICON + 2, ICON + 2))
        self.tree.setFrameShape(QTreeWidget.Shape.NoFrame)
        self.tree.setDragEnabled(True)
        self.tree.setDragDropMode(QTreeWidget.DragDropMode.DragOnly)
        self.tree.setAccessibleName(self.tr("Nodes to place"))
        self.tree.setItemsExpandable(False)
        self.tree.setUniformRowHeights(False)
        self.tree.itemActivated.connect(self._choose)
        self.tree.drag_started.connect(self.drag_started)

    def _group(self, category: Category, kinds: list[Kind], theme: Theme) -> QTreeWidgetItem:
        group = QTreeWidgetItem([tr(category.value).upper()])
        group.setFlags(Qt.ItemFlag.ItemIsEnabled)
        group.setFont(0, ui_font(TEXT_SMALL - 1, strong=True))
        group.setForeground(0, color(theme.ink.muted))
        group.setSizeHint(0, QSize(0, 30))
        for kind in kinds:
            item = _KindItem(kind, theme)
            item.setToolTip(0, f"{tr(kind.summary)}\n" + self.tr("Drag it onto the canvas, or double-click."))
            item.setData(0, _KIND, kind.id)
            item.setData(
                0, _WORDS, searchable(f"{kind.id} {both(kind.title)} {both(kind.summary)} {both(kind.category)}")
            )
            item.setSizeHint(0, QSize(0, 32))
            group.addChild(item)
        return group

    def _groups(self) -> list[QTreeWidgetItem]:
        found = (self.tree.topLevelItem(row) for row in range(self.tree.topLevelItemCount()))
        return [group for group in found if group is not None]

    def _kinds(self) -> list[QTreeWidgetItem]:
        return [item for group in self._groups() for item in _children(group)]

    def _filter(self, text: str) -> None:
        words = searchable(text).split()
        for item in self._kinds():
            item.setHidden(not all(word in str(item.data(0, _WORDS)) for word in words))
        for group in self._groups():
            group.setHidden(all(item.isHidden() for item in _children(group)))

    def _choose(self, item: QTreeWidgetItem) -> None:
        if kind := item.data(0, _KIND):
            self.kind_chosen.emit(str(kind))

    def _choose_first(self) -> None:
        visible = self.visible_kinds()
        if self.search.text().strip() and visible:
            self.kind_chosen.emit(visible[0])


def _children(group: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    found = (group.child(row) for row in range(group.childCount()))
    return [item for item in found if item is not None]
