"""Values in the configuration of an action."""

import pytest

from designer.catalog.values import (
    AsText,
    Deployed,
    ExecutionValue,
    FileValue,
    ParameterValue,
    StepOutput,
    Value,
    joined,
)
from exporters.codepipeline.texts import is_writable, pipeline_text

FIGURE = FileValue(step="a", output="o", file="f.json", uri="s3://b/o", path=("x",))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("plain", "plain"),
        (3, "3"),
        (True, "true"),
        (ParameterValue("Mode"), "#{variables.Mode}"),
        (AsText(ParameterValue("N", "Integer")), "#{variables.N}"),
        (Deployed("AssetsBucket"), "${AssetsBucket}"),
        (ExecutionValue("id"), "#{codepipeline.PipelineExecutionId}"),
        (ExecutionValue("name"), "churn"),
        (StepOutput("train", ("ModelArtifacts", "Uri")), "#{train.OUT_ModelArtifacts_Uri}"),
        (joined("s3://", Deployed("B"), "/", ExecutionValue("id")), "s3://${B}/#{codepipeline.PipelineExecutionId}"),
    ],
)
def test_a_value_is_written_with_the_variables_of_code_pipeline(value: Value, text: str) -> None:
    assert is_writable(value)
    assert pipeline_text(value, "churn") == text


@pytest.mark.parametrize("value", [FIGURE, ExecutionValue("start"), joined("at ", ExecutionValue("start"))])
def test_what_code_pipeline_has_no_variable_for_is_refused(value: Value) -> None:
    assert not is_writable(value)
    with pytest.raises(ValueError, match="no variable"):
        pipeline_text(value, "churn")
