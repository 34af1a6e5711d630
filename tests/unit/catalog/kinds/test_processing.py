import pytest

from designer.catalog.kinds.processing import KIND
from designer.catalog.needs import Asset
from designer.catalog.ports import PortType
from designer.catalog.values import AsText, Deployed, ExecutionValue, Joined, ParameterValue
from tests.unit.catalog.kinds.placing import complaints, names, place, the_call

FILES = {"scripts/prepare.py": b"print()"}
SCRIPT = {"script": "scripts/prepare.py", "outputs": {"train": "dataset", "model": "model_artifact"}}


def test_the_ports_are_those_that_the_user_names() -> None:
    settings = {"inputs": {"rows": "dataset", "base": "model_artifact"}, "outputs": {"train": "dataset"}}

    assert names(KIND.inputs(settings)) == {"rows": PortType.DATASET, "base": PortType.MODEL_ARTIFACT}
    assert names(KIND.outputs(settings)) == {"train": PortType.DATASET}


@pytest.mark.parametrize("broken", [None, 3, "data", ["data"], {"data": 7}, {"": "dataset"}])
def test_ports_of_broken_settings_do_not_fail(broken: object) -> None:
    assert set(names(KIND.inputs({"inputs": broken}))) <= {"data"}


def test_botocore_accepts_the_request() -> None:
    lowered = place(KIND, SCRIPT, inputs={"data": "s3://a/b"}, files=FILES, document_settings={"tags": {"team": "ml"}})

    assert complaints(the_call(lowered)) == ""


def test_the_script_is_uploaded_mounted_and_started() -> None:
    lowered = place(KIND, SCRIPT, inputs={"data": "s3://a/b"}, files=FILES)

    request = the_call(lowered).request
    (asset,) = lowered.needs
    assert isinstance(asset, Asset)
    assert request["AppSpecification"]["ContainerEntrypoint"] == [  # type: ignore[index]
        "python3",
        "/opt/ml/processing/input/code/prepare.py",
    ]
    code, data = list(request["ProcessingInputs"])  # type: ignore[call-overload]
    assert code["S3Input"]["S3Uri"] == Joined(("s3://", Deployed("AssetsBucket"), f"/{asset.key}"))
    assert data["S3Input"]["LocalPath"] == "/opt/ml/processing/input/data"


def test_each_execution_writes_to_a_folder_of_its_own() -> None:
    outputs = place(KIND, SCRIPT, files=FILES).outputs

    folder = ("s3://", Deployed("ArtifactBucket"), "/churn/node/train/", ExecutionValue("id"))
    assert outputs["train"] == Joined(folder)


def test_a_model_output_is_the_archive_in_the_folder() -> None:
    model = place(KIND, SCRIPT, files=FILES).outputs["model"]

    assert isinstance(model, Joined)
    assert model.parts[-1] == "/model.tar.gz"


def test_a_number_parameter_becomes_text_where_arguments_are_text() -> None:
    settings = {**SCRIPT, "arguments": ["--depth", "${params.Count}", 7]}

    application = the_call(place(KIND, settings, files=FILES)).request["AppSpecification"]

    assert application["ContainerArguments"] == [  # type: ignore[index]
        "--depth",
        AsText(ParameterValue("Count", "Integer")),
        "7",
    ]


def test_the_image_follows_from_framework_and_region() -> None:
    application = the_call(place(KIND, SCRIPT, files=FILES)).request["AppSpecification"]

    image = application["ImageUri"]  # type: ignore[index]
    assert image == "141502667606.dkr.ecr.eu-west-1.amazonaws.com/sagemaker-scikit-learn:1.2-1-cpu-py3"


def test_an_unknown_framework_is_said() -> None:
    with pytest.raises(ValueError, match="xgbost"):
        place(KIND, {**SCRIPT, "framework": "xgbost"}, files=FILES)


def test_subnets_without_security_groups_are_said() -> None:
    with pytest.raises(ValueError, match="both subnets and security groups"):
        place(KIND, {**SCRIPT, "subnets": ["subnet-1"]}, files=FILES)


def test_an_existing_role_is_used_when_the_document_names_one() -> None:
    role = "arn:aws:iam::123456789012:role/ml"

    lowered = place(KIND, SCRIPT, files=FILES, document_settings={"execution_role": role})

    assert the_call(lowered).request["RoleArn"] == role
