import pytest

from designer.catalog.kinds.notebook_job import KIND
from designer.catalog.needs import Asset
from designer.catalog.ports import PortType
from designer.catalog.values import AsText, ParameterValue
from tests.unit.catalog.kinds.placing import complaints, names, place, the_call

FILES = {"books/train.ipynb": b"{}"}
SETTINGS: dict[str, object] = {"notebook": "books/train.ipynb", "parameters": {"rounds": "${params.Count}"}}


def test_botocore_accepts_the_request() -> None:
    assert complaints(the_call(place(KIND, SETTINGS, inputs={"data": "s3://a/b"}, files=FILES))) == ""


def test_the_container_runs_the_notebook_with_the_runner() -> None:
    lowered = place(KIND, SETTINGS, inputs={"data": "s3://a/b"}, files=FILES)

    request = the_call(lowered).request
    container = request["AlgorithmSpecification"]
    assert container["ContainerEntrypoint"] == [  # type: ignore[index]
        "python3",
        "/opt/ml/input/data/runner/run_notebook.py",
    ]
    assert container["ContainerArguments"] == ["/opt/ml/input/data/notebook/train.ipynb"]  # type: ignore[index]
    channels = [one["ChannelName"] for one in request["InputDataConfig"]]  # type: ignore[attr-defined]
    assert channels == ["runner", "notebook", "data"]
    assert [need.key.rsplit("/", 1)[-1] for need in lowered.needs if isinstance(need, Asset)] == [
        "run_notebook.py",
        "train.ipynb",
    ]


def test_values_for_the_notebook_are_text() -> None:
    request = the_call(place(KIND, SETTINGS, files=FILES)).request

    assert request["HyperParameters"] == {"rounds": AsText(ParameterValue("Count", "Integer"))}


def test_the_image_is_the_sagemaker_distribution() -> None:
    container = the_call(place(KIND, SETTINGS, files=FILES)).request["AlgorithmSpecification"]

    assert "sagemaker-distribution" in container["TrainingImage"]  # type: ignore[index]


def test_the_names_of_our_own_folders_cannot_be_taken() -> None:
    ports = KIND.inputs({"inputs": {"runner": "dataset", "rows": "dataset"}})

    assert names(ports) == {"rows": PortType.DATASET}


def test_a_missing_notebook_is_said() -> None:
    with pytest.raises(ValueError, match=r"no file 'books/train\.ipynb'"):
        place(KIND, SETTINGS)
