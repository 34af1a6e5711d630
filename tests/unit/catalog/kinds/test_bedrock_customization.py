from designer.catalog.kinds.bedrock_customization import KIND
from designer.catalog.values import ExecutionValue, Joined, StepOutput
from tests.unit.catalog.kinds.placing import complaints, place, the_call

_SETTINGS = {"base_model": "amazon.nova-lite-v1:0", "role_arn": "arn:aws:iam::123456789012:role/jobs"}
_DATA = {"train": "s3://lake/train.jsonl"}


def test_botocore_accepts_the_request() -> None:
    settings = {**_SETTINGS, "hyperparameters": {"epochCount": "2"}, "model_name": "churn"}

    assert complaints(the_call(place(KIND, settings, inputs=_DATA))) == ""


def test_every_execution_makes_a_model_of_its_own() -> None:
    call = the_call(place(KIND, {**_SETTINGS, "model_name": "churn"}, inputs=_DATA))

    assert call.request["customModelName"] == Joined(("churn-", ExecutionValue("id")))


def test_it_gives_the_new_model() -> None:
    assert place(KIND, _SETTINGS, inputs=_DATA).outputs["model_arn"] == StepOutput("node", ("outputModelArn",))
