"""The SageMaker SDK, running the source that we export, composes the definition that we export."""

import json

import pytest

from designer.catalog.steps import AllOf, AnyOf, Call, Comparison, Condition, NativeStep, Not
from designer.catalog.values import ParameterValue
from designer.document.yaml_document import parse_document
from designer.usecases.project import Project, open_project
from designer.usecases.starters import Starter, starters
from designer.workflow.model import Workflow
from exporters.sagemaker.definition import definition
from exporters.sagemaker.source import source
from exporters.sagemaker.step_types import STEP_TYPES, WRITTEN_TYPES
from tests.judges.sagemaker_cases import (
    after_a_failure,
    called_by_function,
    checked_and_asked,
    deployment,
    functions,
    one_for_each_item,
    searched_and_transformed,
    searches,
    two_conditions,
    written_down_and_cleaned,
)
from tests.judges.sdk import SdkJudge
from tests.unit.exporters.sagemaker.workflows import (
    PARAMETERS,
    auc,
    choice,
    churn,
    data,
    processing,
    workflow,
)

pytestmark = pytest.mark.judge


def agree(judge: SdkJudge, one: Workflow) -> None:
    said = judge.definition_of(source(one) + "\npipeline = build_pipeline()\n")
    # The SDK writes this key even where there is nothing to say.
    assert said.pop("MlflowConfig") is None
    assert said == json.loads(json.dumps(definition(one)))


@pytest.mark.parametrize(
    "make",
    [
        checked_and_asked,
        written_down_and_cleaned,
        churn,
        deployment,
        searches,
        functions,
        two_conditions,
        one_for_each_item,
        after_a_failure,
        searched_and_transformed,
        called_by_function,
    ],
)
def test_the_source_gives_the_definition(sdk_judge: SdkJudge, make: object) -> None:
    assert callable(make)

    agree(sdk_judge, make())


def test_every_step_type_that_calls_sagemaker_was_tried() -> None:
    makers = (checked_and_asked, churn, deployment, searches, functions, two_conditions, written_down_and_cleaned)
    steps = [step for make in makers for step in make().steps]
    calls = [step for step in steps if isinstance(step, Call)]
    own = {step.step.type for step in steps if isinstance(step, NativeStep)}

    assert set(STEP_TYPES) | {"Invoke"} <= {call.operation for call in calls}
    assert set(WRITTEN_TYPES) == {call.as_step.type for call in calls if call.as_step} | own


LOW, HIGH = Comparison(auc(), "<", 0.1), Comparison(auc(), ">=", 0.9)


@pytest.mark.parametrize(
    "condition",
    [
        Comparison(auc(), "==", 1),
        Comparison(auc(), "!=", 1),
        Comparison(auc(), ">", 1),
        Comparison(auc(), "<=", ParameterValue("Ratio", "Float")),
        AllOf((LOW, HIGH)),
        AnyOf((LOW, HIGH)),
        Not(LOW),
        AnyOf((AllOf((LOW, HIGH)), Not(AnyOf((LOW, Not(HIGH)))))),
    ],
)
def test_the_source_gives_every_form_of_condition(sdk_judge: SdkJudge, condition: Condition) -> None:
    one = workflow(
        processing("evaluate", files=(("report", "evaluation.json"),)),
        choice("check", condition),
        after={"check": (data("evaluate"),)},
        parameters=PARAMETERS,
    )

    agree(sdk_judge, one)


def starters_taken() -> list[Starter]:
    return [one for one in starters() if "sagemaker" in one.targets]


def test_there_are_starters_that_sagemaker_takes() -> None:
    assert len(starters_taken()) >= 3


@pytest.mark.parametrize("starter", starters_taken(), ids=lambda one: one.id)
def test_the_source_of_a_starter_gives_its_definition(sdk_judge: SdkJudge, starter: Starter) -> None:
    attempt = open_project(starter.pipeline).lowered

    assert not attempt.problems
    agree(sdk_judge, attempt.workflow)


def test_the_source_of_a_drawn_pipeline_gives_its_definition(sdk_judge: SdkJudge) -> None:
    text = """
format: 1
name: drawn
parameters:
  Depth: {type: Integer, default: 6}
  Least: {type: Float, default: 0.8}
nodes:
  raw: {kind: s3_data, settings: {uri: s3://example-bucket/raw/}}
  train:
    kind: training
    settings:
      instance_type: ml.m5.xlarge
      hyperparameters: {max_depth: "${params.Depth}", num_round: 10}
  check: {kind: condition, settings: {when: "${params.Least} > 0.5 and not ${params.Depth} == 3"}}
  register: {kind: register_model, settings: {group: drawn}}
  stop: {kind: fail, settings: {error: Weak, cause: "too weak: ${params.Least}"}}
edges:
  - raw.data -> train.train
  - train.model -> register.model
  - train -> check
  - check.then -> register
  - check.else -> stop
"""
    document = parse_document(text, path="drawn.yaml")
    attempt = Project(document=document, files={}).lowered

    assert not attempt.problems
    assert [step.id for step in attempt.workflow.steps] == ["train", "check", "register", "stop"]
    agree(sdk_judge, attempt.workflow)
