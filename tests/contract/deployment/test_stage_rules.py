"""Rules guard the stages of a CodePipeline that is deployed and run in the sandbox."""

import json
from collections.abc import Callable, Iterator

import pytest

from designer.aws.runs import RunStatus
from designer.document.reading import document_from_plain
from designer.usecases import run
from designer.usecases.account import AccountChoice, Gateways
from designer.usecases.project import Project
from designer.usecases.targets import target
from tests.contract.deployment.conftest import Story

_NODES = {
    "first": {"kind": "wait", "settings": {"seconds": 1}},
    "good": {"kind": "variable_rule", "settings": {"variable": "${params.Grade}", "value": "b"}},
    "day": {"kind": "window_rule", "settings": {}},
    "rest": {"kind": "wait", "settings": {"seconds": 1}},
}
_FRAMES = [{"id": "f", "title": "Release", "nodes": ["rest", "day", "good"]}]

Begin = Callable[[str], Story]


@pytest.fixture
def begin(choice: AccountChoice, gateways: Gateways) -> Iterator[Begin]:
    stories: list[Story] = []

    def begun(grade: str) -> Story:
        parameters = {"Grade": {"type": "String", "default": grade}}
        plain = {
            "name": "graded",
            "parameters": parameters,
            "nodes": _NODES,
            "edges": ["first -> rest"],
            "frames": _FRAMES,
        }
        project = Project(document=document_from_plain(json.loads(json.dumps(plain))), files={})
        stories.append(Story(project=project, target=target("codepipeline"), choice=choice, gateways=gateways))
        return stories[-1]

    yield begun

    for story in stories:
        story.destroyed()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("grade", "ending", "told"),
    [
        ("b", RunStatus.SUCCEEDED, {"good": RunStatus.SUCCEEDED, "rest": RunStatus.SUCCEEDED}),
        ("a", RunStatus.FAILED, {"good": RunStatus.FAILED, "rest": RunStatus.SKIPPED}),
    ],
)
def test_a_stage_begins_only_when_its_rules_hold(
    begin: Begin, grade: str, ending: RunStatus, told: dict[str, RunStatus]
) -> None:
    story = begin(grade)
    assert story.deployed() == []
    assert story.planned() == []

    ended = story.ran()

    nodes = {one.node: one.status for one in run.by_node(story.project, ended)}
    assert ended.status is ending, ended
    assert {"first": RunStatus.SUCCEEDED, **told}.items() <= nodes.items()
