import pytest

from designer.checking.rules.pipeline_named import RULE
from tests.unit.checking.subjects import document, fixed_by, spots


@pytest.mark.parametrize("name", ["", "two words", "-first", "last-", "under_score", "x" * 64])
def test_a_name_that_an_engine_refuses_is_found(name: str) -> None:
    found = spots(RULE, document(name=name))

    assert [spot.setting for spot in found] == ["name"]


@pytest.mark.parametrize("name", ["a", "train-2", "a--b", "x" * 63])
def test_a_name_at_the_edge_of_the_legal_stays_silent(name: str) -> None:
    assert spots(RULE, document(name=name)) == []


@pytest.mark.parametrize("name", ["", "two words", "été", "---", "x" * 62 + "--y"])
def test_the_fix_gives_a_legal_name(name: str) -> None:
    mended = fixed_by(RULE, document(name=name))

    assert spots(RULE, mended) == []
