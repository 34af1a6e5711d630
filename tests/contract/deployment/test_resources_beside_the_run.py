"""What the template makes beside a pipeline is deployed, changed and deleted with it."""

import json
from collections.abc import Iterator

import pytest

from designer.document.edits import set_setting
from designer.document.reading import document_from_plain
from designer.usecases.account import AccountChoice, Gateways
from designer.usecases.project import Project
from designer.usecases.targets import target
from tests.contract.deployment.conftest import Story

_NODES = {
    "desk": {
        "kind": "studio_workspace",
        "settings": {"user": "ada", "vpc_id": "vpc-0123456789abcdef0", "subnets": ["subnet-0123456789abcdef0"]},
    },
    "notes": {"kind": "notebook_instance", "settings": {}},
    "rest": {"kind": "wait", "settings": {"seconds": 1}},
}


@pytest.fixture
def story(choice: AccountChoice, gateways: Gateways) -> Iterator[Story]:
    plain = json.loads(json.dumps({"name": "desks", "nodes": _NODES}))
    project = Project(document=document_from_plain(plain), files={})
    begun = Story(project=project, target=target("stepfunctions"), choice=choice, gateways=gateways)
    yield begun
    begun.destroyed()


@pytest.mark.slow
def test_a_workspace_and_a_notebook_are_made_changed_and_deleted(story: Story) -> None:
    planned = story.planned()
    assert {"Add DeskDomain", "Add DeskUser", "Add DeskSpace", "Add NotesNotebook"} <= set(planned)
    assert story.deployed() == []
    assert story.planned() == []

    larger = story.with_document(set_setting(story.project.document, "desk", ("volume_gb",), 20))
    assert larger.planned() == ["Modify DeskSpace"]
    assert larger.deployed() == []
    assert larger.destroyed() == []
