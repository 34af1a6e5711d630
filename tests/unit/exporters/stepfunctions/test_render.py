"""The files of an export to Step Functions."""

import json
from collections.abc import Iterator

import pytest

from designer.catalog.branches import THEN
from designer.catalog.needs import Asset, GitTrigger, ScheduleTrigger
from designer.catalog.steps import Approval, Call, Choice, Comparison, Wait
from designer.catalog.values import ExecutionValue, FileValue, ParameterValue, StepOutput, joined
from designer.document.model import Parameter
from designer.errors import TargetRefused
from designer.workflow.model import Dependency, Workflow
from exporters.stepfunctions.support import support
from exporters.stepfunctions.target import TARGET
from tests.judges.asl import AslJudge, jsonata_problems, open_asl_judge, statelint_problems
from tests.judges.lint import cfn_lint_problems
from tests.unit.exporters.stepfunctions.build import after_data, invoking, training, workflow

_ENDPOINT = Call(
    id="deploy",
    node="deploy",
    service="sagemaker",
    operation="CreateEndpoint",
    update="UpdateEndpoint",
    name_member="EndpointName",
    request={"EndpointName": "churn", "EndpointConfigName": "config"},
    wait=Wait(
        describe="DescribeEndpoint",
        identifier="EndpointName",
        status=("EndpointStatus",),
        succeeded=("InService",),
        failed=("Failed",),
        reason=("FailureReason",),
    ),
)


def whole() -> Workflow:
    """Return a workflow with everything that a machine may hold."""
    metric = FileValue(
        step="train",
        output="metrics",
        file="evaluation.json",
        uri=joined("s3://my-bucket/", ExecutionValue("id")),
        path=("auc",),
    )
    choice = Choice(id="good?", node="good?", condition=Comparison(metric, ">", ParameterValue("Least", "Float")))
    return workflow(
        training("train"),
        training("other"),
        choice,
        Approval(id="ok", node="ok", message="Deploy?"),
        _ENDPOINT,
        invoking("tell", other=StepOutput("other", ("ModelArtifacts", "S3ModelArtifacts"))),
        after={
            "good?": (after_data("train"),),
            "ok": (Dependency(step="good?", branch=THEN),),
            "deploy": (Dependency(step="ok"),),
            "tell": (after_data("other"), Dependency(step="good?", branch="else"), Dependency(step="deploy")),
        },
        parameters=(Parameter(name="Least", type="Float", default=0.8),),
        needs=(Asset(key="assets/0a/code.zip", content=b"zip"),),
    )


def test_an_export_holds_definition_template_readme_and_code() -> None:
    artifacts = {artifact.path: artifact.content for artifact in TARGET.render(whole())}

    assert list(artifacts) == ["state_machine.asl.json", "template.yaml", "README.md", "code/0a/code.zip"]
    assert json.loads(artifacts[TARGET.definition])["StartAt"] == "Begin"
    assert artifacts[TARGET.definition].endswith(b"}\n")
    assert artifacts["code/0a/code.zip"] == b"zip"


def test_the_same_workflow_gives_the_same_bytes() -> None:
    assert TARGET.render(whole()) == TARGET.render(whole())


def test_the_readme_gives_the_commands_to_deploy_run_and_approve() -> None:
    readme = next(one for one in TARGET.render(whole()) if one.path == "README.md").content.decode()

    for command in ("aws cloudformation deploy", "start-execution", "send-task-success", "delete-stack"):
        assert command in readme


def test_what_is_lowered_says_how() -> None:
    reports = {report.node: report for report in support(whole())}

    assert reports["train"].level.value == "native"
    assert "UpdateEndpoint" in reports["deploy"].reason
    assert "event" in reports["ok"].reason


def test_a_git_trigger_is_refused_and_a_schedule_is_not() -> None:
    git = GitTrigger(logical_id="Git", node="git", provider="connection", repository="me/it")
    schedule = ScheduleTrigger(logical_id="Daily", node="daily", expression="rate(1 day)")

    reports = {report.node: report.level.value for report in support(workflow(training(), needs=(git, schedule)))}

    assert (reports["git"], reports["daily"]) == ("impossible", "lowered")
    with pytest.raises(TargetRefused) as refused:
        TARGET.render(workflow(training(), needs=(git,)))

    assert any("git" in reason for reason in refused.value.reasons)


def test_a_workflow_without_steps_is_refused() -> None:
    with pytest.raises(TargetRefused, match="no step"):
        TARGET.render(workflow())


@pytest.fixture(scope="module")
def judge() -> Iterator[AslJudge]:
    with open_asl_judge() as opened:
        yield opened


@pytest.mark.judge
def test_validators_of_others_find_nothing_wrong_with_the_definition(judge: AslJudge) -> None:
    machine = json.loads(next(one for one in TARGET.render(whole()) if one.path == TARGET.definition).content)

    problems = {
        "language service": judge.als_problems(machine),
        "asl-validator": judge.asl_validator_problems(machine),
        "statelint": statelint_problems(machine),
        "jsonata": jsonata_problems(machine),
    }

    assert {name: found for name, found in problems.items() if found} == {}


@pytest.mark.judge
def test_cfn_lint_finds_nothing_wrong_with_the_template() -> None:
    template = next(one for one in TARGET.render(whole()) if one.path == "template.yaml").content.decode()

    # Resources of tasks are no ARNs of the account's own partition; theirs is that of the pipeline's region.
    assert cfn_lint_problems(template, ignored=("I3042",)) == []
