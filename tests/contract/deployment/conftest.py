"""One sandbox for all stories; each must leave it as empty as it found it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest

from designer.aws.code_pipeline_runs import CodePipelineRuns
from designer.aws.runs import ENDED, RunRecord, RunStatus
from designer.document.model import Document
from designer.sandbox.address import SandboxAddress
from designer.sandbox.process import running_sandbox
from designer.usecases import deploy, run
from designer.usecases.account import AccountChoice, Gateways, opened
from designer.usecases.project import Project
from designer.workflow.targets import Target

APPROVAL = "approve"
POLL_SECONDS = 0.2
LOOKS = 300


@pytest.fixture(scope="package")
def sandbox() -> Iterator[SandboxAddress]:
    with running_sandbox() as address:
        yield address


@pytest.fixture
def choice(sandbox: SandboxAddress) -> AccountChoice:
    return AccountChoice(sandbox=True, endpoint_url=sandbox.endpoint_url)


@pytest.fixture
def gateways(choice: AccountChoice) -> Iterator[Gateways]:
    with opened(choice, "us-east-1") as account:
        yield account


@dataclass(frozen=True, kw_only=True)
class Story:
    """A pipeline on its way into an account and out of it again."""

    project: Project
    target: Target
    choice: AccountChoice
    gateways: Gateways

    @property
    def stack(self) -> str:
        return deploy.stack_name(self.project, self.target, self.choice)

    def with_document(self, document: Document) -> "Story":
        """Return the story of a changed pipeline."""
        return replace(self, project=replace(self.project, document=document))

    def planned(self) -> list[str]:
        """Return what a deployment would change, and take the plan back."""
        deployable = deploy.deployable(self.project, self.target, self.choice, self.gateways)
        proposed = deploy.plan(deployable, self.gateways)
        deploy.discard(proposed, self.gateways)
        return [f"{one.action} {one.logical_id}" for one in proposed.changes]

    def deployed(self) -> list[str]:
        """Deploy, and return what went wrong on the way."""
        deployable = deploy.deployable(self.project, self.target, self.choice, self.gateways)
        proposed = deploy.plan(deployable, self.gateways)
        told = deploy.deploy(proposed, deployable, self.gateways)
        return [f"{news.logical_id}: {news.reason}" for news in told if news.is_failure]

    def ran(self) -> RunRecord:
        """Run to the end; whoever is asked for an approval gives it."""
        run_id = run.start(self.stack, self.target, run.typed_parameters(self.project, {}), self.gateways)
        watched = run.watch(self.stack, self.target, run_id, self.gateways, poll_seconds=POLL_SECONDS)
        for looks, found in enumerate(watched):
            self._approve(found)
            assert looks < LOOKS, f"no end: {found}"
            if found.status in ENDED:
                return found
        raise AssertionError("a run that is watched ends")

    def _approve(self, found: RunRecord) -> None:
        runs = self.gateways.runs(self.target)
        waiting = any(step.name == APPROVAL and step.status is RunStatus.RUNNING for step in found.steps)
        if waiting and isinstance(runs, CodePipelineRuns):
            pipeline = self.gateways.stacks().physical_id(self.stack, "Pipeline")
            runs.approve(pipeline, APPROVAL, summary="Good enough")

    def destroyed(self) -> list[str]:
        """Destroy, and return the stacks that are left."""
        for _ in deploy.destroy(self.stack, self.gateways):
            pass
        return [stack.name for stack in self.gateways.stacks().all()]
