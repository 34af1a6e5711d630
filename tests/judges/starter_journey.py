"""A starter's whole life in the sandbox: planned, deployed, run by every branch, changed, and destroyed."""

from __future__ import annotations

import json
import shutil
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass, replace

from designer.aws.runs import RunRecord, RunStatus
from designer.document.edits import SettingPath, set_setting
from designer.sandbox.builds.commands import can_run_builds
from designer.usecases import deploy, run
from designer.usecases.account import AccountChoice, Gateways
from designer.usecases.project import Project
from designer.usecases.simulate import simulate
from tests.judges.starter_cases import Case

_POLL_SECONDS = 0.1
# Their own builds pull images and packages from the network, which a test does not have.
_BUILDS_NEED_NETWORK = {"ci-cd", "container-deployment"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One way through a starter: the branches taken, and the figures that lead there."""

    take: Mapping[str, str]
    accuracy: float = 0.91
    fails: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """A change of one setting, and what of the stack it touches where builds take the place of steps."""

    node: str
    path: SettingPath
    value: object
    build: str


TURNS = {
    "sagemaker-training": (
        Turn(take={"good-enough": "then"}),
        Turn(take={"good-enough": "else"}, accuracy=0.5, fails=True),
    )
}
_ONE_WAY = (Turn(take={}),)
_MORE_ROUNDS = Edit(node="train", path=("hyperparameters", "num_round"), value=61, build="TrainStepBuild")
EDITS = {
    "sagemaker-training": _MORE_ROUNDS,
    "lambda-train-deploy": _MORE_ROUNDS,
    "s3-triggered-training": _MORE_ROUNDS,
    "ci-cd": Edit(node="endpoint", path=("instance_type",), value="ml.m5.xlarge", build="EndpointConfigStepBuild"),
    "container-deployment": replace(_MORE_ROUNDS, path=("hyperparameters", "rounds")),
    "notebook-training": Edit(
        node="explore", path=("instance_type",), value="ml.m5.xlarge", build="ExploreStepBuild"
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What a run did, and what the reference semantics say that it does; only nodes that became steps count."""

    status: RunStatus
    reason: str
    expected_status: RunStatus
    ran: frozenset[str]
    expected: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Journey:
    """What was seen on the way."""

    failures: tuple[str, ...]
    changes_of_nothing: tuple[str, ...]
    runs: tuple[Run, ...]
    changes_of_edit: frozenset[str]
    changes_after_edit: tuple[str, ...]
    left: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Traveller:
    """Takes a case through its life in one account."""

    case: Case
    endpoint_url: str
    gateways: Gateways

    def travel(self) -> Journey:
        """Deploy, run, change and destroy; nothing is left of it, whatever fails on the way."""
        project, starter = self.case.project, self.case.starter.id
        edit = EDITS[starter]
        edited = replace(project, document=set_setting(project.document, edit.node, edit.path, edit.value))
        try:
            failures = self._deploy(project)
            nothing = self._planned(project)
            runs = tuple(self._run(turn) for turn in TURNS.get(starter, _ONE_WAY))
            changes = self._planned(edited)
            failures += self._deploy(edited)
            after = self._planned(edited)
        finally:
            self._destroy(project)
        return Journey(
            failures=failures,
            changes_of_nothing=nothing,
            runs=runs,
            changes_of_edit=frozenset(changes),
            changes_after_edit=after,
            left=self.left(),
        )

    def left(self) -> tuple[str, ...]:
        """Name what the account holds that costs or gets in the way."""
        clients = self.gateways._clients  # noqa: SLF001 - no use case looks at roles
        session = clients.session()
        return session

    def _deployable(self, project: Project) -> deploy.Deployable:
        choice = AccountChoice(sandbox=True, endpoint_url=self.endpoint_url)
        return deploy.deployable(project, self.case.target, choice, self.gateways)

    def _planned(self, project: Project) -> tuple[str, ...]:
        found = deploy.plan(self._deployable(project), self.gateways)
        return tuple(f"{change.action} {change.logical_id}" for change in found.changes)

    def _deploy(self, project: Project) -> tuple[str, ...]:
        made = self._deployable(project)
        news = deploy.deploy(deploy.plan(made, self.gateways), made, self.gateways)
        return tuple(f"{one.logical_id}: {one.reason}" for one in news if one.is_failure)

    def _destroy(self, project: Project) -> None:
        for _ in deploy.destroy(self._deployable(project).stack, self.gateways):
            pass
