import pytest

from designer.catalog.kinds.condition import KIND
from designer.catalog.steps import AllOf, Choice, Comparison, Condition
from designer.catalog.values import FileValue, ParameterValue, StepOutput, Value
from tests.unit.catalog.kinds.placing import place

METRICS = FileValue(step="evaluate", output="metrics", file="evaluation.json", uri="s3://a/b", path=())
OUTPUTS: dict[str, dict[str, Value]] = {"score": {"result": StepOutput("score", ("Payload", "result"))}}


def condition(when: str, metrics: Value | None = METRICS) -> Condition:
    inputs = {} if metrics is None else {"metrics": metrics}
    (step,) = place(KIND, {"when": when}, inputs=inputs, outputs=OUTPUTS).steps
    assert isinstance(step, Choice)
    return step.condition


def test_there_is_a_branch_for_yes_and_one_for_no() -> None:
    assert KIND.branches({}) == ("then", "else")


def test_a_figure_is_found_by_its_path_in_the_metrics_file() -> None:
    found = condition("metrics.binary.accuracy.value >= 0.8")

    assert isinstance(found, Comparison)
    assert isinstance(found.left, FileValue)
    assert (found.left.step, found.left.path) == ("evaluate", ("binary", "accuracy", "value"))


def test_parameters_and_outputs_can_be_compared() -> None:
    found = condition("${params.Agree} == true and ${score.result.auc} > ${params.Share}", metrics=None)

    assert found == AllOf(
        (
            Comparison(ParameterValue("Agree", "Boolean"), "==", right=True),
            Comparison(StepOutput("score", ("Payload", "result", "auc")), ">", ParameterValue("Share", "Float")),
        )
    )


def test_a_figure_without_an_evaluation_is_said_with_its_column() -> None:
    with pytest.raises(ValueError, match=r"Column 1: 'metrics\.auc' is a figure of an evaluation"):
        condition("metrics.auc > 1", metrics=None)


@pytest.mark.parametrize("when", ["accuracy > 1", "metrics.a >", "", "metrics > 1"])
def test_what_cannot_be_read_is_a_mistake_in_the_setting(when: str) -> None:
    with pytest.raises(ValueError, match="when"):
        KIND.settings.model_validate({"when": when})
