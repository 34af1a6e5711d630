from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import boto3
import pytest

from designer.aws.runs import RunStatus
from designer.document.edits import set_setting
from designer.document.model import Document
from designer.errors import AwsRefused
from designer.sandbox.address import SandboxAddress
from designer.usecases import run
from designer.usecases.account import AccountChoice, Gateways
from designer.usecases.project import open_project
from designer.usecases.starters import starter, starters
from designer.usecases.targets import target
from tests.contract.deployment.conftest import Story

FIRST, *OTHERS = starters()
PAIRS = [(FIRST.id, chosen) for chosen in FIRST.targets] + [
    (one.id, one.targets[number % len(one.targets)]) for number, one in enumerate(OTHERS)
]
"""Every target of one starter and one of each other; that every pair can be deployed is held by tests/judges."""
CHANGES = {
    "training": (("hyperparameters", "seed"), 7),
    "notebook_job": (("volume_gb",), 40),
    "build": (("timeout_minutes",), 61),
}

Begin = Callable[[str, str], Story]


@pytest.fixture
def begin(choice: AccountChoice, gateways: Gateways) -> Iterator[Begin]:
    """Begin the story of a starter; one that a failing test leaves in the middle is ended, so that the next begins clean."""
    stories: list[Story] = []

    def begun(starter_id: str, target_id: str) -> Story:
        project = open_project(starter(starter_id).pipeline)
        stories.append(Story(project=project, target=target(target_id), choice=choice, gateways=gateways))
        return stories[-1]

    yield begun

    for story in stories:
        story.destroyed()


def changed(document: Document) -> Document:
    """Return the pipeline with one setting of one job changed."""
    node = next(one for one in document.nodes.values() if one.kind in CHANGES)
    path, value = CHANGES[node.kind]
    return set_setting(document, node.id, path, value)


def client(sandbox: SandboxAddress, service: str) -> Any:  # noqa: ANN401 - boto3 makes its clients at run time
    make: Callable[..., object] = boto3.client
    return make(
        service,
        endpoint_url=sandbox.endpoint_url,
        region_name=sandbox.region,
        aws_access_key_id=sandbox.access_key_id,
        aws_secret_access_key=sandbox.secret_access_key,
    )


def buckets(sandbox: SandboxAddress) -> list[str]:
    return [one["Name"] for one in client(sandbox, "s3").list_buckets()["Buckets"]]


@pytest.fixture(scope="module", autouse=True)
def cluster(sandbox: SandboxAddress) -> None:
    """Make what the starter with containers deploys to: a cluster with a service that runs something else so far."""
    ecs = client(sandbox, "ecs")
    ecs.create_cluster(clusterName="ml-services")
    container = {"name": "churn", "image": "public.ecr.aws/nginx/nginx:1.27", "memory": 128}
    ecs.register_task_definition(family="before", containerDefinitions=[container])
    ecs.create_service(cluster="ml-services", serviceName="churn", taskDefinition="before", desiredCount=1)


@pytest.mark.slow
@pytest.mark.parametrize(("starter_id", "target_id"), PAIRS)
def test_a_starter_is_deployed_changed_run_and_destroyed(
    begin: Begin, sandbox: SandboxAddress, starter_id: str, target_id: str
) -> None:
    story = begin(starter_id, target_id)

    first = story.planned()
    assert "Add Pipeline" in first
    assert {one.split()[0] for one in first} == {"Add"}
    assert story.gateways.stacks().find(story.stack) is None

    assert story.deployed() == []
    assert story.planned() == []

    other = story.with_document(changed(story.project.document))
    plan = other.planned()
    assert [one.split()[0] for one in plan] == ["Modify"]
    assert other.deployed() == []
    assert other.planned() == []

    ended = other.ran()
    nodes = {one.node: one.status for one in run.by_node(other.project, ended)}
    assert ended.status is RunStatus.SUCCEEDED, ended
    assert RunStatus.SUCCEEDED in nodes.values()
    assert set(nodes.values()) <= {RunStatus.SUCCEEDED, RunStatus.SKIPPED}

    assert other.destroyed() == []
    assert buckets(sandbox) == []


@pytest.mark.slow
def test_two_stacks_share_the_assets_bucket_until_the_last_is_destroyed(begin: Begin, sandbox: SandboxAddress) -> None:
    one, two = begin("sagemaker-training", "sagemaker"), begin("sagemaker-training", "stepfunctions")
    one.deployed()
    two.deployed()

    left = one.destroyed()

    assert sorted(left) == sorted([two.stack, "pipeline-designer-assets"])
    assert two.planned() == []
    assert two.destroyed() == []
    assert buckets(sandbox) == []


@pytest.mark.slow
def test_a_deployment_that_fails_shows_the_reason_and_leaves_nothing_half_done(
    begin: Begin, gateways: Gateways, sandbox: SandboxAddress
) -> None:
    story = begin("lambda-train-deploy", "stepfunctions")
    taken = replace(story, choice=replace(story.choice, role_arn="arn:aws:iam::123456789012:role/not-there"))

    with pytest.raises(AwsRefused) as refused:
        taken.deployed()

    assert "not-there" in str(refused.value) or "role" in str(refused.value).lower()
    found = gateways.stacks().find(taken.stack)
    assert found is None or found.status in ("ROLLBACK_COMPLETE", "DELETE_COMPLETE")
    taken.destroyed()
    assert buckets(sandbox) == []
