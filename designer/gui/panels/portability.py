"""The portability lens: how each target takes each node, and what changes when another is chosen."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHeaderView,
    QLabel,
    QSplitter,
    QStackedLayout,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from designer.gui.bridge.portability import Lens, LensRow
from designer.gui.language.words import said
from designer.gui.theme.colors import color
from designer.gui.theme.fonts import ui_font
from designer.gui.theme.icons import icon_pixmap
from designer.gui.theme.metrics import GAP_LARGE, TEXT
from designer.gui.theme.theme import Theme

_SIGNS = {"native": "check", "lowered": "info", "impossible": "error"}
_ICON = 16
_DETAIL_WIDTH = 270
_LEAST_WIDTH = 110


class PortabilityPanel(QWidget):
    """Show the lens; tell which node was chosen, and when the panel is seen."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.lens = Lens()
        self.table = QTableWidget(0, 0)
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
        self.table.currentCellChanged.connect(lambda row, *_: self._explain(row))
        self.table.cellClicked.connect(lambda row, _: self.chosen.emit(self.lens.rows[row].node))

    def show_lens(self, lens: Lens) -> None:
        """Show another lens."""
        if lens == self.lens:
            return
        self.lens = lens
        self.table.setRowCount(0)
        self.table.setColumnCount(1 + len(lens.targets))
        self.table.setHorizontalHeaderLabels([self.tr("Node or edge"), *lens.targets])
        self.table.setRowCount(len(lens.rows))
        for number, row in enumerate(lens.rows):
            self._fill(number, row)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        # Every target stays in sight: it is the names that give way.
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.obstacle.setText(lens.obstacle or self.tr("There are no nodes yet."))
        self._pages.setCurrentIndex(1 if lens.rows else 0)
        if lens.rows:
            self.table.setCurrentCell(0, 0)
            self._explain(0)

    def set_theme(self, theme: Theme) -> None:
        """Show everything in another theme."""
        self._theme = theme
        lens, self.lens = self.lens, Lens()
        self.show_lens(lens)

    def _fill(self, number: int, row: LensRow) -> None:
        name = QTableWidgetItem(row.title or row.node)
        name.setFont(ui_font(TEXT, strong=not row.title))
        self.table.setItem(number, 0, name)
        for column, (level, reason) in enumerate(row.taken, 1):
            item = QTableWidgetItem(self._words(level))
            item.setToolTip(said(reason))
            if level in _SIGNS:
                item.setData(
                    Qt.ItemDataRole.DecorationRole, icon_pixmap("actions", _SIGNS[level], self._ink(level), _ICON)
                )
            item.setForeground(color(self._ink(level)))
            self.table.setItem(number, column, item)

    def _explain(self, number: int) -> None:
        if not 0 <= number < len(self.lens.rows):
            self.detail.setText("")
            return
        row = self.lens.rows[number]
        taken = [
            f"<b>{target}</b>: {self._words(level)}{'. ' + _escaped(said(reason)) if reason else ''}"
            for target, (level, reason) in zip(self.lens.targets, row.taken, strict=True)
            if level
        ]
        changes = [f"• {_escaped(change)}" for change in row.changes]
        told = [*taken, "", f"<b>{self.tr('With another target')}</b>", *changes] if changes else taken
        self.detail.setText("<br>".join([f"<b>{_escaped(row.title or row.node)}</b>", *told]))

    def _words(self, level: str) -> str:
        words = {
            "native": self.tr("Native"),
            "lowered": self.tr("By other steps"),
            "impossible": self.tr("Not possible"),
        }
        return words.get(level, level)

    def _ink(self, level: str) -> str:
        ink = self._theme.ink
        return {"native": ink.success, "lowered": ink.warning, "impossible": ink.error}.get(level, ink.muted)

    def _prepare_table(self) -> None:
        table = self.table
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(28)
        table.horizontalHeader().setMinimumSectionSize(_LEAST_WIDTH)
        table.horizontalHeader().setHighlightSections(False)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        table.setShowGrid(False)
        table.setFrameShape(QTableWidget.Shape.NoFrame)
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
