"""The files of an export."""

import json

import pytest

from designer.catalog.branches import THEN
from designer.errors import TargetRefused
from exporters.codepipeline.render import render
from tests.unit.exporters.codepipeline.build import PACKAGE, approval, call, choice, flow, own_build, training, workflow


def test_an_export_holds_the_pipeline_its_template_its_buildspecs_and_its_source() -> None:
    paths = [one.path for one in render(workflow(training(), approval(), own_build(), needs=(PACKAGE,)))]

    assert paths[:4] == ["pipeline.json", "buildspecs/train.yml", "template.yaml", "README.md"]
    assert [path.rpartition("/")[2] for path in paths[4:]] == ["source.zip"]


def test_the_same_workflow_gives_the_same_bytes() -> None:
    steps = (choice("if"), call("a"), training())

    first, second = (render(workflow(*steps, after={"a": (flow("if", THEN),)})) for _ in range(2))

    assert first == second


def test_the_definition_is_json_that_ends_with_a_newline() -> None:
    definition = next(one for one in render(workflow(call("a"))) if one.path == "pipeline.json")

    assert json.loads(definition.content)["pipeline"]["name"] == "churn"
    assert definition.content.endswith(b"}\n")


def test_what_is_impossible_is_refused_with_every_reason() -> None:
    with pytest.raises(TargetRefused) as refused:
        render(workflow(call("a"), call("b"), has_cycles=True))

    assert [reason.partition(":")[0] for reason in refused.value.reasons] == ["a", "b"]


def test_an_empty_workflow_is_refused() -> None:
    with pytest.raises(TargetRefused, match="no step"):
        render(workflow())
