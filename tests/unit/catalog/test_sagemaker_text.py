"""Expressions of SageMaker Pipelines are read as what they say."""

import pytest

from designer.catalog.sagemaker_text import condition_of, parameters_read, path_parts, steps_read, value_of
from designer.catalog.steps import AnyOf, Comparison, Not
from designer.catalog.values import ExecutionValue, Joined, ParameterValue, StepOutput
from designer.document.model import Parameter
from designer.workflow.resolving import Resolver

RESOLVE = Resolver({"P": Parameter(name="P", type="Integer")}, {}).resolve


def test_a_path_is_split_at_dots_and_brackets() -> None:
    assert path_parts("Outputs['a.b'].S3Output[0]") == ("Outputs", "a.b", "S3Output", 0)


@pytest.mark.parametrize("text", ["a..b[", "[x]", "."])
def test_what_is_no_path_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no path"):
        path_parts(text)


def test_what_is_read_is_found_anywhere_in_a_value() -> None:
    value = {"a": [{"Get": "Steps.One.X"}, {"Std:Join": {"On": "", "Values": [{"Get": "Parameters.P"}]}}]}

    assert steps_read(value) == ("One",)
    assert parameters_read(value) == {"P"}


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        (5, 5),
        ({"Get": "Parameters.P"}, ParameterValue("P", "Integer")),
        ({"Get": "Execution.PipelineExecutionId"}, ExecutionValue("id")),
        ({"Get": "Steps.F.OutputParameters['x']"}, StepOutput("F", ("Payload", "x"))),
        (
            {"Std:Join": {"On": "/", "Values": ["a", {"Get": "Execution.PipelineName"}, "b"]}},
            Joined(("a/", ExecutionValue("name"), "/b")),
        ),
    ],
)
def test_an_expression_becomes_a_value(raw: object, value: object) -> None:
    assert value_of(raw, RESOLVE) == value


@pytest.mark.parametrize("raw", [{"Get": "Execution.CurrentDateTime"}, {"Get": "Steps.A"}, {"Other": 1}, [], None])
def test_an_expression_that_we_have_no_value_for_is_refused(raw: object) -> None:
    with pytest.raises(ValueError, match="SageMaker Pipelines"):
        value_of(raw, RESOLVE)


def test_conditions_become_ours() -> None:
    raw = {"Type": "Not", "Condition": {"Type": "In", "QueryValue": 1, "Values": [1, 2]}}

    assert condition_of(raw, RESOLVE) == Not(AnyOf((Comparison(1, "==", 1), Comparison(1, "==", 2))))


def test_an_unknown_condition_is_refused_with_those_that_there_are() -> None:
    with pytest.raises(ValueError, match="take Equals"):
        condition_of({"Type": "Resembles"}, RESOLVE)
