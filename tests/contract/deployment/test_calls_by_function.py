"""A SageMaker pipeline makes calls that it has no step for by a function of ours, in the account of the sandbox."""

import json
from collections.abc import Iterator

import boto3
import pytest

from designer.aws.runs import RunStatus
from designer.document.reading import document_from_plain
from designer.sandbox.address import SandboxAddress
from designer.usecases import run
from designer.usecases.account import AccountChoice, Gateways
from designer.usecases.project import Project
from designer.usecases.targets import target
from tests.contract.deployment.conftest import Story

_NODES = {
    "put": {
        "kind": "dynamodb_item",
        "settings": {"do": "put", "table": "scores", "key": {"id": "one"}, "values": {"score": 0.75}},
    },
    "get": {
        "kind": "dynamodb_item",
        "settings": {"do": "get", "table": "scores", "key": {"id": "one"}, "answers": {"score": "number"}},
    },
    "good": {"kind": "condition", "settings": {"when": "${get.score} > 0.5"}},
    "tell": {"kind": "notify", "settings": {"message": "It is ${get.score}."}},
    "bad": {"kind": "fail", "settings": {"cause": "It is too low."}},
}
_EDGES = ["put -> get", "good.then -> tell", "good.else -> bad"]


@pytest.fixture
def story(sandbox: SandboxAddress, choice: AccountChoice, gateways: Gateways) -> Iterator[Story]:
    table = boto3.client(
        "dynamodb",
        endpoint_url=sandbox.endpoint_url,
        region_name=sandbox.region,
        aws_access_key_id=sandbox.access_key_id,
        aws_secret_access_key=sandbox.secret_access_key,
    )
    table.create_table(
        TableName="scores",
        KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
        AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}],
        BillingMode="PAY_PER_REQUEST",
    )
    plain = json.loads(json.dumps({"name": "scoring", "nodes": _NODES, "edges": _EDGES}))
    project = Project(document=document_from_plain(plain), files={})
    begun = Story(project=project, target=target("sagemaker"), choice=choice, gateways=gateways)
    yield begun
    begun.destroyed()
    table.delete_table(TableName="scores")


@pytest.mark.slow
def test_what_one_call_gives_decides_in_the_pipeline(story: Story) -> None:
    assert story.deployed() == []
    assert story.planned() == []

    ended = story.ran()

    nodes = {one.node: one.status for one in run.by_node(story.project, ended)}
    assert ended.status is RunStatus.SUCCEEDED, ended
    assert nodes == {
        "put": RunStatus.SUCCEEDED,
        "get": RunStatus.SUCCEEDED,
        "good": RunStatus.SUCCEEDED,
        "tell": RunStatus.SUCCEEDED,
        "bad": RunStatus.SKIPPED,
    }
