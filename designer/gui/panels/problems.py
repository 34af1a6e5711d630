"""What the checks found, one line each."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHeaderView, QLabel, QPushButton, QStackedLayout, QTableWidget, QTableWidgetItem, QWidget

from designer.checking.finding import Finding, Severity
from designer.gui.language.words import said, tr
from designer.gui.theme.colors import color
from designer.gui.theme.fonts import elided, ui_font
from designer.gui.theme.icons import icon_pixmap
from designer.gui.theme.metrics import GAP, TEXT
from designer.gui.theme.theme import Theme

_SEVERITY, _PLACE, _SENTENCE, _FIX = range(4)
_WIDEST_FIX = 260
_ICONS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "info"}


class ProblemsPanel(QWidget):
    """List findings."""

    chosen = Signal(object)
    """A `Finding` that was clicked."""
    fix_wanted = Signal(object)
    """A `Finding` whose fix is wanted."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.findings: tuple[Finding, ...] = ()
        self.table = QTableWidget(0, 4)
        self.table.setHorizontalHeaderLabels(["", self.tr("Where"), self.tr("What"), ""])
        self.table.setAccessibleName(self.tr("Problems"))
        self._prepare_table()
        self.nothing = QLabel(self.tr("No problems"))
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self.nothing)
        self._pages.addWidget(self.table)
        self.table.cellClicked.connect(self._choose)
        self.table.cellActivated.connect(self._choose)

    def show_findings(self, findings: Iterable[Finding]) -> None:
        """Show these findings, in their order."""
        listed = tuple(findings)
        if listed == self.findings and self.table.rowCount() == len(listed):
            return
        here = self.table.currentRow()
        before = self.findings[here : here + 1] if here >= 0 else ()
        self.findings = listed
        self.table.setRowCount(0)
        self.table.setRowCount(len(listed))
        for row, finding in enumerate(listed):
            self._fill(row, finding)
        # Whoever goes from problem to problem by keys comes back to where they were.
        kept = (listed.index(one) for one in before if one in listed)
        self.table.setCurrentCell(next(kept, min(here, len(listed) - 1)), _PLACE)
        self.table.resizeColumnToContents(_PLACE)
        self.table.horizontalHeader().resizeSection(_FIX, self._widest_fix())
        self._pages.setCurrentWidget(self.table if listed else self.nothing)

    def set_theme(self, theme: Theme) -> None:
        """Show everything in another theme."""
        self._theme = theme
        findings, self.findings = self.findings, ()
        self.table.setRowCount(0)
        self.show_findings(findings)

    def _widest_fix(self) -> int:
        widths = [
            self.table.cellWidget(row, _FIX).sizeHint().width()
            for row, finding in enumerate(self.findings)
            if finding.fix is not None
        ]
        return min(_WIDEST_FIX, max(widths, default=0) + GAP)

    def _prepare_table(self) -> None:
        table = self.table
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(30)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        header.setSectionResizeMode(_SENTENCE, QHeaderView.ResizeMode.Stretch)
        header.resizeSection(_SEVERITY, 34)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setFrameShape(QTableWidget.Shape.NoFrame)
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)

    def _fill(self, row: int, finding: Finding) -> None:
        ink = _ink(finding.severity, self._theme)
        sign = QTableWidgetItem()
        sign.setData(Qt.ItemDataRole.DecorationRole, icon_pixmap("actions", _ICONS[finding.severity], ink, 16))
        sign.setToolTip(tr(finding.severity.value))
        place = QTableWidgetItem(" → ".join(part for part in (finding.node, finding.port, finding.setting) if part))
        place.setFont(ui_font(TEXT, strong=True))
        message = said(finding.message)
        sentence = QTableWidgetItem(message)
        sentence.setToolTip(f"{message}\n({finding.rule})")
        if finding.severity is Severity.HINT:
            sentence.setForeground(color(self._theme.ink.muted))
        for column, item in ((_SEVERITY, sign), (_PLACE, place), (_SENTENCE, sentence)):
            self.table.setItem(row, column, item)
        if finding.fix is not None:
            title = said(finding.fix.title)
            button = QPushButton(elided(title, TEXT, _WIDEST_FIX - 4 * GAP))
            button.setToolTip(title)
            button.clicked.connect(lambda: self.fix_wanted.emit(finding))
            self.table.setCellWidget(row, _FIX, button)

    def _choose(self, row: int, _: int = 0) -> None:
        if 0 <= row < len(self.findings):
            self.chosen.emit(self.findings[row])


def _ink(severity: Severity, theme: Theme) -> str:
    return {Severity.ERROR: theme.ink.error, Severity.WARNING: theme.ink.warning}.get(severity, theme.ink.muted)
