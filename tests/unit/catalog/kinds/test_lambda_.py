import io
import zipfile

import pytest

from designer.catalog.kinds.lambda_ import KIND
from designer.catalog.needs import Asset, Function
from designer.catalog.ports import PortType
from designer.catalog.values import Deployed, ParameterValue, StepOutput
from tests.unit.catalog.kinds.placing import complaints, names, place, the_call

CODE = "def handler(event, context):\n    return {}\n"


def test_botocore_accepts_the_request() -> None:
    settings = {"function": "score", "payload": {"depth": "${params.Count}", "flag": True}}

    assert complaints(the_call(place(KIND, settings))) == ""


def test_inline_code_becomes_a_function_of_the_template() -> None:
    lowered = place(KIND, {"code": CODE})

    asset, function = lowered.needs
    assert isinstance(asset, Asset)
    assert isinstance(function, Function)
    assert (function.handler, function.asset_key) == ("index.handler", asset.key)
    with zipfile.ZipFile(io.BytesIO(asset.content)) as archive:
        assert archive.read("index.py").decode() == CODE
    assert the_call(lowered).request["FunctionName"] == Deployed("NodeFunctionArn")


def test_a_folder_becomes_a_function_with_all_its_files() -> None:
    lowered = place(KIND, {"folder": "fn"}, files={"fn/app.py": b"1", "fn/rows.py": b"2"})

    asset, function = lowered.needs
    assert isinstance(asset, Asset)
    assert isinstance(function, Function)
    with zipfile.ZipFile(io.BytesIO(asset.content)) as archive:
        assert archive.namelist() == ["app.py", "rows.py"]
    assert function.handler == "app.handler"


def test_a_function_knows_the_pipelines_bucket_and_may_use_it() -> None:
    function = place(KIND, {"code": CODE}).needs[1]

    assert isinstance(function, Function)
    assert function.environment == {"ARTIFACT_BUCKET": Deployed("ArtifactBucket")}
    assert {action for one in function.statements for action in one.actions} == {
        "s3:GetObject",
        "s3:ListBucket",
        "s3:PutObject",
    }


def test_values_joined_are_added_to_the_payload_unless_it_holds_them() -> None:
    value = ParameterValue("Machine")

    added = the_call(place(KIND, {"function": "f"}, inputs={"values": value}))
    held = the_call(place(KIND, {"function": "f", "payload": {"mine": "${params.Machine}"}}, inputs={"values": value}))

    assert added.request["Payload"] == {"out": value}
    assert held.request["Payload"] == {"mine": value}


def test_answers_become_outputs() -> None:
    settings = {"function": "f", "answers": {"train": "dataset", "rows": "value"}}

    lowered = place(KIND, settings)

    assert names(KIND.outputs(settings)) == {"train": PortType.DATASET, "rows": PortType.VALUE}
    assert lowered.outputs["train"] == StepOutput("node", ("Payload", "train"))
    assert the_call(lowered).answers == ("train", "rows")


@pytest.mark.parametrize("settings", [{}, {"function": "f", "code": CODE}, {"code": CODE, "folder": "fn"}])
def test_a_function_has_exactly_one_origin(settings: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="Give either"):
        place(KIND, settings)


@pytest.mark.parametrize(
    "settings",
    [
        {"environment": {"BUCKET": "${params.Count}"}},
        {"grants": [{"actions": ["s3:GetObject"], "resources": ["arn:aws:s3:::${params.Count}/*"]}]},
    ],
)
def test_what_is_set_at_deployment_can_hold_nothing_that_a_run_gives(settings: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="before any run"):
        place(KIND, {"code": "def handler(event, context): ...", **settings})
