from designer.catalog.kinds.create_model import KIND
from designer.catalog.values import Deployed, StepOutput
from tests.unit.catalog.kinds.placing import complaints, place, the_call

MODEL = StepOutput("train", ("ModelArtifacts", "S3ModelArtifacts"))


def test_botocore_accepts_the_request() -> None:
    assert complaints(the_call(place(KIND, {}, inputs={"model": MODEL}))) == ""


def test_the_container_serves_the_file_that_is_joined() -> None:
    container = the_call(place(KIND, {}, inputs={"model": MODEL})).request["PrimaryContainer"]

    assert container == {
        "Image": "141502667606.dkr.ecr.eu-west-1.amazonaws.com/sagemaker-xgboost:1.7-1",
        "ModelDataUrl": MODEL,
    }


def test_a_script_is_packed_and_named_in_the_environment() -> None:
    lowered = place(KIND, {"script": "serve/inference.py"}, inputs={"model": MODEL}, files={"serve/inference.py": b""})

    container = the_call(lowered).request["PrimaryContainer"]
    assert container["Environment"]["SAGEMAKER_PROGRAM"] == "inference.py"  # type: ignore[index]
    assert len(lowered.needs) == 1
    assert complaints(the_call(lowered)) == ""


def test_the_model_is_given_on_by_its_name() -> None:
    lowered = place(KIND, {}, inputs={"model": MODEL})

    assert lowered.outputs == {"model": StepOutput("node", ("ModelName",))}
    assert the_call(lowered).name_member == "ModelName"
    assert the_call(lowered).request["ExecutionRoleArn"] == Deployed("ExecutionRoleArn")


def test_a_fixed_name_stands_in_the_request() -> None:
    lowered = place(KIND, {"model_name": "churn"}, inputs={"model": MODEL})

    assert the_call(lowered).request["ModelName"] == "churn"


def test_a_model_may_have_a_role_and_a_network_of_its_own() -> None:
    role = "arn:aws:iam::123456789012:role/models"
    settings = {"role_arn": role, "subnets": ["subnet-1"], "security_groups": ["sg-1"]}
    call = the_call(place(KIND, settings, inputs={"model": MODEL}))

    assert call.request["ExecutionRoleArn"] == role
    assert call.request["VpcConfig"] == {"SecurityGroupIds": ["sg-1"], "Subnets": ["subnet-1"]}
    assert complaints(call) == ""
