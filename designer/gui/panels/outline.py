"""The outline: every node by name, in the frame or map that it stands in."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QAbstractItemView, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from designer.catalog.kind import Kind
from designer.document.model import Document
from designer.gui.language.words import tr
from designer.gui.theme.icons import kind_icon
from designer.gui.theme.theme import Theme

_Select = QItemSelectionModel.SelectionFlag
_ID = Qt.ItemDataRole.UserRole
_SAID = Qt.ItemDataRole.AccessibleTextRole
_FEW = 10
_ROWS = "QTreeView::item { padding: 4px 0; }"


class OutlinePanel(QWidget):
    """Show the nodes as a tree, in step with the canvas; tell which ones are chosen."""

    chosen = Signal(object)
    """The ids of the chosen nodes, as a frozen set."""
    activated = Signal(str)

    def __init__(self, kinds: Mapping[str, Kind], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kinds = kinds
        self._theme = theme
        self._items: dict[str, QTreeWidgetItem] = {}
        self._shape: Mapping[str, tuple[str, str]] = {}
        self._frames: object = ()
        self._counts: dict[str, int] = {}
        self.tree = QTreeWidget()
        self.tree.setHeaderHidden(True)
        self.tree.setAccessibleName(self.tr("Outline of the pipeline"))
        self.tree.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.tree.setFrameShape(QTreeWidget.Shape.NoFrame)
        self.tree.setStyleSheet(_ROWS)
        self.tree.itemSelectionChanged.connect(self._tell)
        self.tree.itemActivated.connect(lambda item: self.activated.emit(str(item.data(0, _ID) or "")))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.tree)

    def show_document(self, document: Document) -> None:
        """Show another document; what both have alike is left alone."""
        shape = {node.id: (node.kind, node.inside) for node in document.nodes.values()}
        frames = tuple((frame.id, frame.title, frame.nodes) for frame in document.frames)
        before, self._shape = self._shape, shape
        same_frames, self._frames = frames == self._frames, frames
        if before == shape and same_frames:
            return
        loose = all(not inside for _, inside in (*before.values(), *shape.values()))
        if same_frames and not frames and loose and all(shape.get(one, kind) == kind for one, kind in before.items()):
            self._show_loose(document, before.keys() - shape.keys())
        else:
            self._show_anew(document)

    def _show_loose(self, document: Document, gone: Iterable[str]) -> None:
        """Take away and add what changed, where nothing stands in anything."""
        self.tree.blockSignals(True)  # noqa: FBT003 - Qt takes it by position only
        for node_id in gone:
            self.tree.takeTopLevelItem(self.tree.indexOfTopLevelItem(self._items.pop(node_id)))
            self._counts.pop(node_id, None)
        for node_id in [one for one in document.nodes if one not in self._items]:
            self._add(document, node_id, {})
        self.tree.blockSignals(False)  # noqa: FBT003 - the same

    def _show_anew(self, document: Document) -> None:
        selected = {name for name, item in self._items.items() if item.isSelected()}
        self.tree.blockSignals(True)  # noqa: FBT003 - Qt takes it by position only
        self.tree.clear()
        self._items, self._counts = {}, {}
        framed: dict[str, QTreeWidgetItem] = {}
        for frame in document.frames:
            parent = self._frame(frame.title)
            self.tree.addTopLevelItem(parent)
            framed.update(dict.fromkeys(frame.nodes, parent))
        for node_id in document.nodes:
            self._add(document, node_id, framed)
        # Of all that is expanded a reader says so, whether or not there is something in it.
        for holder in [*self._holders()][1:]:
            holder.setExpanded(True)
        for name in selected & self._items.keys():
            self._items[name].setSelected(True)
        self.tree.blockSignals(False)  # noqa: FBT003 - the same

    def show_selection(self, selection: Iterable[str]) -> None:
        """Mark what is selected on the canvas."""
        wanted, before = frozenset(selection), self._selected()
        if wanted == before:
            return
        self.tree.blockSignals(True)  # noqa: FBT003 - Qt takes it by position only
        self.tree.selectionModel().select(self._rows_of(wanted), _Select.ClearAndSelect)
        for name in sorted(wanted & self._items.keys())[:1]:
            self.tree.scrollToItem(self._items[name])
        self.tree.blockSignals(False)  # noqa: FBT003 - the same

    def show_problems(self, counts: Mapping[str, int]) -> None:
        """Say behind each name how many problems the node has."""
        for name, item in self._items.items():
            count = counts.get(name, 0)
            if count != self._counts.get(name, 0):
                item.setText(0, f"{name}   ⚠ {count}" if count else name)
                problems = self.tr("1 problem") if count == 1 else self.tr("{} problems").format(count)
                item.setData(0, _SAID, f"{name}, {item.toolTip(0)}" + (f", {problems}" if count else ""))
                self._counts[name] = count

    def set_theme(self, theme: Theme) -> None:
        """Draw it in another theme."""
        self._theme = theme
        icons = {kind: self._icon(kind) for kind, _ in set(self._shape.values())}
        for node_id, item in self._items.items():
            item.setIcon(0, icons[self._shape[node_id][0]])

    def _add(self, document: Document, node_id: str, framed: Mapping[str, QTreeWidgetItem]) -> QTreeWidgetItem:
        if node_id in self._items:
            return self._items[node_id]
        node = document.nodes[node_id]
        item = QTreeWidgetItem([node_id])
        item.setData(0, _ID, node_id)
        kind = self._kinds.get(node.kind)
        item.setIcon(0, self._icon(node.kind))
        item.setToolTip(0, tr(kind.title) if kind else node.kind)
        item.setData(0, _SAID, f"{node_id}, {item.toolTip(0)}")
        self._items[node_id] = item
        if node.inside in document.nodes and node.inside != node_id:
            self._add(document, node.inside, framed).addChild(item)
        elif node_id in framed:
            framed[node_id].addChild(item)
        else:
            self.tree.addTopLevelItem(item)
        return item

    def _icon(self, kind: str) -> QIcon:
        known = self._kinds.get(kind)
        return kind_icon(kind, self._theme, known.category if known else "")

    def _frame(self, title: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem([title])
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        return item

    def _rows_of(self, ids: frozenset[str]) -> QItemSelection:
        """Return the rows of these nodes, those that follow each other as one range: Qt takes long over many."""
        selection, model = QItemSelection(), self.tree.model()
        if len(ids) <= _FEW:  # looked up one by one: Qt goes through all rows for each
            for item in (self._items[one] for one in ids if one in self._items):
                selection.select(self.tree.indexFromItem(item), self.tree.indexFromItem(item))
            return selection
        for holder in self._holders():
            inside = self.tree.indexFromItem(holder)
            rows = [row for row, item in enumerate(_children(holder)) if item.data(0, _ID) in ids]
            for first, last in _ranges(rows):
                selection.select(model.index(first, 0, inside), model.index(last, 0, inside))
        return selection

    def _holders(self) -> Iterator[QTreeWidgetItem]:
        """Yield the items that have others in them, from the outermost."""
        waiting = [self.tree.invisibleRootItem()]
        while waiting:
            holder = waiting.pop()
            yield holder
            waiting += [item for item in _children(holder) if item.childCount()]

    def _selected(self) -> frozenset[str]:
        return frozenset(str(item.data(0, _ID)) for item in self.tree.selectedItems() if item.data(0, _ID))

    def _tell(self) -> None:
        self.chosen.emit(self._selected())


def _children(holder: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    return [item for row in range(holder.childCount()) if (item := holder.child(row)) is not None]


def _ranges(rows: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last of rows that follow each other."""
    first = 0
    for place, row in enumerate(rows, 1):
        if place == len(rows) or rows[place] != row + 1:
            yield rows[first], row
            first = place
