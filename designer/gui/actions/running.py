"""Runs: start what was deployed, watch it on the canvas, stop it."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from designer.aws.runs import RunRecord, RunStatus
from designer.gui.actions.run_words import ending
from designer.gui.canvas.looks import RunMark
from designer.gui.dialogs.refusal_box import words_of
from designer.gui.language.words import tr
from designer.monitoring.reasons import short_reason
from designer.monitoring.runs import NodeRun

if TYPE_CHECKING:
    from designer.gui.bridge.account_work import Planned, RunNews
    from designer.gui.dialogs.run import RunDialog
    from designer.gui.window import PipelineWindow

_SELECTIVE = "sagemaker"
"""The one target whose engine runs a part of a pipeline."""
_MARKS = {
    RunStatus.WAITING: RunMark.WAITING,
    RunStatus.RUNNING: RunMark.RUNNING,
    RunStatus.SUCCEEDED: RunMark.SUCCEEDED,
    RunStatus.FAILED: RunMark.FAILED,
    RunStatus.STOPPED: RunMark.STOPPED,
    RunStatus.SKIPPED: RunMark.SKIPPED,
}


class Running(QObject):
    """Run the deployed pipeline."""

    def __init__(self, window: "PipelineWindow") -> None:
        super().__init__(window)
        self._window = window
        self._deployed: dict[str, Planned] = {}
        self.dialog: RunDialog | None = None
        window.delivering.deployed.connect(self._take_deployed)
        window.panels.runs.refresh_wanted.connect(self.refresh)
        window.panels.runs.stop_wanted.connect(self._stop)
        window.panels.runs.run_chosen.connect(self._show_nodes_of)

    def run(self) -> None:
        """Ask for the parameters, start a run and watch it; what is not deployed yet is deployed first."""
        window, planned = self._window, self._planned
        if planned is None:
            window.tell(self.tr("Deploy the pipeline first; then it can be run."))
            window.delivering.deploy()
            return
        from designer.gui.dialogs.run import RunDialog

        where = self.tr("Stack '{}' in {}").format(planned.plan.stack, planned.job.wish.title)
        parameters, selected = planned.job.document.parameters, self._selected(planned)
        self.dialog = RunDialog(parameters, selected, where, window.theming.theme, window)
        self.dialog.wanted.connect(self._start)
        self.dialog.open()

    def refresh(self) -> None:
        """Read the latest runs."""
        planned = self._planned
        if planned is not None:
            runs = self._window.panels.runs
            work = self._window.delivering.work
            self._window.background.run("runs", lambda: work().recent(planned), runs.show_runs, self._tell)

    def forget(self) -> None:
        """Another document is open: its runs are others."""
        self._deployed.clear()
        self._window.background.forget("run")
        self._window.panels.runs.show_runs(())
        self._window.canvas.marking.show_run({})

    @property
    def _planned(self) -> "Planned | None":
        return self._deployed.get(self._window.live.target)

    def _take_deployed(self, planned: "Planned") -> None:
        self._deployed[planned.job.target_id] = planned
        self._window.panels.runs.show_note(self.tr("Deployed as '{}'. Press F5 to run it.").format(planned.plan.stack))

    def _selected(self, planned: "Planned") -> tuple[str, ...]:
        """Return the selected nodes that can be run alone."""
        if planned.job.target_id != _SELECTIVE:
            return ()
        working = {step.node for step in planned.job.project.lowered.workflow.steps}
        return tuple(sorted(working & self._window.session.selection))

    def _start(self, texts: dict[str, str], nodes: tuple[str, ...]) -> None:
        planned, window = self._planned, self._window
        if planned is None:
            return
        window.panels.open("runs")
        window.panels.runs.show_note(self.tr("Starting…"))
        window.heard.say_soon(self.tr("Starting…"))
        work = window.delivering.work
        window.background.stream(
            "run", lambda news: work().run(planned, texts, nodes, news), self._show_news, self._end, self._tell
        )

    def _show_news(self, news: "RunNews") -> None:
        self._window.panels.runs.show_run(news.run)
        self._window.panels.runs.show_note(self.tr("Run: {}.").format(tr(news.run.status.value)))
        self._show_nodes(news.nodes)

    def _end(self, news: "RunNews | None") -> None:
        if news is not None:
            self._window.tell(ending(news))

    def _show_nodes(self, nodes: Iterable[NodeRun]) -> None:
        listed = tuple(nodes)
        reasons = {one.node: short_reason(one.reason) for one in listed}
        self._window.canvas.marking.show_run({one.node: _MARKS[one.status] for one in listed}, reasons)

    def _show_nodes_of(self, record: RunRecord) -> None:
        planned, work = self._planned, self._window.delivering.work
        if planned is not None and record.steps:
            self._window.background.run("nodes", lambda: work().by_node(planned, record), self._show_nodes, self._tell)

    def _stop(self, run_id: str) -> None:
        planned, work = self._planned, self._window.delivering.work
        if planned is not None:
            self._window.background.run(
                "stop",
                lambda: work().stop(planned, run_id),
                lambda _: self._window.tell(self.tr("Asked to stop.")),
                self._tell,
            )

    def _tell(self, problem: Exception) -> None:
        self._window.panels.runs.show_note(words_of(problem).replace("\n", " "))
        self._window.asking.tell(self.tr("The run"), words_of(problem))
