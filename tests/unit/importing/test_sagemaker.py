"""A SageMaker pipeline becomes a document that keeps every step."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from designer.catalog.palette import KINDS
from designer.document.model import Document
from designer.errors import FileRefused
from designer.graph.model import build_graph
from designer.importing.sagemaker import import_sagemaker_pipeline
from designer.workflow.lowering import lower
from exporters.sagemaker.definition import definition

_KINDS = {kind.id: kind for kind in KINDS}
FILES = [{"PropertyFileName": "Report", "OutputName": "out", "FilePath": "report.json"}]
ACCURACY = {"Std:JsonGet": {"PropertyFile": {"Get": "Steps.Evaluate.PropertyFiles.Report"}, "Path": "a['b'][0]"}}
MODEL = {"Get": "Steps.Train.ModelArtifacts.S3ModelArtifacts"}
PIPELINE: dict[str, object] = {
    "Version": "2020-12-01",
    "Metadata": {"Owner": "us"},
    "Parameters": [
        {"Name": "Least", "Type": "Float", "DefaultValue": 0.5, "Description": "How good"},
        {"Name": "Kind", "Type": "String", "EnumValues": ["a", "b"]},
    ],
    "PipelineExperimentConfig": {"ExperimentName": "one"},
    "MlflowConfig": None,
    "Steps": [
        {"Name": "Train", "Type": "Training", "Arguments": {"RoleArn": "${Role}"}, "DependsOn": ["Prepare"]},
        {"Name": "Prepare", "Type": "Processing", "Arguments": {}, "DisplayName": "Prepare it"},
        {
            "Name": "Evaluate",
            "Type": "Processing",
            "Arguments": {"ProcessingInputs": [{"S3Input": {"S3Uri": MODEL}}]},
            "DependsOn": ["Train"],
            "PropertyFiles": FILES,
        },
        {
            "Name": "Good",
            "Type": "Condition",
            "Arguments": {
                "Conditions": [
                    {
                        "Type": "GreaterThanOrEqualTo",
                        "LeftValue": ACCURACY,
                        "RightValue": {"Get": "Parameters.Least"},
                    },
                    {"Type": "In", "QueryValue": {"Get": "Parameters.Kind"}, "Values": ["a"]},
                ],
                "IfSteps": [
                    {"Name": "Register", "Type": "RegisterModel", "Arguments": {"M": MODEL}},
                    {"Name": "Model", "Type": "Model", "Arguments": {}, "DependsOn": ["Register", "Prepare"]},
                ],
                "ElseSteps": [],
            },
        },
    ],
}


def drawn(pipeline: object = PIPELINE) -> Document:
    return import_sagemaker_pipeline(json.dumps(pipeline), path="folder/churn.json")


def exported(document: Document) -> object:
    return json.loads(json.dumps(definition(lower(build_graph(document, _KINDS), {}))))


def test_an_import_that_is_exported_again_is_the_same_definition() -> None:
    assert exported(drawn()) == PIPELINE


def test_what_is_read_is_joined_as_data_and_what_is_only_waited_for_as_flow() -> None:
    assert sorted(str(edge) for edge in drawn().edges) == [
        "Evaluate.result -> Good.reads",
        "Good.then -> Model",
        "Good.then -> Register",
        "Prepare -> Train",
        "Prepare.result -> Model.reads",
        "Register.result -> Model.reads",
        "Train.result -> Evaluate.reads",
        "Train.result -> Register.reads",
    ]


def test_a_wait_that_is_taken_away_on_the_canvas_is_gone_from_the_export() -> None:
    pipeline = PIPELINE | {"Steps": [{"Name": "A", "Type": "X"}, {"Name": "B", "Type": "X", "DependsOn": ["A"]}]}
    document = drawn(pipeline)
    assert exported(document) == pipeline

    without = Document(name="x", settings=document.settings, nodes=document.nodes, parameters=document.parameters)

    assert exported(without) == PIPELINE | {"Steps": [{"Name": "A", "Type": "X"}, {"Name": "B", "Type": "X"}]}


def test_a_step_that_waits_for_one_inside_a_branch_stays_where_it_is() -> None:
    inner = {"Name": "In", "Type": "Training", "Arguments": {}}
    conditions = [{"Type": "Equals", "LeftValue": 1, "RightValue": 1}]
    arguments = {"Conditions": conditions, "IfSteps": [inner], "ElseSteps": []}
    steps = [
        {"Name": "Check", "Type": "Condition", "Arguments": arguments},
        {"Name": "Out", "Type": "Training", "Arguments": {}, "DependsOn": ["In", {"Step": "In", "Trigger": "Failed"}]},
    ]

    assert exported(drawn({"Version": "1", "Steps": steps})) == {"Version": "1", "Steps": steps}


@pytest.mark.parametrize(
    "around",
    [
        {"PipelineDefinition": json.dumps(PIPELINE), "PipelineName": "churn"},
        {
            "Resources": {
                "Bucket": {"Type": "AWS::S3::Bucket"},
                "Pipe": {
                    "Type": "AWS::SageMaker::Pipeline",
                    "Properties": {
                        "PipelineName": "churn",
                        "PipelineDefinition": {
                            "PipelineDefinitionBody": {"Fn::Join": ["", [*json.dumps(PIPELINE).partition(":")]]}
                        },
                    },
                },
            }
        },
    ],
)
def test_the_definition_is_found_in_an_answer_of_the_api_and_in_a_template(around: object) -> None:
    document = drawn(around)

    assert document.name == "churn"
    assert exported(document) == PIPELINE


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("{}", "no SageMaker pipeline"),
        ('{"Steps": []}', "no Steps"),
        ('{"Steps": [{"Name": "A"}]}', "Step 1 of the pipeline has no Name or no Type"),
        ('{"Steps": [{"Name": "A", "Type": "X"}, {"Name": "A", "Type": "X"}]}', "Two steps are called 'A'"),
        ('{"Steps": [{"Name": "A", "Type": "X"}], "Parameters": {}}', "are a list"),
        ('{"Steps": [{"Name": "A", "Type": "X"}], "Parameters": [{"Name": "P", "Type": "Text"}]}', "of no type"),
        ('{"Steps": [{"Name": "A", "Type": "X"}], "Parameters": [{}]}', "Parameter 1"),
        ('{"PipelineDefinition": {"PipelineDefinitionS3Location": {}}}', "stands elsewhere"),
    ],
)
def test_what_cannot_be_drawn_is_refused_with_the_reason(text: str, reason: str) -> None:
    with pytest.raises(FileRefused, match=reason):
        import_sagemaker_pipeline(text, path="odd.json")


def test_broken_json_is_refused_with_line_and_column() -> None:
    with pytest.raises(FileRefused) as refusal:
        import_sagemaker_pipeline('{\n "Steps": ,\n}', path="broken.json")

    assert (refusal.value.line, refusal.value.column) == (2, 11)


_NAMES = ["Steps", "Name", "Type", "Arguments", "DependsOn", "Conditions", "IfSteps", "ElseSteps", "Condition", "Get"]
_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.sampled_from(["Condition", "A", "Steps.A.B", "Parameters.P", ""]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(_NAMES), inner, max_size=4),
    max_leaves=25,
)


@given(_VALUES | _VALUES.map(lambda value: {"Steps": [{"Name": "A", "Type": "Condition", "Arguments": value}]}))
def test_any_values_are_drawn_or_refused(value: object) -> None:
    try:
        document = drawn(value)
    except FileRefused:
        return

    assert document.nodes
