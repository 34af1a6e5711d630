"""The starters' code, run as its containers would run it."""

import csv
import importlib.util
import io
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from designer.resources import resource_path

ROOT = resource_path("starters")
ROWS = (ROOT / "sagemaker-training" / "data" / "customers.csv").read_bytes()


class Storage:
    """S3 as far as the functions use it."""

    def __init__(self, objects: dict[str, bytes]) -> None:
        self.objects = objects

    def get_object(self, *, Bucket: str, Key: str) -> dict[str, io.BytesIO]:  # noqa: N803 - boto3's names
        return {"Body": io.BytesIO(self.objects[f"{Bucket}/{Key}"])}

    def put_object(self, *, Bucket: str, Key: str, Body: bytes) -> None:  # noqa: N803 - boto3's names
        self.objects[f"{Bucket}/{Key}"] = Body

    def get_paginator(self, _: str) -> "Storage":
        return self

    def paginate(self, *, Bucket: str, Prefix: str) -> list[dict[str, list[dict[str, str]]]]:  # noqa: N803
        place = f"{Bucket}/{Prefix}"
        keys = sorted(name.partition("/")[2] for name in self.objects if name.startswith(place))
        return [{"Contents": [{"Key": key} for key in keys]}] if keys else [{}]


def load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("app", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def storage(monkeypatch: pytest.MonkeyPatch) -> Storage:
    import boto3

    fake = Storage({"data/customers.csv": ROWS})
    monkeypatch.setattr(boto3, "client", lambda _: fake)
    monkeypatch.setenv("ARTIFACT_BUCKET", "results")
    return fake


def rows_of(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode())))


def test_preparing_splits_every_row_into_one_of_three_parts(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    (data / "customers.csv").write_bytes(ROWS)
    script = ROOT / "sagemaker-training" / "scripts" / "prepare.py"

    subprocess.run(
        [sys.executable, str(script), "--input", str(data), "--output", str(tmp_path / "out")],
        check=True,
        capture_output=True,
    )

    parts = {
        name: rows_of((tmp_path / "out" / name / f"{name}.csv").read_bytes())
        for name in ("train", "validation", "test")
    }
    assert sorted(row for rows in parts.values() for row in rows) == sorted(rows_of(ROWS)[1:])
    assert len(parts["train"]) > len(parts["test"]) > 0


def test_the_function_that_prepares_answers_with_two_folders(storage: Storage) -> None:
    app = load(ROOT / "lambda-train-deploy" / "functions" / "prepare" / "app.py")

    answer = app.handler({"dataset": "s3://data/customers.csv", "prefix": "prepared/1"}, None)

    assert answer == {"train": "s3://results/prepared/1/train", "validation": "s3://results/prepared/1/validation"}
    train = rows_of(storage.objects["results/prepared/1/train/part-0.csv"])
    validation = rows_of(storage.objects["results/prepared/1/validation/part-0.csv"])
    assert sorted(train + validation) == sorted(rows_of(ROWS)[1:])


def test_the_sample_is_used_until_a_file_has_arrived(storage: Storage) -> None:
    app = load(ROOT / "s3-triggered-training" / "functions" / "prepare" / "app.py")
    event = {"incoming": "s3://results/incoming/", "sample": "s3://data/customers.csv", "prefix": "p"}

    app.handler(event, None)
    from_sample = len(rows_of(storage.objects["results/p/train/part-0.csv"]))
    storage.objects["results/incoming/new.csv"] = b"\n".join(ROWS.splitlines()[:11])
    app.handler(event, None)
    from_arrival = len(rows_of(storage.objects["results/p/train/part-0.csv"]))

    assert (from_sample, from_arrival) == (256, 8)
