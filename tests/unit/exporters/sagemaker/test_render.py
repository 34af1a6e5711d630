"""An export holds what a team commits and deploys."""

import json
from dataclasses import replace

from designer.catalog.needs import Asset, ScheduleTrigger
from designer.workflow.model import Workflow
from exporters.sagemaker.render import render
from exporters.sagemaker.target import TARGET
from tests.unit.exporters.sagemaker.workflows import churn, training, workflow


def files_of(one: Workflow) -> dict[str, bytes]:
    return {artifact.path: artifact.content for artifact in render(one)}


def test_the_files_are_the_definition_the_source_the_template_the_readme_and_the_code() -> None:
    code = Asset(key="assets/0123/run.py", content=b"print()\n")

    files = files_of(replace(churn(), needs=(code,)))

    assert list(files) == ["pipeline.json", "pipeline.py", "template.yaml", "README.md", "code/0123/run.py"]
    assert files["code/0123/run.py"] == b"print()\n"
    assert TARGET.definition in files


def test_the_definition_keeps_what_the_template_fills_in() -> None:
    files = files_of(churn())

    assert json.loads(files["pipeline.json"])["Steps"][0]["Arguments"]["RoleArn"] == "${ExecutionRoleArn}"


def test_the_template_makes_the_pipeline_with_its_definition_and_a_role() -> None:
    template = files_of(churn())["template.yaml"].decode()

    assert "Type: AWS::SageMaker::Pipeline" in template
    assert "PipelineDefinitionBody: !Sub" in template
    assert "iam:PassRole" in template


def test_a_schedule_starts_the_pipeline_by_its_arn() -> None:
    schedule = ScheduleTrigger(logical_id="Nightly", node="nightly", expression="rate(1 day)")

    template = files_of(replace(churn(), needs=(schedule,)))["template.yaml"].decode()

    assert "sagemaker:StartPipelineExecution" in template
    assert ":pipeline/churn" in template


def test_the_readme_gives_the_commands_with_the_names_of_this_pipeline() -> None:
    readme = files_of(replace(churn(), name="My churn_model"))["README.md"].decode()

    assert "--stack-name My-churn-model " in readme
    assert "start-pipeline-execution --pipeline-name My-churn-model --region us-west-2" in readme
    assert "--pipeline-parameters Name=Given,Value=..." in readme
    assert "code/" not in readme


def test_the_same_workflow_gives_the_same_bytes() -> None:
    assert render(churn()) == render(churn())


def test_a_change_of_one_step_leaves_the_others_as_they_were() -> None:
    before = json.loads(files_of(churn())["pipeline.json"])
    more = workflow(*churn().steps, training("more"), after=churn().after, parameters=churn().parameters)
    after = json.loads(files_of(more)["pipeline.json"])

    assert after["Steps"][: len(before["Steps"])] == before["Steps"]
