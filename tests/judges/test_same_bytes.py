"""The same document gives the same bytes: again, in another process, elsewhere, in another order of hashing."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from designer.usecases.project import open_project
from designer.usecases.starters import Starter, new, starters
from tests.judges.fingerprints import fingerprints
from tests.judges.starter_cases import cases
from tests.repository.sources import ROOT


def test_exporting_again_gives_the_same_bytes() -> None:
    assert fingerprints() == fingerprints()


@pytest.mark.parametrize(("seed", "zone"), [("1", "Asia/Kathmandu"), ("4711", "America/New_York")])
def test_another_process_in_another_folder_gives_the_same_bytes(seed: str, zone: str, tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT), "TZ": zone, "LC_ALL": "C"}

    told = subprocess.run(
        [sys.executable, "-m", "tests.judges.fingerprints"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        check=True,
    )

    assert json.loads(told.stdout) == fingerprints()


@pytest.mark.parametrize("starter", starters(), ids=lambda one: one.id)
def test_where_a_pipeline_lies_does_not_change_its_export(starter: Starter, tmp_path: Path) -> None:
    new(starter, tmp_path / "pipeline.yaml")
    moved = open_project(tmp_path / "pipeline.yaml")

    for case in cases():
        if case.starter.id == starter.id:
            rendered = {one.path: one.content for one in case.target.render(moved.lowered.workflow)}
            assert rendered.items() <= case.exported().items()


def test_an_export_holds_the_document_as_it_was_written() -> None:
    for case in cases():
        assert case.exported()["pipeline.yaml"] == case.starter.pipeline.read_bytes()
