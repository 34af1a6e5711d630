import pytest

from designer.sandbox.metrics import evaluation, with_paths
from designer.sandbox.settings import SandboxSettings


def test_the_default_accuracy_passes_a_usual_threshold() -> None:
    assert evaluation(SandboxSettings())["metrics"]["accuracy"]["value"] >= 0.8


def test_a_set_figure_appears_in_every_form_of_the_evaluation() -> None:
    settings = SandboxSettings()
    settings.change({"metrics": {"accuracy": 0.1}})

    document = evaluation(settings)

    assert document["accuracy"] == 0.1
    assert document["binary_classification_metrics"]["accuracy"] == {"value": 0.1}
    assert document["rmse"] == 1.4


def test_a_path_that_a_condition_reads_gets_a_figure_by_its_name() -> None:
    settings = SandboxSettings()

    document = with_paths({"kept": 1}, ["report.rmse.value", "report.custom_error.value", "deep.gini"], settings)

    assert document["report"]["rmse"]["value"] == settings.metrics["rmse"]
    assert document["report"]["custom_error"]["value"] > 1
    assert 0.8 < document["deep"]["gini"] < 1
    assert document["kept"] == 1


def test_an_exported_variable_has_a_set_value_else_one_that_suits_its_name() -> None:
    settings = SandboxSettings(variables={"DEPLOY": "no"})

    assert settings.variable("DEPLOY") == "no"
    assert settings.variable("ACCURACY") == "0.91"
    assert settings.variable("MODEL_ARN") == "sandbox-model_arn"
    assert settings.variable("PASSED") == "true"


def test_an_unknown_setting_is_refused_with_those_that_exist() -> None:
    with pytest.raises(ValueError, match=r"unknown settings: speed; known are auto_approve, failing"):
        SandboxSettings().change({"speed": 1})
