"""A CodePipeline becomes a document that keeps every action."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from designer.catalog.palette import KINDS
from designer.document.model import Document
from designer.errors import FileRefused
from designer.graph.model import build_graph
from designer.importing.code_pipeline import import_code_pipeline
from designer.workflow.lowering import lower
from exporters.codepipeline.definition import definition
from exporters.codepipeline.plan import plan_of

_KINDS = {kind.id: kind for kind in KINDS}


def action(name: str, provider: str, order: int = 1, **members: object) -> dict[str, object]:
    kind = {"category": "Build", "owner": "AWS", "provider": provider, "version": "1"}
    return {"name": name, "actionTypeId": kind, "runOrder": order, **members}


PIPELINE: dict[str, object] = {
    "name": "churn",
    "roleArn": "arn:aws:iam::123456789012:role/x",
    "artifactStore": {"type": "S3", "location": "bucket"},
    "pipelineType": "V2",
    "executionMode": "QUEUED",
    "variables": [{"name": "Size", "defaultValue": "5", "description": "How much"}, {"name": "Needed"}],
    "triggers": [{"providerType": "CodeStarSourceConnection", "gitConfiguration": {"sourceActionName": "Code"}}],
    "stages": [
        {"name": "Source", "actions": [action("Code", "S3", outputArtifacts=[{"name": "App"}], configuration={})]},
        {
            "name": "Build",
            "beforeEntry": {"conditions": [{"result": "SKIP", "rules": []}]},
            "actions": [
                action("Test", "CodeBuild", 2, inputArtifacts=[{"name": "App"}]),
                action("Make", "CodeBuild", 1, configuration={"ProjectName": "#{variables.Size}"}),
            ],
        },
        {"name": "Again", "actions": [action("Make", "CodeBuild")]},
    ],
}
TEMPLATE = """
Resources:
  Store:
    Type: AWS::S3::Bucket
  Pipe:
    Type: AWS::CodePipeline::Pipeline
    Properties:
      Name: churn
      RoleArn: !GetAtt Role.Arn
      Tags: [{Key: a, Value: b}]
      ArtifactStores: [{Region: us-east-1, ArtifactStore: {Type: S3, Location: !Ref Store}}]
      Stages:
        - Name: !FindInMap [Names, Source, Title]
          Actions:
            - Name: Code
              ActionTypeId: {Category: Source, Owner: AWS, Provider: S3, Version: '1'}
              Configuration: {S3Bucket: !Sub '${Store}-x', PollForSourceChanges: !If [Poll, true, false]}
              RunOrder: '1'
            - !If [More, {Name: More, ActionTypeId: {Category: Source}}, !Ref AWS::NoValue]
"""


def drawn(content: object = PIPELINE) -> Document:
    return import_code_pipeline(json.dumps(content), path="folder/it.json")


def exported(document: Document) -> object:
    return json.loads(json.dumps(definition(plan_of(lower(build_graph(document, _KINDS), {})))))


@pytest.mark.parametrize("content", [PIPELINE, {"pipeline": PIPELINE, "metadata": {"created": "today"}}])
def test_an_import_that_is_exported_again_is_the_same_pipeline(content: object) -> None:
    assert exported(drawn(content)) == PIPELINE


def test_stages_become_frames_and_variables_parameters() -> None:
    document = drawn()

    frames = [("Source", ("Code",)), ("Build", ("Test", "Make")), ("Again", ("Make-2",))]
    assert [(frame.title, frame.nodes) for frame in document.frames] == frames
    assert [(one.name, one.default) for one in document.parameters.values()] == [("Size", "5"), ("Needed", None)]


def test_artifacts_and_the_order_of_running_become_edges() -> None:
    assert sorted(str(edge) for edge in drawn().edges) == [
        "Code -> Make",
        "Code.result -> Test.reads",
        "Make -> Test",
        "Test -> Make-2",
    ]


def test_a_pipeline_in_a_template_is_spelled_as_the_api_does() -> None:
    document = import_code_pipeline(TEMPLATE, path="template.yaml")

    assert exported(document) == {
        "name": "churn",
        "roleArn": "${Role.Arn}",
        "artifactStores": {"us-east-1": {"type": "S3", "location": "${Store}"}},
        "stages": [
            {
                "name": "${Names.Source.Title}",
                "actions": [
                    {
                        "name": "Code",
                        "actionTypeId": {"category": "Source", "owner": "AWS", "provider": "S3", "version": "1"},
                        "configuration": {"S3Bucket": "${Store}-x", "PollForSourceChanges": True},
                        "runOrder": 1,
                    },
                    {"name": "More", "actionTypeId": {"category": "Source"}},
                ],
            }
        ],
    }


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ({}, "no CodePipeline"),
        ({"stages": []}, "no stages"),
        ({"stages": [{"name": "S"}]}, "Stage 1 has no name or no actions"),
        ({"stages": [{"name": "S", "actions": [{}]}]}, "Action 1 of the stage 'S' has no name"),
        ({"stages": [{"name": "S", "actions": [{"name": "A"}]}]}, "has no type"),
        ({"Resources": {"B": {"Type": "AWS::S3::Bucket"}}}, "no CodePipeline"),
    ],
)
def test_what_cannot_be_drawn_is_refused_with_the_reason(content: object, reason: str) -> None:
    with pytest.raises(FileRefused, match=reason):
        drawn(content)


_NAMES = ["stages", "name", "actions", "actionTypeId", "runOrder", "inputArtifacts", "variables", "pipeline", "Fn::If"]
_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.sampled_from(["A", "S", ""]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(_NAMES), inner, max_size=4),
    max_leaves=25,
)


@given(_VALUES | _VALUES.map(lambda value: {"stages": [{"name": "S", "actions": value}], "variables": value}))
def test_any_values_are_drawn_or_refused(value: object) -> None:
    try:
        document = drawn(value)
    except FileRefused:
        return

    assert document.frames
