"""Buildspecs and what their actions hand over."""

import botocore.session
import pytest
import yaml
from botocore import xform_name

from designer.catalog.branches import ELSE, THEN
from designer.catalog.steps import Failure
from designer.catalog.values import Deployed, ExecutionValue, ParameterValue, StepOutput
from exporters.codepipeline.buildspecs import build_for, file_name
from exporters.codepipeline.plan import plan_of
from exporters.codepipeline.scripts import kebab
from tests.unit.exporters.codepipeline.build import call, choice, data, flow, training, workflow


def test_a_build_exports_what_others_read_of_its_answer() -> None:
    read = StepOutput("train", ("ModelArtifacts", "S3ModelArtifacts"))
    flow_ = workflow(training(), call("tell", Model=read), after={"tell": (data("train"),)})

    spec = yaml.safe_load(build_for(flow_.step("train"), plan_of(flow_)).buildspec)

    assert spec["env"]["exported-variables"] == ["OUT_ModelArtifacts_S3ModelArtifacts"]
    assert build_for(flow_.step("tell"), plan_of(flow_)).variables == {
        "STEP_train_ModelArtifacts_S3ModelArtifacts": "#{train.OUT_ModelArtifacts_S3ModelArtifacts}"
    }


def test_a_choice_says_its_branch_and_a_guarded_step_whether_it_ran() -> None:
    flow_ = workflow(choice("if"), call("a"), after={"a": (flow("if", THEN),)})

    exported = [
        yaml.safe_load(build_for(step, plan_of(flow_)).buildspec)["env"]["exported-variables"] for step in flow_.steps
    ]

    assert exported == [["BRANCH"], ["RAN"]]


def test_a_step_that_always_runs_and_that_nobody_reads_exports_nothing() -> None:
    flow_ = workflow(call("a"))

    assert "exported-variables" not in build_for(flow_.steps[0], plan_of(flow_)).buildspec


def test_a_build_says_when_it_runs_and_that_it_fails_on_purpose_to_readers_that_do_not_run_it() -> None:
    stop = Failure(id="stop", node="stop", error="Bad", cause="Too bad")
    flow_ = workflow(choice("if"), stop, after={"stop": (flow("if", ELSE),)})

    lines = [build_for(step, plan_of(flow_)).buildspec.splitlines()[0] for step in flow_.steps]

    assert lines == ["version: 0.2", '# designer: {"runs_when": [[["BRANCH_if", "else"]]], "fails": true}']


def test_no_command_leaves_before_its_variables_are_exported() -> None:
    flow_ = workflow(choice("if"), call("a"), after={"a": (flow("if", THEN),)})

    assert "exit 0" not in build_for(flow_.step("a"), plan_of(flow_)).buildspec


def test_only_what_a_step_uses_is_handed_to_it() -> None:
    flow_ = workflow(call("a", X=ParameterValue("Mode"), Y=Deployed("ArtifactBucket"), Z=ExecutionValue("id")))

    build = build_for(flow_.steps[0], plan_of(flow_))

    assert build.variables == {
        "PARAM_Mode": "#{variables.Mode}",
        "PIPELINE_EXECUTION_ID": "#{codepipeline.PipelineExecutionId}",
    }
    assert build.project.environment == {"ArtifactBucket": Deployed("ArtifactBucket")}


def test_a_step_that_asks_for_the_start_may_look_it_up() -> None:
    flow_ = workflow(call("a", At=ExecutionValue("start")))

    allowed = [action for one in build_for(flow_.steps[0], plan_of(flow_)).project.statements for action in one.actions]

    assert "codepipeline:ListPipelineExecutions" in allowed


def test_the_template_finds_nothing_to_fill_in_in_a_text_of_the_users() -> None:
    flow_ = workflow(call("a", Text="${AccountId} and ${HOME}"))

    assert "${" not in build_for(flow_.steps[0], plan_of(flow_)).buildspec


def test_a_build_has_time_for_the_job_that_it_waits_for() -> None:
    flow_ = workflow(training())

    assert build_for(flow_.steps[0], plan_of(flow_)).project.timeout_minutes == 24 * 60 + 5


def test_the_file_of_a_buildspec_is_named_after_its_step() -> None:
    assert file_name("train-1") == "buildspecs/train-1.yml"


@pytest.mark.parametrize("service", ["sagemaker", "lambda", "codebuild", "ecs", "events", "sns", "stepfunctions", "s3"])
def test_every_operation_is_spelled_as_the_aws_cli_spells_it(service: str) -> None:
    operations = botocore.session.Session().get_service_model(service).operation_names

    assert [kebab(name) for name in operations] == [xform_name(name, "-") for name in operations]
