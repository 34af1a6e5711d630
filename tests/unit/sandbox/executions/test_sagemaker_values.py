import pytest

from designer.sandbox.documents import Record, Value
from designer.sandbox.executions.sagemaker_model import Execution, StepRun, parameter_values
from designer.sandbox.executions.sagemaker_values import (
    ValueMissing,
    Values,
    property_file_paths,
    referenced_steps,
)
from designer.sandbox.wire.api_error import ApiError


@pytest.fixture
def values() -> Values:
    prepare = StepRun(name="Prepare", kind="Processing", result={
        "ProcessingOutputConfig": {"Outputs": [{"OutputName": "train", "S3Output": {"S3Uri": "s3://b/train"}}]},
        "PropertyFiles": {"Report": "s3://b/report.json"},
        "OutputParameters": {"count": 3},
    })  # fmt: skip
    execution = Execution(
        arn="arn", execution_id="abc", pipeline_name="p", pipeline_arn="parn", role_arn="r", definition_text="{}",
        definition={}, parameters={"Limit": 0.8, "Names": "x"}, steps={"Prepare": prepare},
    )  # fmt: skip
    files = {"s3://b/report.json": {"metrics": {"accuracy": {"value": 0.91}}}}
    return Values(execution, files.__getitem__)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"Get": "Parameters.Limit"}, 0.8),
        ({"Get": "Execution.PipelineExecutionId"}, "abc"),
        ({"Get": "Steps.Prepare.ProcessingOutputConfig.Outputs['train'].S3Output.S3Uri"}, "s3://b/train"),
        ({"Get": "Steps.Prepare.ProcessingOutputConfig.Outputs[0].S3Output.S3Uri"}, "s3://b/train"),
        ({"Get": "Steps.Prepare.OutputParameters['count']"}, 3),
        ({"Std:Join": {"On": "/", "Values": ["s3:/", {"Get": "Parameters.Names"}, 7, True]}}, "s3://x/7/true"),
        (
            {
                "Std:JsonGet": {
                    "PropertyFile": {"Get": "Steps.Prepare.PropertyFiles.Report"},
                    "Path": "metrics.accuracy.value",
                }
            },
            0.91,
        ),
        ({"Std:JsonGet": {"S3Uri": "s3://b/report.json", "Path": "metrics.accuracy.value"}}, 0.91),
        ([{"Nested": {"Get": "Parameters.Limit"}}], [{"Nested": 0.8}]),
    ],
)
def test_an_expression_has_the_value_it_points_to(values: Values, value: Value, expected: Value) -> None:
    assert values.resolve(value) == expected


@pytest.mark.parametrize(
    "path",
    [
        "Parameters.Nobody",
        "Execution.Nothing",
        "Steps.Later.Arn",
        "Steps.Prepare.Nowhere",
        "Steps.Prepare.PropertyFiles.No",
    ],
)
def test_a_reference_that_leads_nowhere_is_named(values: Values, path: str) -> None:
    with pytest.raises(ValueMissing):
        values.resolve({"Get": path})


def compare(kind: str, left: Value, right: Value) -> Record:
    return {"Type": kind, "LeftValue": left, "RightValue": right}


YES, NO = compare("Equals", 1, 1), compare("Equals", 1, 2)


@pytest.mark.parametrize(
    ("condition", "holds"),
    [
        (compare("GreaterThan", 2, 1), True),
        (compare("GreaterThanOrEqualTo", 1, 1), True),
        (compare("LessThan", 1, 1), False),
        (compare("LessThanOrEqualTo", 1, 1), True),
        (compare("Equals", "a", "b"), False),
        (compare("GreaterThan", "0.9", 0.8), True),
        (compare("Equals", {"Get": "Parameters.Names"}, "x"), True),
        ({"Type": "Not", "Expression": YES}, False),
        ({"Type": "Not", "Condition": NO}, True),
        ({"Type": "Or", "Conditions": [NO, YES]}, True),
        ({"Type": "And", "Conditions": [NO, YES]}, False),
        ({"Type": "In", "QueryValue": {"Get": "Parameters.Names"}, "Values": ["x", "y"]}, True),
        ({"Type": "NotIn", "Value": "z", "In": ["x", "y"]}, True),
    ],
)
def test_a_condition_holds_as_it_reads(values: Values, condition: Record, *, holds: bool) -> None:
    assert values.condition(condition) is holds


def test_a_step_waits_for_what_it_names_and_not_for_what_its_branches_name() -> None:
    step = {
        "Name": "Decide",
        "Type": "Condition",
        "DependsOn": ["First", {"StepName": "Second"}],
        "Arguments": {
            "Conditions": [compare("Equals", {"Get": "Steps.Third.Outcome"}, 1)],
            "IfSteps": [{"Name": "Inner", "Arguments": {"X": {"Get": "Steps.Fourth.Y"}}}],
        },
    }

    assert referenced_steps(step) == {"First", "Second", "Third"}


def test_the_paths_read_in_property_files_are_collected() -> None:
    figure = {"Std:JsonGet": {"PropertyFile": {"Get": "Steps.E.PropertyFiles.R"}, "Path": "a.b"}}
    definition = {"Steps": [{"Arguments": {"Conditions": [compare("Equals", figure, 1)]}}]}

    assert property_file_paths(definition) == {"Steps.E.PropertyFiles.R": ["a.b"]}


DECLARED: Record = {
    "Parameters": [
        {"Name": "Count", "Type": "Integer", "DefaultValue": 2},
        {"Name": "Kind", "Type": "String", "EnumValues": ["a", "b"], "DefaultValue": "a"},
        {"Name": "Must", "Type": "Boolean"},
    ]
}


def test_parameters_have_the_type_that_is_declared() -> None:
    assert parameter_values(DECLARED, [{"Name": "Must", "Value": "true"}]) == {"Count": 2, "Kind": "a", "Must": True}


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ([], r"\[Must\] have no value and no default"),
        ([{"Name": "Must", "Value": "true"}, {"Name": "Other", "Value": "1"}], r"\[Other\] are not defined"),
        ([{"Name": "Must", "Value": "true"}, {"Name": "Kind", "Value": "c"}], "Kind must be one of a, b"),
        ([{"Name": "Must", "Value": "true"}, {"Name": "Count", "Value": "x"}], "Count must be of type Integer"),
    ],
)
def test_parameters_that_do_not_fit_are_refused(given: list[Record], words: str) -> None:
    with pytest.raises(ApiError, match=words):
        parameter_values(DECLARED, given)
