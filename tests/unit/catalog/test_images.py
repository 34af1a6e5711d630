"""Image addresses are those that the SageMaker SDK gives, and mistakes are answered with what AWS offers."""

import json
from pathlib import Path

import pytest

from designer.catalog.images import (
    UnknownImage,
    account_mistake,
    explain_image,
    frameworks,
    image_uri,
    newest_version,
    python_versions,
    scopes,
    versions,
)

PAIRS = json.loads(Path(__file__).with_name("images_from_sdk.json").read_text(encoding="utf-8"))["pairs"]


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair['framework']}-{pair['version']}-{pair['region']}")
def test_an_address_is_the_one_that_the_sdk_gives(pair: dict[str, str]) -> None:
    asked = {name: value for name, value in pair.items() if name not in {"framework", "version", "region", "uri"}}

    found = image_uri(pair["framework"], pair["version"], pair["region"], **asked)

    assert found == pair["uri"]


def test_a_short_version_means_its_latest_build() -> None:
    assert image_uri("xgboost", "1.7", "us-west-2").endswith("/sagemaker-xgboost:1.7-1")


def test_an_empty_version_means_the_newest() -> None:
    assert image_uri("sklearn", "", "eu-west-1") == image_uri("sklearn", newest_version("sklearn"), "eu-west-1")


def test_a_processing_job_runs_in_the_training_image() -> None:
    processing = image_uri("sklearn", "1.2-1", "us-east-1", scope="processing", instance_type="ml.m5.large")

    assert processing == image_uri("sklearn", "1.2-1", "us-east-1", scope="training", instance_type="ml.m5.large")


def test_the_instance_type_chooses_between_cpu_and_gpu() -> None:
    on_cpu = image_uri("pytorch", "2.1.0", "us-east-1", instance_type="ml.m5.xlarge")
    on_gpu = image_uri("pytorch", "2.1.0", "us-east-1", instance_type="ml.g5.xlarge")

    assert (on_cpu.rpartition(":")[2], on_gpu.rpartition(":")[2]) == ("2.1.0-cpu-py310", "2.1.0-gpu-py310")


def test_a_processor_stands_in_for_an_instance_type_that_a_run_decides() -> None:
    assert "-gpu-" in image_uri("pytorch", "2.1.0", "us-east-1", processor="gpu")


def test_the_plain_python_image_names_its_python_in_the_repository() -> None:
    found = image_uri("sagemaker-base-python", "1.0", "us-east-1", python_version="py38")

    assert found.endswith("/sagemaker-base-python-38:1.0")


def test_china_has_its_own_ending() -> None:
    assert ".dkr.ecr.cn-north-1.amazonaws.com.cn/" in image_uri("xgboost", "1.7-1", "cn-north-1")


@pytest.mark.parametrize(
    ("framework", "version", "region", "choice"),
    [
        ("xgbost", "1.7-1", "us-east-1", "xgboost"),
        ("xgboost", "1.7-9", "us-east-1", "1.7-1"),
        ("xgboost", "1.7-1", "us-esat-1", "us-east-1"),
    ],
)
def test_what_aws_has_not_is_answered_with_the_nearest(framework: str, version: str, region: str, choice: str) -> None:
    with pytest.raises(UnknownImage) as caught:
        image_uri(framework, version, region)

    assert choice in caught.value.choices
    assert choice in str(caught.value)


def test_an_image_that_is_not_built_for_gpus_says_so() -> None:
    with pytest.raises(UnknownImage, match="has no image for gpu"):
        image_uri("sklearn", "1.2-1", "us-east-1", instance_type="ml.p3.2xlarge")


def test_versions_stand_oldest_first() -> None:
    found = versions("xgboost")

    assert found.index("1.2-1") < found.index("1.7-1") < found.index("3.0-5")


def test_a_framework_tells_its_scopes_and_pythons() -> None:
    assert set(scopes("pytorch")) >= {"training", "inference"}
    assert python_versions("pytorch", "2.1.0") == ("py310",)


def test_the_frameworks_that_pipelines_use_are_there() -> None:
    needed = {"xgboost", "sklearn", "pytorch", "tensorflow", "huggingface", "linear-learner", "spark", "clarify"}

    assert needed | {"model-monitor", "sagemaker-base-python", "sagemaker-distribution"} <= set(frameworks())


@pytest.mark.parametrize("framework", frameworks())
def test_every_framework_has_an_address_for_its_newest_version(framework: str) -> None:
    region = "us-west-2"

    for scope in scopes(framework):
        found = image_uri(framework, newest_version(framework, scope), region, scope=scope)

        assert f".dkr.ecr.{region}.amazonaws.com/" in found


def test_an_account_of_another_region_is_told_with_the_right_one() -> None:
    typed = "683313688378.dkr.ecr.us-west-2.amazonaws.com/sagemaker-xgboost:1.2-1"

    message = account_mistake(typed)

    assert message == (
        "Account 683313688378 holds sagemaker-xgboost in us-east-1, not in us-west-2; in us-west-2 it is 246618743249."
    )


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair['framework']}-{pair['version']}-{pair['region']}")
def test_a_right_account_is_left_alone(pair: dict[str, str]) -> None:
    facts = explain_image(pair["uri"])

    assert facts is not None
    assert facts.region == pair["region"]
    assert account_mistake(pair["uri"]) is None


@pytest.mark.parametrize(
    "uri",
    [
        "123456789012.dkr.ecr.us-west-2.amazonaws.com/sagemaker-xgboost:1.2-1",
        "683313688378.dkr.ecr.us-west-2.amazonaws.com/mine:1",
        "python:3.12",
        "",
    ],
)
def test_an_image_of_ones_own_is_nothing_to_explain(uri: str) -> None:
    assert explain_image(uri) is None
    assert account_mistake(uri) is None
