import pytest

from designer.catalog.kinds.deploy_lambda import KIND
from designer.catalog.needs import Asset, Function
from designer.catalog.values import Deployed, StepOutput
from tests.unit.catalog.kinds.placing import calls, complaints, place, the_call

MODEL = StepOutput("train", ("ModelArtifacts", "S3ModelArtifacts"))
FILES = {"fn/app.py": b"def handler(event, context): ..."}


def test_new_code_for_a_function_that_exists_comes_from_the_folder() -> None:
    lowered = place(KIND, {"function": "serve", "folder": "fn"}, files=FILES)

    (asset,) = lowered.needs
    assert isinstance(asset, Asset)
    assert the_call(lowered).request == {
        "FunctionName": "serve",
        "S3Bucket": Deployed("AssetsBucket"),
        "S3Key": asset.key,
        "Publish": True,
    }
    assert complaints(the_call(lowered)) == ""


def test_a_function_of_ours_is_made_when_none_is_named() -> None:
    lowered = place(KIND, {"folder": "fn"}, files=FILES)

    assert [type(need) for need in lowered.needs] == [Asset, Function]
    assert the_call(lowered).request["FunctionName"] == Deployed("NodeFunctionArn")


def test_the_function_is_told_which_model_to_serve_before_it_gets_its_code() -> None:
    lowered = place(
        KIND,
        {"function": "serve", "folder": "fn", "environment": {"MODE": "fast"}},
        inputs={"model": MODEL},
        files=FILES,
    )

    configured, updated = calls(lowered)
    assert configured.request["Environment"] == {"Variables": {"MODE": "fast", "MODEL_URI": MODEL}}
    assert (configured.operation, updated.operation) == ("UpdateFunctionConfiguration", "UpdateFunctionCode")
    assert complaints(configured) == ""


def test_an_image_replaces_the_code() -> None:
    lowered = place(KIND, {"function": "serve"}, inputs={"image": "1.dkr.ecr.eu-west-1.amazonaws.com/a:1"})

    assert the_call(lowered).request["ImageUri"] == "1.dkr.ecr.eu-west-1.amazonaws.com/a:1"
    assert complaints(the_call(lowered)) == ""


@pytest.mark.parametrize(
    ("settings", "inputs", "words"),
    [
        ({"folder": "fn"}, {"image": "x"}, "function that exists"),
        ({"function": "serve"}, {}, "Give a folder"),
        ({}, {}, "Give either code or a folder"),
    ],
)
def test_what_is_missing_is_said(settings: dict[str, object], inputs: dict[str, str], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        place(KIND, settings, inputs=inputs, files=FILES)
