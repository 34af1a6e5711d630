"""Export and deploy: the dialogs, with the use cases behind them in threads."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from designer.gui.bridge.accounts import AccountWish, profiles
from designer.gui.dialogs.refusal_box import words_of
from designer.gui.language.words import tr

if TYPE_CHECKING:
    from designer.gui.bridge.account_work import AccountWork, Job, Planned
    from designer.gui.dialogs.deploy import DeployDialog
    from designer.gui.dialogs.export import ExportDialog, ExportWish
    from designer.gui.window import PipelineWindow


class Delivering(QObject):
    """Take the pipeline out of the program."""

    deployed = Signal(object)
    """A `Planned` that was carried out."""

    def __init__(self, window: "PipelineWindow") -> None:
        super().__init__(window)
        self._window = window
        window.panels.code.comparison_wanted.connect(self.compare)
        self._wish = AccountWish()
        self._planned: Planned | None = None
        self._work: AccountWork | None = None
        self._folders: dict[str, Path] = {}
        self.export_dialog: ExportDialog | None = None
        self.deploy_dialog: DeployDialog | None = None

    def export(self) -> None:
        """Ask for a folder and write the files of the chosen target there."""
        from designer.gui.dialogs.export import ExportDialog

        window = self._window
        dialog = ExportDialog(window.tools.target_title(), self._folder(), window.theming.theme, window)
        dialog.wanted.connect(self._export)
        self.export_dialog = dialog
        dialog.open()

    def compare(self, path: str, text: str) -> None:
        """Show in the code panel how a file differs from the one in the folder of the last export."""
        folder, panel = self._folder(), self._window.panels.code

        def work() -> str | None:
            from designer.gui.bridge.exported_code import difference

            return difference(path, text, folder)

        def show(found: str | None) -> None:
            nothing = tr("'{}' is in '{}' as it would be exported now.").format(path, folder)
            absent = tr("There is no '{}' in '{}' yet. Export the pipeline first.").format(path, folder)
            panel.show_comparison(path, absent if found is None else found or nothing)

        def fail(problem: Exception) -> None:
            panel.show_comparison(path, words_of(problem))

        self._window.background.run("compare", work, show, fail)

    def deploy(self) -> None:
        """Ask for an account, show the plan, and carry it out."""
        from designer.gui.dialogs.deploy import DeployDialog

        window = self._window
        wish = AccountWish(
            sandbox=self._wish.sandbox, profile=self._wish.profile, region=window.session.document.region
        )
        dialog = DeployDialog(window.tools.target_title(), profiles(), wish, window.theming.theme, window)
        dialog.plan_wanted.connect(self._plan)
        dialog.deploy_wanted.connect(self._deploy)
        dialog.finished.connect(self._discard)
        self.deploy_dialog = dialog
        dialog.open()

    def work(self) -> "AccountWork":
        """Return what works in accounts; called in threads, because it is heavy to import."""
        if self._work is None:
            from designer.gui.bridge.account_work import AccountWork

            self._work = AccountWork()
        return self._work

    def close(self) -> None:
        """End the sandbox."""
        if self._work is not None:
            self._work.close()

    def _folder(self) -> Path:
        """Return where the chosen target was exported to last, or would be for the first time."""
        session, target = self._window.session, self._window.live.target
        beside = session.path.parent if session.path else Path.home()
        return self._folders.get(target, beside / "export" / target)

    def _export(self, wish: "ExportWish") -> None:
        session, target = self._window.session, self._window.live.target
        document, path, dialog = session.document, session.path, self.export_dialog
        if dialog is None:
            return
        dialog.show_result(self.tr("Writing…"))

        def work() -> str:
            from designer.gui.bridge.assessing import project_of
            from designer.usecases.export import export
            from designer.usecases.targets import target as find

            done = export(
                project_of(document, path),
                find(target),
                wish.folder,
                to_git=wish.to_git,
                branch=wish.branch,
                push=wish.push,
            )
            told = tr("Written to {}.") if done.commit is None else tr("Written to {} and committed.")
            return told.format(done.folder)

        def fail(problem: Exception) -> None:
            dialog.show_result("")
            dialog.refusal.show_problem(problem)

        def show(told: str) -> None:
            self._folders[target] = wish.folder
            dialog.show_result(told)
            self._window.panels.code.refresh()

        self._window.background.run("export", work, show, fail)

    def _plan(self, wish: AccountWish) -> None:
        dialog, self._wish = self.deploy_dialog, wish
        if dialog is None:
            return
        session, target = self._window.session, self._window.live.target
        document, path = session.document, session.path

        def job() -> "Job":
            from designer.gui.bridge.account_work import Job

            return Job(document=document, path=path, target_id=target, wish=wish)

        def take(planned: "Planned") -> None:
            dialog.show_plan(planned.plan)
            if planned.plan.changes:
                self._planned = planned
            else:
                self._take_deployed(planned)

        dialog.show_state(self.tr("Getting ready…"))
        self._window.background.stream(
            "deploy", lambda say: self.work().plan(job(), say), dialog.show_state, take, dialog.show_problem
        )

    def _deploy(self) -> None:
        dialog, planned = self.deploy_dialog, self._planned
        if dialog is None or planned is None:
            return
        self._planned = None
        self._window.background.stream(
            "deploy",
            lambda news: self.work().deploy(planned, news),
            dialog.show_progress,
            self._take_deployed,
            dialog.show_problem,
        )

    def _take_deployed(self, planned: "Planned") -> None:
        if self.deploy_dialog is not None:
            self.deploy_dialog.show_done(self.tr("Deployed as the stack '{}'.").format(planned.plan.stack))
        self._window.tell(self.tr("Deployed. Run it with F5."))
        self.deployed.emit(planned)

    def _discard(self) -> None:
        """Take a plan back that nobody carried out, so that nothing is left in the account."""
        planned, self._planned = self._planned, None
        if planned is not None:
            self._window.background.run("discard", lambda: self.work().discard(planned), _nothing, _nothing)


def _nothing(_: object) -> None:
    """Do nothing: a plan that cannot be taken back does no harm."""
