"""The pipeline as a whole."""

from dataclasses import replace
from typing import cast

import pytest

from designer.document.model import Parameter
from exporters.codepipeline.definition import definition
from exporters.codepipeline.plan import plan_of
from tests.unit.exporters.codepipeline.build import call, workflow


def pipeline(*parameters: Parameter) -> dict[str, object]:
    return definition(plan_of(workflow(call("a"), parameters=parameters)))


def test_every_pipeline_is_of_the_second_version_and_queues() -> None:
    assert pipeline()["pipelineType"] == "V2"
    assert pipeline()["executionMode"] == "QUEUED"
    assert "variables" not in pipeline()
    assert "triggers" not in pipeline()


def test_parameters_become_variables_whose_values_are_text() -> None:
    found = pipeline(
        Parameter(name="Rounds", type="Integer", default=60, description="How many"),
        Parameter(name="On", type="Boolean", default=True),
        Parameter(name="Name"),
    )

    assert found["variables"] == [
        {"name": "Rounds", "defaultValue": "60", "description": "How many"},
        {"name": "On", "defaultValue": "true"},
        {"name": "Name"},
    ]


def test_a_long_description_is_cut_to_what_the_service_takes() -> None:
    found = pipeline(Parameter(name="A", default="x", description="d" * 300))

    assert found["variables"] == [{"name": "A", "defaultValue": "x", "description": "d" * 200}]


def test_an_empty_default_that_no_step_reads_is_left_out_because_the_service_takes_no_empty_value() -> None:
    assert "variables" not in pipeline(Parameter(name="A", default=""))


@pytest.mark.parametrize(
    ("chosen", "written"),
    [
        ("retry", {"result": "RETRY", "retryConfiguration": {"retryMode": "FAILED_ACTIONS"}}),
        ("rollback", {"result": "ROLLBACK"}),
        ("stop", None),
    ],
)
def test_every_stage_but_the_source_says_what_happens_when_it_fails(chosen: str, written: object) -> None:
    settings = {"on_stage_failure": chosen, "execution_mode": "SUPERSEDED"}
    pipeline = definition(plan_of(replace(workflow(call("a")), settings=settings)))

    source, *others = cast("list[dict[str, object]]", pipeline["stages"])
    assert pipeline["executionMode"] == "SUPERSEDED"
    assert "onFailure" not in source
    assert [stage.get("onFailure") for stage in others] == [written]
