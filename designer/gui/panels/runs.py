"""Executions of the deployed pipeline and their steps."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from designer.aws.runs import ENDED, RunRecord, RunStatus, StepRecord
from designer.gui.language.words import tr
from designer.gui.theme.colors import color
from designer.gui.theme.metrics import GAP
from designer.gui.theme.theme import Theme
from designer.monitoring.reasons import short_reason

_NAME, _STATUS, _STARTED, _TOOK, _REASON = range(5)
_RUN = Qt.ItemDataRole.UserRole
_WIDTHS = {_NAME: 260, _STATUS: 100, _STARTED: 160, _TOOK: 90}


class RunsPanel(QWidget):
    """List executions."""

    run_chosen = Signal(object)
    """A `RunRecord` whose progress is to be shown on the canvas."""
    refresh_wanted = Signal()
    stop_wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._runs: dict[str, RunRecord] = {}
        self.note = QLabel(self.tr("Nothing has run yet. Deploy the pipeline, then run it."))
        self.refresh = QPushButton(self.tr("Refresh"))
        self.stop = QPushButton(self.tr("Stop"))
        self.stop.setEnabled(bool(self._runs))
        self.refresh.clicked.connect(self.refresh_wanted)
        self.stop.clicked.connect(self._tell_stop)
        self.tree = QTreeWidget()
        self.tree.setAccessibleName(self.tr("Runs"))
        labels = [self.tr("Run and steps"), self.tr("Status"), self.tr("Began"), self.tr("Took"), self.tr("Why")]
        self.tree.setHeaderLabels(labels)
        self.tree.setFrameShape(QTreeWidget.Shape.NoFrame)
        for column, width in _WIDTHS.items():
            self.tree.header().resizeSection(column, width)
        self.tree.currentItemChanged.connect(self._tell_run)
        head = QHBoxLayout()
        head.setContentsMargins(GAP, GAP, GAP, 0)
        head.addWidget(self.note, 1)
        head.addWidget(self.stop)
        head.addWidget(self.refresh)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addLayout(head)
        rows.addWidget(self.tree)

    def show_note(self, text: str) -> None:
        """Show a sentence above the list."""
        self.note.setText(text)

    def show_run(self, run: RunRecord) -> None:
        """Add a run on top, or show how far one that is listed has come."""
        self._runs[run.id] = run
        item = self._item(run.id)
        if item is None:
            item = QTreeWidgetItem()
            item.setData(_NAME, _RUN, run.id)
            self.tree.insertTopLevelItem(0, item)
        self._fill(item, run.id, run)
        # Rows that stay keep whoever is at one of them there.
        while item.childCount() > len(run.steps):
            item.takeChild(len(run.steps))
        for row, step in enumerate(run.steps):
            self._fill(item.child(row) or QTreeWidgetItem(item), step.name, step)
        item.setExpanded(item.isExpanded() or bool(run.steps))
        self.stop.setEnabled(any(one.status not in ENDED for one in self._runs.values()))

    def show_runs(self, runs: tuple[RunRecord, ...]) -> None:
        """Show these runs, newest first, and no others."""
        self._runs.clear()
        self.tree.clear()
        for run in reversed(runs):
            self.show_run(run)

    def statuses(self) -> tuple[tuple[str, str], ...]:
        """Return each run with its status, as shown."""
        items = (self.tree.topLevelItem(row) for row in range(self.tree.topLevelItemCount()))
        return tuple((item.text(_NAME), item.text(_STATUS)) for item in items if item is not None)

    def set_theme(self, theme: Theme) -> None:
        """Show everything in another theme."""
        self._theme = theme
        self.show_runs(tuple(reversed(self._runs.values())))

    def _fill(self, item: QTreeWidgetItem, name: str, record: RunRecord | StepRecord) -> None:
        item.setText(_NAME, name.rpartition("/")[2].rpartition(":")[2])
        item.setToolTip(_NAME, name)
        item.setText(_STATUS, tr(record.status.value))
        item.setForeground(_STATUS, color(_ink(record.status, self._theme)))
        item.setText(_STARTED, f"{record.started:%Y-%m-%d %H:%M:%S}" if record.started else "")
        item.setText(_TOOK, _took(record.started, record.ended))
        item.setText(_REASON, short_reason(record.reason))
        item.setToolTip(_REASON, record.reason)

    def _item(self, run_id: str) -> QTreeWidgetItem | None:
        items = (self.tree.topLevelItem(row) for row in range(self.tree.topLevelItemCount()))
        return next((item for item in items if item is not None and item.data(_NAME, _RUN) == run_id), None)

    def _tell_run(self, item: QTreeWidgetItem | None) -> None:
        top = item.parent() or item if item else None
        run = self._runs.get(str(top.data(_NAME, _RUN))) if top else None
        if run is not None:
            self.run_chosen.emit(run)

    def _tell_stop(self) -> None:
        item = self.tree.currentItem()
        top = item.parent() or item if item else None
        chosen = self._runs.get(str(top.data(_NAME, _RUN))) if top else None
        running = [one for one in self._runs.values() if one.status not in ENDED]
        target = chosen if chosen in running else next(iter(running), None)
        if target is not None:
            self.stop_wanted.emit(target.id)


def _ink(status: RunStatus, theme: Theme) -> str:
    inks = {
        RunStatus.SUCCEEDED: theme.ink.success,
        RunStatus.FAILED: theme.ink.error,
        RunStatus.STOPPED: theme.ink.warning,
        RunStatus.RUNNING: theme.ink.accent,
    }
    return inks.get(status, theme.ink.muted)


def _took(started: datetime | None, ended: datetime | None) -> str:
    if started is None or ended is None:
        return ""
    seconds = (ended - started).total_seconds()
    return f"{seconds:.1f} s" if seconds < 60 else f"{int(seconds // 60)} min {int(seconds % 60)} s"  # noqa: PLR2004
