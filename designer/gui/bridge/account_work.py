"""What is done in an account, as functions for threads; imported in one, for it needs boto3's side of the program."""

import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from designer.aws.runs import RunRecord
from designer.deployment.model import Deployable, Plan, Progress
from designer.document.model import Document
from designer.gui.bridge.accounts import AccountWish
from designer.gui.bridge.assessing import project_of
from designer.gui.language.words import tr
from designer.monitoring.runs import NodeRun
from designer.sandbox.process import running_sandbox
from designer.usecases import deploy as deploying
from designer.usecases import run as running
from designer.usecases.account import AccountChoice, Gateways, opened
from designer.usecases.project import Project
from designer.usecases.targets import target
from designer.workflow.targets import Target


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What a use case works on: a document for a target in an account."""

    document: Document
    path: Path | None
    target_id: str
    wish: AccountWish

    @property
    def project(self) -> Project:
        """Return the document with its files."""
        return project_of(self.document, self.path)

    @property
    def target(self) -> Target:
        """Return the target."""
        return target(self.target_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """A plan that waits for a yes."""

    job: Job
    plan: Plan
    deployable: Deployable


@dataclass(frozen=True, slots=True, kw_only=True)
class RunNews:
    """How far an execution is, by step and by node."""

    run: RunRecord
    nodes: tuple[NodeRun, ...]


class AccountWork:
    """Hold the sandbox open between the steps of a deployment."""

    def __init__(self) -> None:
        self._stack = ExitStack()
        self._lock = threading.Lock()
        self._sandbox_url = ""

    def plan(self, job: Job, say: Callable[[str], None]) -> Planned:
        """Return what a deployment would change."""
        with self._gateways(job.wish, say) as gateways:
            say(tr("Planning…"))
            project = job.project
            choice = AccountChoice(stack=job.wish.stack)
            deployable = deploying.deployable(project, job.target, choice, gateways)
            return Planned(job=job, plan=deploying.plan(deployable, gateways), deployable=deployable)

    def discard(self, planned: Planned) -> None:
        """Take a plan back."""
        with self._gateways(planned.job.wish, _quiet) as gateways:
            deploying.discard(planned.plan, gateways)

    def deploy(self, planned: Planned, news: Callable[[Progress], None]) -> Planned:
        """Carry a plan out and tell what happens."""
        with self._gateways(planned.job.wish, _quiet) as gateways:
            for progress in deploying.deploy(planned.plan, planned.deployable, gateways):
                news(progress)
        return planned

    def run(
        self, planned: Planned, texts: dict[str, str], nodes: tuple[str, ...], news: Callable[[RunNews], None]
    ) -> RunNews | None:
        """Start the deployed pipeline, or these nodes of it alone, and watch it until it has ended."""
        project, chosen, stack = planned.job.project, planned.job.target, planned.deployable.stack
        latest: RunNews | None = None
        with self._gateways(planned.job.wish, _quiet) as gateways:
            parameters, selected = running.typed_parameters(project, texts), running.steps_of(project, nodes)
            run_id = running.start(stack, chosen, parameters, gateways, selected)
            for record in running.watch(stack, chosen, run_id, gateways, poll_seconds=1.0):
                latest = RunNews(run=record, nodes=running.by_node(project, record))
                news(latest)
        return latest

    def recent(self, planned: Planned) -> tuple[RunRecord, ...]:
        """Return the latest executions."""
        with self._gateways(planned.job.wish, _quiet) as gateways:
            return running.recent(planned.deployable.stack, planned.job.target, gateways)

    def stop(self, planned: Planned, run_id: str) -> None:
        """Ask an execution to end."""
        with self._gateways(planned.job.wish, _quiet) as gateways:
            running.stop(planned.deployable.stack, planned.job.target, run_id, gateways)

    def by_node(self, planned: Planned, record: RunRecord) -> tuple[NodeRun, ...]:
        """Return how far each node is in an execution."""
        return running.by_node(planned.job.project, record)

    def close(self) -> None:
        """End the sandbox."""
        with self._lock:
            self._stack.close()
            self._sandbox_url = ""

    @contextmanager
    def _gateways(self, wish: AccountWish, say: Callable[[str], None]) -> Iterator[Gateways]:
        url = self._sandbox(say) if wish.sandbox else ""
        choice = AccountChoice(
            profile=wish.profile, region=wish.region, endpoint_url=url, sandbox=wish.sandbox, stack=wish.stack
        )
        with opened(choice, wish.region) as gateways:
            yield gateways

    def _sandbox(self, say: Callable[[str], None]) -> str:
        with self._lock:
            if not self._sandbox_url:
                say(tr("Starting the sandbox…"))
                self._sandbox_url = self._stack.enter_context(running_sandbox()).endpoint_url
            return self._sandbox_url


def _quiet(_: str) -> None:
    """Say nothing."""
