"""Findings as rows of a table; what a row shows is made when it is seen."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from designer.checking.finding import Finding, Severity
from designer.gui.language.words import said, tr
from designer.gui.theme.colors import color
from designer.gui.theme.fonts import ui_font
from designer.gui.theme.icons import icon_pixmap
from designer.gui.theme.metrics import TEXT
from designer.gui.theme.theme import Theme

SEVERITY, PLACE, SENTENCE, FIX = range(4)
_ICONS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "info"}
_ICON_PIXELS = 16
_NOWHERE = QModelIndex()
_Role = Qt.ItemDataRole


class FindingsTable(QAbstractTableModel):
    """Show findings, in their order."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.findings: tuple[Finding, ...] = ()
        self._theme = theme

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Show these findings and no others."""
        self.beginResetModel()
        self.findings = findings
        self.endResetModel()

    def set_theme(self, theme: Theme) -> None:
        """Show everything in another theme."""
        self.beginResetModel()
        self._theme = theme
        self.endResetModel()

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.findings)

    @override
    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return FIX + 1

    @override
    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = _Role.DisplayRole) -> object:
        finding = self.findings[index.row()]
        if index.column() == SEVERITY:
            return self._sign(finding, role)
        if index.column() == PLACE:
            return {_Role.DisplayRole: place_of(finding), _Role.FontRole: ui_font(TEXT, strong=True)}.get(_Role(role))
        return self._sentence(finding, role) if index.column() == SENTENCE else None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> object:
        if role == _Role.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        words = {PLACE: tr("Where"), SENTENCE: tr("What")}
        return (
            words.get(section, "") if role == _Role.DisplayRole and orientation == Qt.Orientation.Horizontal else None
        )

    def _sign(self, finding: Finding, role: int) -> object:
        if role == _Role.DecorationRole:
            return icon_pixmap("actions", _ICONS[finding.severity], self._ink(finding), _ICON_PIXELS)
        return tr(finding.severity.value) if role in {_Role.ToolTipRole, _Role.AccessibleTextRole} else None

    def _sentence(self, finding: Finding, role: int) -> object:
        if role == _Role.DisplayRole:
            return said(finding.message)
        if role == _Role.ToolTipRole:
            return f"{said(finding.message)}\n({finding.rule})"
        is_quiet = role == _Role.ForegroundRole and finding.severity is Severity.HINT
        return color(self._theme.ink.muted) if is_quiet else None

    def _ink(self, finding: Finding) -> str:
        ink = self._theme.ink
        return {Severity.ERROR: ink.error, Severity.WARNING: ink.warning}.get(finding.severity, ink.muted)


def place_of(finding: Finding) -> str:
    """Return where a finding is, in words."""
    return " → ".join(part for part in (finding.node, finding.port, finding.setting) if part)
