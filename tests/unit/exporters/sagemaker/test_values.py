"""Paths as SageMaker spells them."""

import pytest

from exporters.sagemaker.values import json_path, output_path, property_file_name

OUTPUTS = ("ProcessingOutputConfig", "Outputs")


@pytest.mark.parametrize(
    ("path", "spelt"),
    [
        (("ModelArtifacts", "S3ModelArtifacts"), "ModelArtifacts.S3ModelArtifacts"),
        ((*OUTPUTS, "train", "S3Output", "S3Uri"), "ProcessingOutputConfig.Outputs['train'].S3Output.S3Uri"),
        ((*OUTPUTS, "Train", "S3Output"), "ProcessingOutputConfig.Outputs['Train'].S3Output"),
        ((*OUTPUTS, 0, "OutputName"), "ProcessingOutputConfig.Outputs[0].OutputName"),
        (("FinalMetricDataList", "auc", "Value"), "FinalMetricDataList['auc'].Value"),
    ],
)
def test_a_path_into_an_answer_puts_keys_and_numbers_in_brackets(path: tuple[str | int, ...], spelt: str) -> None:
    assert output_path(path) == spelt


def test_a_path_into_a_file_puts_what_is_no_plain_word_in_brackets() -> None:
    assert json_path(("metrics", "f1-score", 0, "value")) == "metrics['f1-score'][0].value"


def test_property_files_of_two_outputs_have_two_names() -> None:
    names = {property_file_name("a", "evaluation.json"), property_file_name("b", "evaluation.json")}

    assert names == {"a-evaluation", "b-evaluation"}
