"""The versions that the program depends on for more than features."""

from __future__ import annotations

import json
import re
import sys
import tomllib
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QPen

from tests.repository.sources import ROOT

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def demand_for(name: str) -> list[str]:
    return [demand for demand in PROJECT["dependencies"] if re.match(rf"{re.escape(name)}\b", demand)]


def test_the_whole_of_qt_is_never_demanded() -> None:
    assert [demand for demand in PROJECT["dependencies"] if re.match(r"PySide6\s*([<>=!~;]|$)", demand)] == []


def test_qt_stays_below_the_version_that_loses_none_before_python_312() -> None:
    demands = demand_for("PySide6-Essentials")

    assert any("<6.12" in demand and "python_version < '3.12'" in demand for demand in demands)


@pytest.mark.parametrize("name", ["moto", "jsonata-python"])
def test_a_library_whose_innards_are_used_has_an_exact_version(name: str) -> None:
    assert all("==" in demand for demand in demand_for(name))
    assert demand_for(name)


def test_the_sagemaker_sdk_is_no_dependency_of_the_program() -> None:
    assert demand_for("sagemaker") == []


def test_npm_judges_have_exact_versions() -> None:
    judges = json.loads((ROOT / "packaging" / "judges" / "package.json").read_text(encoding="utf-8"))["dependencies"]

    assert [name for name, version in judges.items() if not re.fullmatch(r"\d+\.\d+\.\d+", version)] == []


def test_none_is_not_given_away_by_qt(qapp: QApplication) -> None:
    """PySide6 6.12.0 gives away a reference to None with each call, and Python before 3.12 then aborts."""
    assert qapp is not None
    pen = QPen()
    before = sys.getrefcount(None)

    for _ in range(500):
        pen.setWidthF(1.0)

    assert sys.getrefcount(None) > before - 250
