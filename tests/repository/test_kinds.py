"""A kind is found by one search: its file, its icon and its test have one name."""

from __future__ import annotations

from tests.repository.sources import ROOT

UNKNOWN = "unknown"  # what a node of a kind that is not there is drawn with
ALL_KINDS = "kinds"  # the test of them all


def names_in(folder: str, pattern: str) -> set[str]:
    """Return the kinds that files are named after; a Python file of a kind named like a keyword ends in `_`."""
    stems = {path.stem.removeprefix("test_").rstrip("_") for path in (ROOT / folder).glob(pattern)}
    return stems - {"__init", UNKNOWN, ALL_KINDS}


def test_there_are_kinds() -> None:
    assert "training" in names_in("designer/catalog/kinds", "*.py")


def test_every_kind_has_an_icon() -> None:
    assert names_in("designer/catalog/kinds", "*.py") - names_in("resources/icons/kinds", "*.svg") == set()


def test_every_kind_has_a_test() -> None:
    assert names_in("designer/catalog/kinds", "*.py") - names_in("tests/unit/catalog/kinds", "test_*.py") == set()


def test_every_icon_and_every_test_of_a_kind_belongs_to_one() -> None:
    kinds = names_in("designer/catalog/kinds", "*.py")

    assert names_in("resources/icons/kinds", "*.svg") - kinds == set()
    assert names_in("tests/unit/catalog/kinds", "test_*.py") - kinds == set()
