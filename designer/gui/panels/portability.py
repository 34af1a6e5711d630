"""The portability lens: how each target takes each node, and what changes when another is chosen."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QLabel, QSplitter, QStackedLayout, QTableView, QVBoxLayout, QWidget

from designer.gui.bridge.portability import Lens
from designer.gui.language.words import said
from designer.gui.panels.lens_table import LensTable, level_words
from designer.gui.theme.metrics import GAP_LARGE
from designer.gui.theme.theme import Theme

_DETAIL_WIDTH = 270
_LEAST_WIDTH = 110


class PortabilityPanel(QWidget):
    """Show the lens; tell which node was chosen, and when the panel is seen."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = LensTable(theme, self)
        self.table = QTableView()
        self.table.setModel(self.model)
        self.table.setAccessibleName(self.tr("How each target takes each node and edge"))
        self.detail = QLabel()
        self.detail.setWordWrap(True)
        self.detail.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.detail.setContentsMargins(GAP_LARGE, GAP_LARGE, GAP_LARGE, GAP_LARGE)
        self.detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.obstacle = QLabel()
        self.obstacle.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.obstacle.setWordWrap(True)
        both = QSplitter()
        both.addWidget(self.table)
        both.addWidget(self.detail)
        both.setStretchFactor(0, 1)
        both.setSizes([2 * _DETAIL_WIDTH, _DETAIL_WIDTH])
        page = QWidget()
        rows = QVBoxLayout(page)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(both)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self.obstacle)
        self._pages.addWidget(page)
        self._prepare_table()
        self.table.selectionModel().currentRowChanged.connect(lambda index, _: self._explain(index.row()))
        self.table.clicked.connect(self._choose)

    @property
    def lens(self) -> Lens:
        """The lens that is shown."""
        return self.model.lens

    def show_lens(self, lens: Lens) -> None:
        """Show another lens."""
        if lens == self.lens:
            return
        row = max(0, min(self.table.currentIndex().row(), len(lens.rows) - 1))
        self.model.show_lens(lens)
        # Every target stays in sight: it is the names that give way.
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.obstacle.setText(lens.obstacle or self.tr("There are no nodes yet."))
        self._pages.setCurrentIndex(1 if lens.rows else 0)
        if lens.rows:
            self.table.setCurrentIndex(self.model.index(row, 0))
            self._explain(row)

    def set_theme(self, theme: Theme) -> None:
        """Show everything in another theme."""
        self.model.set_theme(theme)

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(self.lens.rows[index.row()].node)

    def _explain(self, number: int) -> None:
        if not 0 <= number < len(self.lens.rows):
            self.detail.setText("")
            return
        row = self.lens.rows[number]
        taken = [
            f"<b>{target}</b>: {level_words(level)}{'. ' + _escaped(said(reason)) if reason else ''}"
            for target, (level, reason) in zip(self.lens.targets, row.taken, strict=True)
            if level
        ]
        changes = [f"• {_escaped(change)}" for change in row.changes]
        told = [*taken, "", f"<b>{self.tr('With another target')}</b>", *changes] if changes else taken
        self.detail.setText("<br>".join([f"<b>{_escaped(row.title or row.node)}</b>", *told]))

    def _prepare_table(self) -> None:
        table = self.table
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(28)
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        # What is seen says how wide a column is; to ask a thousand rows takes longer than to show them.
        header.setResizeContentsPrecision(0)
        header.setMinimumSectionSize(_LEAST_WIDTH)
        header.setHighlightSections(False)
        table.setShowGrid(False)
        table.setFrameShape(QTableView.Shape.NoFrame)
        table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
