from designer.catalog.kinds.evaluation import KIND
from designer.catalog.ports import PortType
from designer.catalog.values import FileValue
from tests.unit.catalog.kinds.placing import complaints, names, place, the_call

FILES = {"evaluate.py": b"print()"}
SETTINGS = {"script": "evaluate.py", "framework": "xgboost", "version": "1.7-1", "inputs": {"truth": "dataset"}}


def test_model_and_data_come_before_further_inputs() -> None:
    ports = names(KIND.inputs({"inputs": {"truth": "dataset", "data": "image"}}))

    assert list(ports.items()) == [
        ("model", PortType.MODEL_ARTIFACT),
        ("data", PortType.DATASET),
        ("truth", PortType.DATASET),
    ]


def test_botocore_accepts_the_request() -> None:
    inputs = {"model": "s3://a/model.tar.gz", "data": "s3://a/test", "truth": "s3://a/truth"}

    lowered = place(KIND, SETTINGS, inputs=inputs, files=FILES)

    assert complaints(the_call(lowered)) == ""


def test_the_metrics_are_a_file_that_can_be_looked_into() -> None:
    lowered = place(KIND, {**SETTINGS, "metrics_file": "scores.json"}, files=FILES)

    metrics = lowered.outputs["metrics"]
    assert isinstance(metrics, FileValue)
    assert (metrics.step, metrics.output, metrics.file, metrics.path) == ("node", "metrics", "scores.json", ())
    assert the_call(lowered).files == (("metrics", "scores.json"),)
