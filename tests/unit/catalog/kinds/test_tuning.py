import pytest

from designer.catalog.kinds.tuning import KIND
from designer.catalog.values import StepOutput, joined
from tests.unit.catalog.kinds.placing import complaints, place, the_call

RANGES = [
    {"name": "max_depth", "type": "integer", "low": 3, "high": 9},
    {"name": "eta", "low": 0.01, "high": 0.5, "scaling": "Logarithmic"},
    {"name": "booster", "type": "categorical", "values": ["gbtree", "dart"]},
]
DATA = {"train": "s3://data/train/"}


def test_botocore_accepts_the_request() -> None:
    settings = {"ranges": RANGES, "hyperparameters": {"num_round": 100}, "early_stopping": True}

    assert complaints(the_call(place(KIND, settings, inputs=DATA))) == ""


def test_ranges_are_written_as_text_by_their_sort() -> None:
    config = the_call(place(KIND, {"ranges": RANGES}, inputs=DATA)).request["HyperParameterTuningJobConfig"]

    assert isinstance(config, dict)
    assert config["ParameterRanges"] == {
        "IntegerParameterRanges": [{"Name": "max_depth", "MinValue": "3", "MaxValue": "9", "ScalingType": "Auto"}],
        "ContinuousParameterRanges": [
            {"Name": "eta", "MinValue": "0.01", "MaxValue": "0.5", "ScalingType": "Logarithmic"}
        ],
        "CategoricalParameterRanges": [{"Name": "booster", "Values": ["gbtree", "dart"]}],
    }


def test_the_best_model_lies_where_the_best_job_wrote_it() -> None:
    outputs = place(KIND, {"ranges": RANGES}, inputs=DATA).outputs

    folder = StepOutput("node", ("TrainingJobDefinition", "OutputDataConfig", "S3OutputPath"))
    best = StepOutput("node", ("BestTrainingJob", "TrainingJobName"))
    assert outputs == {"model": joined(folder, "/", best, "/output/model.tar.gz"), "best_job": best}


def test_hyperparameters_that_are_not_varied_stay_as_they_are() -> None:
    request = the_call(place(KIND, {"ranges": RANGES, "hyperparameters": {"num_round": 100}}, inputs=DATA)).request

    definition = request["TrainingJobDefinition"]
    assert isinstance(definition, dict)
    assert definition["StaticHyperParameters"] == {"num_round": "100"}
    assert "HyperParameters" not in definition


@pytest.mark.parametrize(
    ("ranges", "said"),
    [
        ([], "which hyperparameters are varied"),
        ([{"name": "eta", "low": 1}], "'low' and 'high'"),
        ([{"name": "eta", "low": 2, "high": 1}], "'low' and 'high'"),
        ([{"name": "booster", "type": "categorical"}], "which values 'booster'"),
    ],
)
def test_a_search_over_nothing_is_refused(ranges: list[dict[str, object]], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        place(KIND, {"ranges": ranges}, inputs=DATA)
