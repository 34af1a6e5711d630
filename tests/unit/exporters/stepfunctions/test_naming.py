"""Names of what a run makes fit the API's limits and the permissions of the role."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonata import Jsonata

from designer.catalog.steps import Call
from designer.workflow.arn_patterns import generated_prefix
from exporters.stepfunctions.naming import Names, made_name
from tests.unit.exporters.stepfunctions.build import training

_JOB = re.compile(r"[a-zA-Z0-9](-*[a-zA-Z0-9])*")


def name_of(call: Call, pipeline: str, execution: str, *, repeats: bool = False) -> str:
    state = {"EnteredTime": "2026-01-02T03:04:05.678Z"}
    bound = {"context": {"Execution": {"Name": execution}, "State": state}}
    expression = Jsonata(made_name(call, pipeline, repeats=repeats).replace("$states.", "states."))
    return str(expression.evaluate({"states": bound}))


def test_a_name_tells_pipeline_step_and_execution() -> None:
    execution = "7f3d8a52-3a3f-4c2e-9c55-2a4b6c8d0e1f"

    assert name_of(training("train"), "churn", execution) == f"churn-train-{execution}"


@given(
    pipeline=st.text("abcXYZ019 -_", min_size=1, max_size=60),
    step=st.text("abcXYZ019 -_.?", min_size=1, max_size=80),
    execution=st.from_regex(r"[a-zA-Z0-9_-]{1,79}[a-zA-Z0-9]", fullmatch=True),
    member=st.sampled_from(["TrainingJobName", "HyperParameterTuningJobName"]),
    repeats=st.booleans(),
)
def test_every_name_is_legal_and_begins_as_the_role_permits(
    pipeline: str, step: str, execution: str, member: str, *, repeats: bool
) -> None:
    call = replace(training(step), name_member=member)

    name = name_of(call, pipeline, execution, repeats=repeats)

    assert _JOB.fullmatch(name), name
    assert len(name) <= (32 if member == "HyperParameterTuningJobName" else 63)
    assert name.startswith(generated_prefix(pipeline))


def test_long_steps_that_begin_alike_get_different_names() -> None:
    one, other = (training(f"train-a-model-with-gradient-boosting-{end}") for end in "ab")

    assert name_of(one, "churn-prediction-europe", "run-1") != name_of(other, "churn-prediction-europe", "run-1")


@pytest.mark.parametrize("wanted", ["Done", "x" * 100])
def test_a_name_that_is_taken_gets_a_number_and_stays_within_80_characters(wanted: str) -> None:
    names = Names([wanted[:80]])

    found = names.free(wanted)

    assert found != wanted[:80]
    assert len(found) <= 80
