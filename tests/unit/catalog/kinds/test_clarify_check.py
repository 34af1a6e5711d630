import json

import pytest

from designer.catalog.kinds.clarify_check import KIND
from designer.catalog.needs import Asset
from tests.unit.catalog.kinds.placing import complaints, place, the_call

_DATA = {"data": "s3://lake/today/"}
_MODEL = {**_DATA, "model": "churn-7"}
_BIAS = {"label": "left", "facet": "age", "facet_values": [40], "skip_check": True}


def _told(settings: dict[str, object], inputs: dict[str, str]) -> dict[str, object]:
    (asset,) = place(KIND, settings, inputs=inputs).needs
    assert isinstance(asset, Asset)
    told: dict[str, object] = json.loads(asset.content)
    return told


def test_botocore_accepts_the_request() -> None:
    assert complaints(the_call(place(KIND, _BIAS, inputs=_DATA))) == ""


def test_bias_of_data_is_measured_between_label_and_facet() -> None:
    told = _told({**_BIAS, "methods": ["CI", "DPL"]}, _DATA)

    assert told["label"] == "left"
    assert told["label_values_or_threshold"] == [1]
    assert told["facet"] == [{"name_or_index": "age", "value_or_threshold": [40]}]
    assert told["methods"] == {
        "pre_training_bias": {"methods": ["CI", "DPL"]},
        "report": {"name": "report", "title": "Analysis Report"},
    }
    assert "predictor" not in told


def test_bias_of_a_model_asks_the_model_that_is_joined() -> None:
    call = the_call(place(KIND, {**_BIAS, "check": "model_bias"}, inputs=_MODEL))
    told = _told({**_BIAS, "check": "model_bias"}, _MODEL)

    assert call.as_step is not None
    assert call.as_step.members["CheckType"] == "MODEL_BIAS"
    assert call.as_step.members["ModelName"] == "churn-7"
    assert call.as_step.is_alone
    assert told["predictor"] == {
        "instance_type": "ml.m5.large",
        "initial_instance_count": 1,
        "accept_type": "text/csv",
    }


def test_an_explanation_needs_no_facet() -> None:
    told = _told({"check": "explainability", "skip_check": True, "baseline_row": [1, 2.5], "samples": 50}, _MODEL)

    assert told["methods"] == {
        "shap": {"baseline": [[1, 2.5]], "num_samples": 50, "agg_method": "mean_abs", "save_local_shap_values": False},
        "report": {"name": "report", "title": "Analysis Report"},
    }


def test_only_a_check_of_a_model_has_an_input_for_one() -> None:
    assert [port.name for port in KIND.inputs({})] == ["data"]
    assert [port.name for port in KIND.inputs({"check": "model_bias"})] == ["data", "model"]


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        ({"skip_check": True}, "Name both columns"),
        ({**_BIAS, "check": "model_bias"}, "Join the model"),
        ({**_BIAS, "skip_check": False}, "nothing to compare with"),
    ],
)
def test_a_check_that_lacks_something_is_refused(settings: dict[str, object], sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        place(KIND, settings, inputs=_DATA)
