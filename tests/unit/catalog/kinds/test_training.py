import io
import tarfile

import pytest

from designer.catalog.kinds.training import KIND
from designer.catalog.needs import Asset
from designer.catalog.ports import PortType
from designer.catalog.values import AsText, ParameterValue, StepOutput
from tests.unit.catalog.kinds.placing import complaints, names, place, the_call

FILES = {"code/train.py": b"import model", "code/model.py": b"DEPTH = 5"}


def test_each_channel_is_a_required_port() -> None:
    ports = KIND.inputs({"channels": {"train": "text/csv", "test": ""}})

    assert names(ports) == {"train": PortType.DATASET, "test": PortType.DATASET}
    assert all(port.required for port in ports)


def test_botocore_accepts_a_built_in_algorithm() -> None:
    settings = {
        "hyperparameters": {"num_round": 50, "max_depth": "${params.Count}"},
        "instance_count": "${params.Count}",
        "spot": True,
        "metrics": {"loss": "loss=([0-9.]+)"},
    }

    assert complaints(the_call(place(KIND, settings, inputs={"train": "s3://a/b"}))) == ""


def test_hyperparameters_are_text() -> None:
    settings = {"hyperparameters": {"num_round": 50, "silent": False, "max_depth": "${params.Count}"}}

    found = the_call(place(KIND, settings, inputs={"train": "s3://a/b"})).request["HyperParameters"]

    assert found == {"num_round": "50", "silent": "false", "max_depth": AsText(ParameterValue("Count", "Integer"))}


def test_a_script_with_its_folder_goes_into_one_archive() -> None:
    settings = {"script": "code/train.py", "source_folder": "code"}

    lowered = place(KIND, settings, inputs={"train": "s3://a/b"}, files=FILES)

    (asset,) = lowered.needs
    assert isinstance(asset, Asset)
    with tarfile.open(fileobj=io.BytesIO(asset.content)) as archive:
        assert archive.getnames() == ["model.py", "train.py"]
    assert the_call(lowered).request["HyperParameters"]["sagemaker_program"] == "train.py"  # type: ignore[index]
    assert complaints(the_call(lowered)) == ""


def test_a_script_outside_of_its_folder_is_said() -> None:
    with pytest.raises(ValueError, match="is not in the folder"):
        place(KIND, {"script": "other/train.py", "source_folder": "code"}, files=FILES)


def test_the_model_is_what_the_job_says_in_the_end() -> None:
    lowered = place(KIND, {}, inputs={"train": "s3://a/b"})

    assert lowered.outputs == {"model": StepOutput("node", ("ModelArtifacts", "S3ModelArtifacts"))}


def test_a_fixed_name_of_the_job_is_left_to_the_engine() -> None:
    call = the_call(place(KIND, {}, inputs={"train": "s3://a/b"}))

    assert call.name_member == "TrainingJobName"
    assert "TrainingJobName" not in call.request


@pytest.mark.parametrize("text", ["two", "${params.Count} machines", 1.5])
def test_a_count_is_a_number_or_exactly_one_reference(text: object) -> None:
    with pytest.raises(ValueError, match="instance_count"):
        place(KIND, {"instance_count": text})
