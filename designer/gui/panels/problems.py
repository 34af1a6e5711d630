"""What the checks found, one line each."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHeaderView, QLabel, QPushButton, QStackedLayout, QTableView, QWidget
from typing_extensions import override

from designer.checking.finding import Finding
from designer.gui.language.words import said
from designer.gui.panels.findings_table import FIX, PLACE, SENTENCE, SEVERITY, FindingsTable, place_of
from designer.gui.theme.fonts import elided, ui_font
from designer.gui.theme.metrics import GAP, GAP_LARGE, TEXT
from designer.gui.theme.theme import Theme

_WIDEST_FIX = 260
_ROW_HEIGHT = 30
_SIGN_WIDTH = 34


class ProblemsPanel(QWidget):
    """List findings."""

    chosen = Signal(object)
    """A `Finding` that was clicked."""
    fix_wanted = Signal(object)
    """A `Finding` whose fix is wanted."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = FindingsTable(theme, self)
        self.table = QTableView()
        self.table.setModel(self.model)
        self.table.setAccessibleName(self.tr("Problems"))
        self._prepare_table()
        self.nothing = QLabel()
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self.nothing)
        self._pages.addWidget(self.table)
        self.table.clicked.connect(self._choose)
        self.table.activated.connect(self._choose)
        self.table.verticalScrollBar().valueChanged.connect(self._offer_fixes)
        self.table.viewport().installEventFilter(self)
        self.show_checking()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings that are listed."""
        return self.model.findings

    def show_findings(self, findings: Iterable[Finding]) -> None:
        """Show these findings, in their order."""
        self.nothing.setText(self.tr("No problems"))
        listed = tuple(findings)
        if listed == self.findings:
            return
        place, here = self.table.verticalScrollBar().value(), self.table.currentIndex().row()
        before = self.findings[here : here + 1] if here >= 0 else ()
        self.model.show_findings(listed)
        # Whoever goes from problem to problem by keys comes back to where they were.
        kept = (listed.index(one) for one in before if one in listed)
        self.table.setCurrentIndex(self.model.index(next(kept, min(here, len(listed) - 1)), PLACE))
        self.table.horizontalHeader().resizeSection(PLACE, _widest_place(listed))
        self.table.horizontalHeader().resizeSection(FIX, _widest_fix(listed))
        self.table.verticalScrollBar().setValue(place)
        self._pages.setCurrentWidget(self.table if listed else self.nothing)
        self._offer_fixes()

    def show_checking(self) -> None:
        """Say that nothing is known yet."""
        self.show_findings(())
        self.nothing.setText(self.tr("Checking…"))

    def set_theme(self, theme: Theme) -> None:
        """Show everything in another theme."""
        self.model.set_theme(theme)
        self._offer_fixes()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.table.viewport() and event.type() in {QEvent.Type.Resize, QEvent.Type.Show}:
            self._offer_fixes()
        return super().eventFilter(watched, event)

    def _offer_fixes(self, *_: object) -> None:
        """Give the rows that are seen their buttons."""
        first = max(0, self.table.rowAt(0))
        seen = self.table.viewport().height() // _ROW_HEIGHT + 2
        for row, finding in enumerate(self.findings[first : first + seen], first):
            index = self.model.index(row, FIX)
            if finding.fix is not None and self.table.indexWidget(index) is None:
                self.table.setIndexWidget(index, self._fix_button(finding, said(finding.fix.title)))

    def _fix_button(self, finding: Finding, title: str) -> QPushButton:
        button = QPushButton(elided(title, TEXT, _WIDEST_FIX - 4 * GAP))
        button.setToolTip(title)
        button.clicked.connect(lambda: self.fix_wanted.emit(finding))
        return button

    def _prepare_table(self) -> None:
        table = self.table
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(SENTENCE, QHeaderView.ResizeMode.Stretch)
        header.resizeSection(SEVERITY, _SIGN_WIDTH)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setFrameShape(QTableView.Shape.NoFrame)
        table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(self.findings[index.row()])


def _widest_place(findings: Iterable[Finding]) -> int:
    longest = max((place_of(finding) for finding in findings), key=len, default="")
    return QFontMetrics(ui_font(TEXT, strong=True)).horizontalAdvance(longest) + 2 * GAP_LARGE


def _widest_fix(findings: Iterable[Finding]) -> int:
    longest = max((said(finding.fix.title) for finding in findings if finding.fix is not None), key=len, default="")
    return min(_WIDEST_FIX, GAP + (QPushButton(longest).sizeHint().width() if longest else 0))
