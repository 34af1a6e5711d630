"""Exports are the golden folders, byte for byte: what a change does to them is read in the difference.

`python packaging/golden.py` writes the folders anew.
"""

from __future__ import annotations

import pytest

from tests.judges.golden import GOLDEN, golden_files, golden_folder
from tests.judges.starter_cases import Case, cases


@pytest.mark.parametrize("case", cases(), ids=str)
def test_an_export_is_its_golden_folder(case: Case) -> None:
    folder = golden_folder(case)
    found = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}

    made = golden_files(case)

    assert sorted(made) == sorted(found)
    for path, content in made.items():
        assert content.decode() == found[path].read_bytes().decode(), f"{case}: {path}"


def test_every_golden_folder_belongs_to_a_starter_and_a_target() -> None:
    folders = {path for path in GOLDEN.glob("*/*") if path.is_dir()}

    assert folders == {golden_folder(case) for case in cases()}
