"""The judges themselves: each lets a sound sample pass and finds the fault of a broken one."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.judges.asl import jsonata_problems, statelint_problems
from tests.judges.lint import cfn_lint_problems
from tests.judges.sdk import SourceRefusedError

if TYPE_CHECKING:
    from tests.judges.asl import AslJudge
    from tests.judges.sdk import SdkJudge

pytestmark = pytest.mark.judge

SOUND_MACHINE: dict[str, object] = {
    "StartAt": "wait",
    "States": {"wait": {"Type": "Wait", "Seconds": 5, "Next": "done"}, "done": {"Type": "Succeed"}},
}
BROKEN_MACHINE: dict[str, object] = {
    "StartAt": "wait",
    "States": {"wait": {"Type": "Wait", "Seconds": 5, "Next": "nowhere"}, "done": {"Type": "Succeed"}},
}
PIPELINE_SOURCE = '''
from sagemaker.core.processing import ScriptProcessor
from sagemaker.core.shapes import ProcessingOutput, ProcessingS3Output
from sagemaker.core.workflow.parameters import ParameterString
from sagemaker.mlops.workflow.pipeline import Pipeline
from sagemaker.mlops.workflow.steps import ProcessingStep, TrainingStep
from sagemaker.core.training.configs import Compute, OutputDataConfig
from sagemaker.train.model_trainer import ModelTrainer

ROLE = "arn:aws:iam::111122223333:role/pipeline"
IMAGE = "683313688378.dkr.ecr.us-east-1.amazonaws.com/sagemaker-scikit-learn:1.2-1-cpu-py3"


def build(session):
    """Compose the pipeline."""
    size = ParameterString(name="Instance", default_value="ml.m5.xlarge")
    processor = ScriptProcessor(
        role=ROLE, image_uri=IMAGE, command=["python3"], instance_count=1, instance_type=size, sagemaker_session=session
    )
    output = ProcessingOutput(
        output_name="train",
        s3_output=ProcessingS3Output(
            s3_uri="s3://bucket/train", local_path="/opt/ml/processing/train", s3_upload_mode="EndOfJob"
        ),
    )
    prepare = ProcessingStep(name="prepare", step_args=processor.run(code="s3://bucket/prepare.py", outputs=[output]))
    trainer = ModelTrainer(
        training_image=IMAGE,
        role=ROLE,
        sagemaker_session=session,
        base_job_name="train",
        compute=Compute(instance_type="ml.m5.xlarge", instance_count=1, volume_size_in_gb=30),
        output_data_config=OutputDataConfig(s3_output_path="s3://bucket/model"),
    )
    train = TrainingStep(name="train", step_args=trainer.train(), depends_on=[prepare])
    return Pipeline(name="sample", parameters=[size], steps=[prepare, train], sagemaker_session=session)
'''


def template_with(machine: object) -> str:
    return json.dumps(
        {
            "Resources": {
                "Machine": {
                    "Type": "AWS::StepFunctions::StateMachine",
                    "Properties": {"RoleArn": "arn:aws:iam::111122223333:role/machine", "Definition": machine},
                }
            }
        }
    )


def test_both_npm_validators_accept_a_sound_machine(asl_judge: AslJudge) -> None:
    problems = asl_judge.als_problems(SOUND_MACHINE) + asl_judge.asl_validator_problems(SOUND_MACHINE)

    assert problems == []


def test_the_language_service_finds_a_transition_into_nothing(asl_judge: AslJudge) -> None:
    problems = asl_judge.als_problems(BROKEN_MACHINE)

    assert any("existing state" in problem for problem in problems)


def test_asl_validator_finds_a_transition_into_nothing(asl_judge: AslJudge) -> None:
    problems = asl_judge.asl_validator_problems(BROKEN_MACHINE)

    assert any("nowhere" in problem for problem in problems)


def test_statelint_accepts_a_sound_machine_and_finds_the_broken_transition() -> None:
    assert statelint_problems(SOUND_MACHINE) == []
    assert any("nowhere" in problem for problem in statelint_problems(BROKEN_MACHINE))


def test_an_expression_that_is_no_jsonata_is_named() -> None:
    machine = {"Output": {"sound": "{% $states.input.x + 1 %}", "broken": "{% $states.input.( %}", "plain": "{x"}}

    problems = jsonata_problems(machine)

    assert len(problems) == 1
    assert problems[0].startswith("{% $states.input.( %}")


def test_cfn_lint_accepts_a_sound_machine_in_a_template() -> None:
    assert cfn_lint_problems(template_with(SOUND_MACHINE)) == []


def test_cfn_lint_finds_a_state_of_unknown_type() -> None:
    machine = {"StartAt": "a", "States": {"a": {"Type": "Sleep", "End": True}}}

    problems = cfn_lint_problems(template_with(machine))

    assert any(problem.startswith("E3601") for problem in problems)


@pytest.mark.slow
def test_the_sdk_composes_a_source_into_its_definition(sdk_judge: SdkJudge) -> None:
    definition = sdk_judge.definition_of(PIPELINE_SOURCE)

    steps = definition["Steps"]
    assert isinstance(steps, list)
    assert [(step["Name"], step["Type"]) for step in steps] == [("prepare", "Processing"), ("train", "Training")]
    assert steps[0]["Arguments"]["ProcessingResources"]["ClusterConfig"]["InstanceType"] == {
        "Get": "Parameters.Instance"
    }
    assert steps[1]["DependsOn"] == ["prepare"]


@pytest.mark.slow
def test_the_sdk_tells_why_it_refuses_a_source(sdk_judge: SdkJudge) -> None:
    with pytest.raises(SourceRefusedError, match="no_such_module"):
        sdk_judge.definition_of("import no_such_module")


@pytest.mark.slow
def test_a_source_that_needs_the_network_is_refused(sdk_judge: SdkJudge) -> None:
    source = "import urllib.request\npipeline = urllib.request.urlopen('http://192.0.2.1/')"

    with pytest.raises(SourceRefusedError, match="must not need the network"):
        sdk_judge.definition_of(source)
