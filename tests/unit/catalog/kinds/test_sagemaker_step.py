import pytest
from pydantic import ValidationError

from designer.catalog.kinds.sagemaker_step import KIND
from designer.catalog.steps import Choice, Comparison, NativeStep, SageMakerStep
from designer.catalog.values import FileValue, ParameterValue, StepOutput
from tests.unit.catalog.kinds.placing import place

FILES = [{"PropertyFileName": "Report", "OutputName": "out", "FilePath": "report.json"}, {"PropertyFileName": 5}]
PROCESSING: dict[str, object] = {
    "Type": "Processing",
    "Arguments": {"RoleArn": "${x.y}"},
    "PropertyFiles": FILES,
    "Description": "Looks at the model.",
}
CONDITION: dict[str, object] = {
    "Type": "Condition",
    "Arguments": {"Conditions": [{"Type": "Equals", "LeftValue": {"Get": "Parameters.Count"}, "RightValue": 1}]},
}


def test_a_step_is_passed_on_as_it_was_written() -> None:
    (step,) = place(KIND, {"definition": PROCESSING}).steps

    members = {"PropertyFiles": FILES, "Description": "Looks at the model."}
    written = SageMakerStep(type="Processing", arguments={"RoleArn": "${x.y}"}, members=members)
    assert step == NativeStep(id="node", node="node", step=written, kept=True, description="Looks at the model.")


def test_the_answer_and_each_property_file_are_outputs() -> None:
    lowered = place(KIND, {"definition": PROCESSING})

    uri = StepOutput("node", ("ProcessingOutputConfig", "Outputs", "out", "S3Output", "S3Uri"))
    report = FileValue(step="node", output="out", file="report.json", uri=uri, path=())
    assert lowered.outputs == {"result": StepOutput("node", ()), "Report": report}
    assert [port.name for port in KIND.outputs({"definition": PROCESSING})] == ["result", "Report"]


def test_a_condition_is_a_choice_with_two_branches() -> None:
    (step,) = place(KIND, {"definition": CONDITION}).steps

    assert isinstance(step, Choice)
    assert step.condition == Comparison(ParameterValue("Count", "Integer"), "==", 1)
    assert KIND.branches({"definition": CONDITION}) == ("then", "else")
    assert KIND.branches({"definition": PROCESSING}) == ()


def test_a_condition_that_says_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one condition"):
        place(KIND, {"definition": {"Type": "Condition", "Arguments": {"Conditions": []}}})


@pytest.mark.parametrize("definition", [{}, {"Type": 5}, {"Type": "Fail", "Arguments": []}])
def test_what_is_no_step_is_refused(definition: object) -> None:
    with pytest.raises(ValidationError, match="A step has"):
        place(KIND, {"definition": definition})
