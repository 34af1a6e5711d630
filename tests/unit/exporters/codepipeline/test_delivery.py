"""Actions that CodePipeline alone has: what is drawn is what its API takes."""

from collections.abc import Iterator, Mapping
from typing import cast

import boto3
import pytest
from botocore.validate import ParamValidator

from designer.checking.code_pipeline_actions import PROVIDERS
from designer.errors import Refusal
from designer.workflow.model import Workflow
from designer.workflow.permissions import engine_statements
from exporters.codepipeline.definition import definition
from exporters.codepipeline.plan import plan_of
from exporters.codepipeline.resource import engine_resource
from exporters.codepipeline.support import support
from exporters.codepipeline.target import TARGET
from exporters.sagemaker.target import TARGET as SAGEMAKER
from exporters.stepfunctions.target import TARGET as STEP_FUNCTIONS
from tests.unit.exporters.codepipeline.delivery_cases import DELIVERIES, SOURCES, delivering
from tests.unit.exporters.drawing import drawn

_ELSEWHERE = {"region": "eu-west-1", "artifact_bucket": "artifacts-eu"}


def _actions(workflow: Workflow) -> Mapping[str, Mapping[str, object]]:
    return {str(action["name"]): action for action in _listed(definition(plan_of(workflow)))}


def _listed(pipeline: Mapping[str, object]) -> Iterator[Mapping[str, object]]:
    for stage in cast("list[Mapping[str, object]]", pipeline["stages"]):
        yield from cast("list[Mapping[str, object]]", stage["actions"])


def errors(pipeline: Mapping[str, object]) -> str:
    shape = boto3.client("codepipeline", region_name="us-east-1").meta.service_model.operation_model("CreatePipeline")
    return str(ParamValidator().validate({"pipeline": pipeline}, shape.input_shape).generate_report())


@pytest.mark.parametrize("kind", DELIVERIES)
def test_the_api_takes_each_with_the_keys_that_its_provider_knows(kind: str) -> None:
    workflow = delivering(kind)
    action = _actions(workflow)[kind]
    type_id = cast("Mapping[str, str]", action["actionTypeId"])
    keys = PROVIDERS.get((type_id["category"], type_id["provider"]))

    assert errors(definition(plan_of(workflow))) == ""
    assert [one.level.value for one in support(workflow)] == ["native"] * 3
    configuration = set(cast("Mapping[str, str]", action.get("configuration", {})))
    if type_id["owner"] == "AWS":
        assert keys is not None
        assert set(keys.needed) <= configuration <= {*keys.needed, *keys.others}


@pytest.mark.parametrize("kind", DELIVERIES)
def test_other_engines_say_that_it_is_not_theirs(kind: str) -> None:
    for target in (SAGEMAKER, STEP_FUNCTIONS):
        (report,) = [one for one in target.support(delivering(kind)) if one.node == kind]
        assert (report.level.value, "Export to CodePipeline" in report.reason) == ("impossible", True)


def test_a_build_gives_its_artifact_to_the_actions_that_take_it() -> None:
    actions = _actions(delivering("s3_deploy"))

    assert actions["made"]["inputArtifacts"] == [{"name": "code"}]
    assert actions["made"]["outputArtifacts"] == [{"name": "made"}]
    assert actions["s3_deploy"]["inputArtifacts"] == [{"name": "made"}]
    assert cast("int", actions["s3_deploy"]["runOrder"]) > cast("int", actions["made"]["runOrder"])


def test_a_build_takes_what_commands_left_behind() -> None:
    run = {"kind": "commands", "settings": {"commands": ["make"], "files": ["dist/**"]}}
    build = {"kind": "build", "settings": {}}
    nodes = {"code": SOURCES["code"], "run": run, "build": build}

    actions = _actions(drawn(nodes, "code.source -> run.source", "run.artifact -> build.source"))

    assert actions["run"]["outputArtifacts"] == [{"name": "run", "files": ["dist/**"]}]
    assert actions["build"]["inputArtifacts"] == [{"name": "run"}]


def test_what_an_action_gives_is_read_as_its_variable() -> None:
    copied = {"kind": "s3_deploy", "settings": {"bucket": "site", "key": "app/${run.VERSION}"}}
    told = {"kind": "lambda", "settings": {"function": "tell", "payload": {"version": "${run.VERSION}"}}}
    run = {"kind": "commands", "settings": {"commands": ["make"], "variables": ["VERSION"]}}
    nodes = {"code": SOURCES["code"], "run": run, "copied": copied, "told": told}

    actions = _actions(drawn(nodes, "code.source -> run.source", "code.source -> copied.source"))

    assert actions["run"]["namespace"] == "run"
    assert cast("Mapping[str, str]", actions["copied"]["configuration"])["ObjectKey"] == "app/#{run.VERSION}"
    assert "#{run.VERSION}" in str(actions["told"]["configuration"])


def test_an_action_in_another_region_hands_artifacts_through_a_bucket_there() -> None:
    workflow = delivering("codedeploy", more=_ELSEWHERE)
    pipeline = definition(plan_of(workflow))

    assert "artifactStore" not in pipeline
    stores = cast("Mapping[str, Mapping[str, str]]", pipeline["artifactStores"])
    assert {region: store["location"] for region, store in stores.items()} == {
        "us-east-1": "${ArtifactBucket}",
        "eu-west-1": "artifacts-eu",
    }
    assert _actions(workflow)["codedeploy"]["region"] == "eu-west-1"
    properties = engine_resource(plan_of(workflow), pipeline, ()).properties
    assert [one["Region"] for one in cast("list[dict[str, str]]", properties["ArtifactStores"])] == list(stores)


def test_a_region_without_a_bucket_is_refused() -> None:
    with pytest.raises(Refusal, match="Give both"):
        delivering("codedeploy", more={"region": "eu-west-1"})


def test_an_action_with_a_role_of_its_own_gives_the_pipeline_no_more_than_to_take_it_on() -> None:
    role = "arn:aws:iam::999999999999:role/deploys"
    workflow = delivering("codedeploy", more={"role_arn": role})

    assert _actions(workflow)["codedeploy"]["roleArn"] == role
    own = [one for one in engine_statements(workflow, "codepipeline") if one.reason.startswith("codedeploy:")]
    assert [(one.actions, one.resources) for one in own] == [(("sts:AssumeRole",), (role,))]


def test_a_branch_skips_the_stage_of_an_action() -> None:
    choice = {"kind": "condition", "settings": {"when": "${ask.good} == 1"}}
    ask = {"kind": "lambda", "settings": {"function": "ask", "answers": {"good": "value"}}}
    nodes = {**SOURCES, "ask": ask, "choice": choice, "copy": {"kind": "s3_deploy", "settings": {"bucket": "site"}}}
    edges = ("code.source -> made.source", "made.artifact -> copy.source", "choice.then -> copy")

    stages = cast("list[Mapping[str, object]]", definition(plan_of(drawn(nodes, *edges)))["stages"])

    (skipped,) = [stage for stage in stages if "beforeEntry" in stage]
    assert [action["name"] for action in cast("list[Mapping[str, str]]", skipped["actions"])] == ["copy"]


def test_everything_that_is_exported_is_there() -> None:
    files = {one.path for one in TARGET.render(delivering(*DELIVERIES))}

    assert {"pipeline.json", "template.yaml", "README.md"} <= files
