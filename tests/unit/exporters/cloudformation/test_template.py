"""The template makes what the pipeline needs, closed by default."""

from dataclasses import replace
from typing import Any, cast

import pytest
import yaml

from designer.catalog.needs import Function, GitTrigger, ImageTrigger, ObjectTrigger, PackageGroup
from designer.catalog.values import Deployed, ParameterValue
from designer.document.model import Parameter
from designer.workflow.model import Workflow
from designer.workflow.permissions import execution_statements
from exporters.cloudformation.document import template_document
from exporters.cloudformation.engine import EngineResource
from exporters.cloudformation.template import template_text
from tests.unit.exporters.cloudformation.builders import (
    ENGINES,
    code_pipeline_engine,
    sagemaker_engine,
    step_functions_engine,
    training,
    whole,
    workflow,
)

# Looked into by path: what stands where is what the tests are about.
Tree = dict[str, Any]
BUCKET = {"Fn::If": ["MakeBucket", {"Ref": "PipelineBucket"}, {"Ref": "ExistingBucket"}]}


def document(flow: Workflow, engine: EngineResource | None = None) -> Tree:
    return template_document(flow, engine or sagemaker_engine(flow), execution_statements(flow))


def properties(made: Tree, logical_id: str) -> Tree:
    return cast("Tree", made["Resources"][logical_id]["Properties"])


def statements(made: Tree, role: str) -> list[Tree]:
    (policy,) = properties(made, role)["Policies"]
    return cast("list[Tree]", policy["PolicyDocument"]["Statement"])


@pytest.mark.parametrize("engine", ENGINES)
def test_the_same_workflow_gives_the_same_bytes(engine: str) -> None:
    make = ENGINES[engine]

    first, again = (template_text(flow, make(flow), execution_statements(flow)) for flow in (whole(), whole()))

    assert first == again


@pytest.mark.parametrize("engine", ENGINES)
def test_a_template_says_how_it_may_be_deployed_without_making_roles_or_buckets(engine: str) -> None:
    flow = whole()

    made = document(flow, ENGINES[engine](flow))

    for logical_id, resource in made["Resources"].items():
        if resource["Type"] == "AWS::IAM::Role":
            assert resource["Condition"] == "MakeRoles", logical_id
        if resource["Type"] in {"AWS::S3::Bucket", "AWS::S3::BucketPolicy"}:
            assert resource["Condition"] == "MakeBucket", logical_id
    assert list(made["Parameters"])[:3] == ["AssetsBucket", "ExistingRoleArn", "ExistingBucket"]
    assert "Default" not in made["Parameters"]["AssetsBucket"]


def test_the_roles_and_buckets_of_the_document_are_the_defaults() -> None:
    flow = workflow(training(), settings={"execution_role": "arn:aws:iam::123456789012:role/x", "bucket": "lake"})

    made = document(flow)

    assert made["Parameters"]["ExistingRoleArn"]["Default"] == "arn:aws:iam::123456789012:role/x"
    assert made["Parameters"]["ExistingBucket"]["Default"] == "lake"


def test_the_artifact_bucket_is_encrypted_closed_and_spoken_to_over_tls_only() -> None:
    made = document(workflow(training()))

    bucket = properties(made, "PipelineBucket")
    assert set(bucket["PublicAccessBlockConfiguration"].values()) == {True}
    assert "AES256" in str(bucket["BucketEncryption"])
    assert bucket["OwnershipControls"] == {"Rules": [{"ObjectOwnership": "BucketOwnerEnforced"}]}
    (deny,) = properties(made, "PipelineBucketPolicy")["PolicyDocument"]["Statement"]
    assert (deny["Effect"], deny["Condition"]) == ("Deny", {"Bool": {"aws:SecureTransport": "false"}})


def test_a_key_of_the_document_encrypts_the_bucket_and_may_be_used_by_the_roles() -> None:
    made = document(workflow(training(), settings={"kms_key": "alias/churn"}))

    assert "alias/churn" in str(properties(made, "PipelineBucket")["BucketEncryption"])
    for role in ("EngineRole", "ExecutionRole"):
        assert [one for one in statements(made, role) if "kms:Decrypt" in one["Action"]]


def test_the_bucket_tells_of_new_objects_only_when_a_trigger_waits_for_them() -> None:
    waiting = workflow(training(), needs=(ObjectTrigger(logical_id="T", node="t", bucket=Deployed("ArtifactBucket")),))

    assert "NotificationConfiguration" in properties(document(waiting), "PipelineBucket")
    assert "NotificationConfiguration" not in properties(document(workflow(training())), "PipelineBucket")


@pytest.mark.parametrize(
    ("prefix", "suffix", "key"),
    [
        ("in/", "", {"prefix": "in/"}),
        ("", ".csv", {"suffix": ".csv"}),
        ("in*/", ".csv", {"wildcard": "in\\*/*.csv"}),
        ("", "", {"anything-but": {"prefix": "churn/"}}),
    ],
)
def test_an_object_trigger_waits_for_matching_keys_and_never_for_what_the_pipeline_writes(
    prefix: str, suffix: str, key: object
) -> None:
    trigger = ObjectTrigger(logical_id="T", node="t", bucket="", prefix=prefix, suffix=suffix)

    made = document(workflow(training(), needs=(trigger,)))

    detail = properties(made, "T")["EventPattern"]["detail"]
    assert detail == {"bucket": {"name": [BUCKET]}, "object": {"key": [key]}}


def test_an_image_trigger_waits_for_a_push_of_its_tag_alone() -> None:
    trigger = ImageTrigger(logical_id="T", node="t", repository="model", tag="release")

    pattern = properties(document(workflow(training(), needs=(trigger,))), "T")["EventPattern"]

    assert (pattern["source"], pattern["detail-type"]) == (["aws.ecr"], ["ECR Image Action"])
    assert pattern["detail"]["repository-name"] == ["model"]
    assert pattern["detail"]["image-tag"] == ["release"]
    assert (pattern["detail"]["action-type"], pattern["detail"]["result"]) == (["PUSH"], ["SUCCESS"])


def test_a_trigger_on_a_bucket_named_by_a_parameter_waits_at_its_default() -> None:
    trigger = ObjectTrigger(logical_id="T", node="t", bucket=ParameterValue("Lake"))
    flow = workflow(training(), needs=(trigger,), parameters=(Parameter(name="Lake", default="lake"),))

    detail = properties(document(flow), "T")["EventPattern"]["detail"]

    assert detail == {"bucket": {"name": ["lake"]}}


@pytest.mark.parametrize("engine", ENGINES)
def test_triggers_start_the_pipeline_and_may_do_nothing_else(engine: str) -> None:
    flow = whole()
    given = ENGINES[engine](flow)

    made = document(flow, given)

    (only,) = statements(made, "TriggerRole")
    assert only["Action"] == given.start.action
    schedule = properties(made, "NightlyTrigger")
    assert schedule["ScheduleExpressionTimezone"] == "Europe/Paris"
    assert schedule["Target"]["Arn"] == only["Resource"]


def test_a_pipeline_without_triggers_has_no_role_for_them() -> None:
    assert "TriggerRole" not in document(workflow(training()))["Resources"]


@pytest.mark.parametrize(("provider", "repository"), [("s3", "sources/churn.zip"), ("codecommit", "churn")])
def test_a_push_to_a_repository_of_aws_starts_the_pipeline_through_a_rule(provider: str, repository: str) -> None:
    push = GitTrigger(logical_id="Push", node="push", provider=provider, repository=repository)

    made = document(workflow(training(), needs=(push,)))

    assert made["Resources"]["Push"]["Type"] == "AWS::Events::Rule"


def test_a_connection_is_made_unless_one_is_given() -> None:
    own = GitTrigger(logical_id="Push", node="push", provider="connection", repository="a/b")
    arn = "arn:aws:codeconnections:us-east-1:123456789012:connection/x"
    given = GitTrigger(logical_id="Push", node="push", provider="connection", repository="a/b", connection_arn=arn)

    assert "Push" in document(workflow(training(), needs=(own,)))["Resources"]
    assert "Push" not in document(workflow(training(), needs=(given,)))["Resources"]


def test_a_model_package_group_that_exists_already_may_be_left_out() -> None:
    group = PackageGroup(logical_id="ModelsGroup", node="register", name="models")

    made = document(workflow(training(), needs=(group,)))

    assert made["Resources"]["ModelsGroup"]["Condition"] == "MakeModelsGroupWanted"
    assert made["Parameters"]["MakeModelsGroup"]["Default"] == "yes"


def test_an_execution_role_is_made_only_for_pipelines_with_jobs() -> None:
    assert "ExecutionRole" in document(whole())["Resources"]
    flow = workflow()
    assert "ExecutionRole" not in document(flow, code_pipeline_engine(flow))["Resources"]


def test_every_log_group_forgets_after_the_days_of_the_document() -> None:
    flow = whole(log_retention_days=7)

    made = document(flow, step_functions_engine(flow))

    groups = [one["Properties"] for one in made["Resources"].values() if one["Type"] == "AWS::Logs::LogGroup"]
    assert len(groups) == 3
    assert {group["RetentionInDays"] for group in groups} == {7}


def test_every_function_and_project_has_a_role_of_its_own() -> None:
    made = document(whole())

    assert properties(made, "PrepareFunction")["Role"]["Fn::If"][1] == {"Fn::GetAtt": ["PrepareFunctionRole", "Arn"]}
    assert "ImageProjectRole" in made["Resources"]
    writes = [one["Sid"] for one in statements(made, "PrepareFunctionRole")]
    assert writes == ["WriteItsLog", "WriteWhatItPrepares"]


def test_build_projects_take_their_source_from_the_action_in_codepipeline_and_from_s3_elsewhere() -> None:
    flow = whole()

    alone = properties(document(flow), "ImageProject")
    inside = properties(document(flow, code_pipeline_engine(flow)), "ImageProject")

    assert (alone["Source"]["Type"], alone["Artifacts"]["Type"]) == ("S3", "NO_ARTIFACTS")
    assert (inside["Source"]["Type"], inside["Artifacts"]["Type"]) == ("CODEPIPELINE", "CODEPIPELINE")


def test_a_users_own_placeholder_survives() -> None:
    flow = whole()

    text = template_text(flow, sagemaker_engine(flow), execution_statements(flow))
    loaded = yaml.load(text, Loader=_Plain)  # noqa: S506 - our own text, tags read as text

    definition = loaded["Resources"]["Pipeline"]["Properties"]["PipelineDefinition"]["PipelineDefinitionBody"]
    assert "${!HOME}" in definition[0]
    assert "${ExecutionRoleArn}" in definition[0]
    assert list(definition[1]) == ["ExecutionRoleArn"]
    assert (
        loaded["Resources"]["PrepareFunction"]["Properties"]["Environment"]["Variables"]["GREETING"] == "${HOME} stays"
    )


def test_a_verbatim_definition_is_left_to_the_state_machines_own_substitution() -> None:
    flow = whole()

    machine = properties(document(flow, step_functions_engine(flow)), "Pipeline")

    assert machine["Definition"]["States"]["train"]["Arguments"]["FunctionName"] == "${PrepareFunctionArn}"
    assert machine["DefinitionSubstitutions"] == {"PrepareFunctionArn": {"Fn::GetAtt": ["PrepareFunction", "Arn"]}}


def test_a_definition_given_as_text_becomes_an_object_that_only_known_names_are_filled_into() -> None:
    flow = whole()
    engine = step_functions_engine(flow)
    text = '{"States": {"a": {"Seconds": 3, "Comment": "${Region} ${HOME} ${Region}"}}}'

    machine = properties(document(flow, replace(engine, properties={"DefinitionString": text})), "Pipeline")

    assert machine == {
        "Definition": {"States": {"a": {"Seconds": 3, "Comment": "${Region} ${HOME} ${Region}"}}},
        "DefinitionSubstitutions": {"Region": {"Ref": "AWS::Region"}},
    }


def test_a_deployed_name_that_nothing_gives_is_named_in_the_error() -> None:
    function = Function(
        logical_id="F",
        node="f",
        runtime="python3.12",
        handler="a.b",
        asset_key="k",
        timeout_seconds=3,
        memory_mb=128,
        environment={"X": Deployed("NowhereArn")},
    )

    with pytest.raises(KeyError, match="NowhereArn"):
        document(workflow(training(), needs=(function,)))


class _Plain(yaml.SafeLoader):
    """Reads templates with short functions as their arguments."""


def _argument(loader: yaml.SafeLoader, _suffix: str, node: yaml.Node) -> object:
    if isinstance(node, yaml.ScalarNode):
        return loader.construct_scalar(node)
    if isinstance(node, yaml.SequenceNode):
        return loader.construct_sequence(node, deep=True)
    return loader.construct_mapping(cast("yaml.MappingNode", node), deep=True)


_Plain.add_multi_constructor("!", _argument)
