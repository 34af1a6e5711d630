"""A starter's whole life in the sandbox: planned, deployed, run by every branch, changed, and destroyed."""

from __future__ import annotations

import json
import shutil
import urllib.request
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import boto3

from designer.aws.runs import RunRecord, RunStatus
from designer.deployment.model import Deployable
from designer.document.edits import SettingPath, set_setting
from designer.sandbox.address import SandboxAddress
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
    "notebook-training": Edit(node="explore", path=("instance_type",), value="ml.m5.xlarge", build="ExploreStepBuild"),
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

    case: Case
    failures: tuple[str, ...]
    changes_of_nothing: tuple[str, ...]
    runs: tuple[Run, ...]
    changes_of_edit: tuple[str, ...]
    changes_after_edit: tuple[str, ...]
    left: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Traveller:
    """Takes a case through its life in one account."""

    case: Case
    sandbox: SandboxAddress
    gateways: Gateways

    def travel(self) -> Journey:
        """Deploy, run, change and destroy; it is destroyed whatever fails on the way."""
        project, starter = self.case.project, self.case.starter.id
        edit = EDITS[starter]
        edited = replace(project, document=set_setting(project.document, edit.node, edit.path, edit.value))
        try:
            failures = self._deploy(project)
            nothing = self._planned(project)
            runs = tuple(self._run(project, turn) for turn in TURNS.get(starter, _ONE_WAY))
            changes = self._planned(edited)
            failures += self._deploy(edited)
            after = self._planned(edited)
        finally:
            self._destroy(project)
        return Journey(
            case=self.case,
            failures=failures,
            changes_of_nothing=nothing,
            runs=runs,
            changes_of_edit=changes,
            changes_after_edit=after,
            left=tuple(left_in(self.sandbox)),
        )

    def _deployable(self, project: Project) -> Deployable:
        choice = AccountChoice(sandbox=True, endpoint_url=self.sandbox.endpoint_url)
        return deploy.deployable(project, self.case.target, choice, self.gateways)

    def _planned(self, project: Project) -> tuple[str, ...]:
        found = deploy.plan(self._deployable(project), self.gateways)
        deploy.discard(found, self.gateways)
        return tuple(f"{change.action} {change.logical_id}" for change in found.changes)

    def _deploy(self, project: Project) -> tuple[str, ...]:
        made = self._deployable(project)
        news = deploy.deploy(deploy.plan(made, self.gateways), made, self.gateways)
        return tuple(f"{one.logical_id}: {one.reason}" for one in news if one.is_failure)

    def _run(self, project: Project, turn: Turn) -> Run:
        steer(
            self.sandbox,
            metrics={"accuracy": turn.accuracy},
            variables={"BRANCH": next(iter(turn.take.values()), "then")},
            run_builds=self._builds_are_run,
            auto_approve=True,
            step_seconds=0.02,
        )
        stack, target = self._deployable(project).stack, self.case.target
        run_id = run.start(stack, target, run.typed_parameters(project, {}), self.gateways)
        *_, last = run.watch(stack, target, run_id, self.gateways, poll_seconds=_POLL_SECONDS)
        outcome = simulate(project, turn.take, ())
        steps = {step.node for step in project.lowered.workflow.steps}
        return Run(
            status=last.status,
            reason=last.reason,
            expected_status=RunStatus.FAILED if turn.fails else RunStatus.SUCCEEDED,
            ran=frozenset(_ran(project, last)),
            expected=frozenset(outcome.ran) & steps,
        )

    @property
    def _builds_are_run(self) -> bool:
        return can_run_builds() and shutil.which("jq") is not None and self.case.starter.id not in _BUILDS_NEED_NETWORK

    def _destroy(self, project: Project) -> None:
        for _ in deploy.destroy(self._deployable(project).stack, self.gateways):
            pass


def _ran(project: Project, record: RunRecord) -> Iterator[str]:
    for one in run.by_node(project, record):
        if one.status in (RunStatus.SUCCEEDED, RunStatus.FAILED):
            yield one.node


def steer(sandbox: SandboxAddress, **settings: object) -> None:
    """Tell the sandbox how runs shall go."""
    address = f"{sandbox.endpoint_url}/sandbox/settings"
    with urllib.request.urlopen(address, json.dumps(settings).encode()) as answer:  # noqa: S310 - our own address
        answer.read()


def found_in_account(sandbox: SandboxAddress) -> None:
    """Make what the container starter takes for granted: a cluster and a service of the user's own in ECS."""
    ecs = boto3.Session("sandbox", "sandbox", region_name=sandbox.region).client(
        "ecs", endpoint_url=sandbox.endpoint_url
    )
    ecs.create_cluster(clusterName="ml-services")
    container = {"name": "churn", "image": "nginx", "memory": 512}
    ecs.register_task_definition(family="churn", containerDefinitions=[container])
    ecs.create_service(cluster="ml-services", serviceName="churn", taskDefinition="churn", desiredCount=1)


def left_in(sandbox: SandboxAddress) -> Iterator[str]:
    """Name the stacks, buckets, roles, functions, builds, log groups, pipelines and machines of an account."""
    session = boto3.Session("sandbox", "sandbox", region_name=sandbox.region)
    for service, operation, key, name in _LISTED:
        client = session.client(service, endpoint_url=sandbox.endpoint_url)
        for one in getattr(client, operation)()[key]:
            shown = one if isinstance(one, str) else one[name]
            is_gone = isinstance(one, dict) and one.get("StackStatus") == "DELETE_COMPLETE"
            if not is_gone and not shown.startswith(_MADE_BY_AWS):
                yield f"{service} {key}: {shown}"


# AWS makes these with the first job of an account. The sandbox writes the logs of every function to a group of its own,
# because moto forgets the one that the template names.
_MADE_BY_AWS = ("/aws/sagemaker/", "/aws/lambda/")


_LISTED = (
    ("cloudformation", "list_stacks", "StackSummaries", "StackName"),
    ("s3", "list_buckets", "Buckets", "Name"),
    ("iam", "list_roles", "Roles", "RoleName"),
    ("lambda", "list_functions", "Functions", "FunctionName"),
    ("codebuild", "list_projects", "projects", ""),
    ("logs", "describe_log_groups", "logGroups", "logGroupName"),
    ("events", "list_rules", "Rules", "Name"),
    ("ecr", "describe_repositories", "repositories", "repositoryName"),
    ("sagemaker", "list_pipelines", "PipelineSummaries", "PipelineName"),
    ("sagemaker", "list_model_package_groups", "ModelPackageGroupSummaryList", "ModelPackageGroupName"),
    ("stepfunctions", "list_state_machines", "stateMachines", "name"),
    ("codepipeline", "list_pipelines", "pipelines", "name"),
)
