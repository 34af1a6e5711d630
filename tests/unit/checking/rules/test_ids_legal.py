import pytest

from designer.checking.rules.ids_legal import RULE
from tests.unit.checking.subjects import document, fixed_by, spots


@pytest.mark.parametrize("node_id", ["two words", "a.b", "_first", "x" * 65, "params", "execution"])
def test_an_id_that_cannot_be_a_step_name_is_found(node_id: str) -> None:
    found = spots(RULE, document({node_id: "job"}))

    assert [spot.node for spot in found] == [node_id]


@pytest.mark.parametrize("node_id", ["a", "train-2", "Train_it", "x" * 64, "param", "Params"])
def test_a_legal_id_stays_silent(node_id: str) -> None:
    assert spots(RULE, document({node_id: "job"})) == []


def test_a_state_keeps_the_name_that_it_was_written_with() -> None:
    assert spots(RULE, document({"Wait for it": "state"})) == []


@pytest.mark.parametrize("node_id", ["two words", "_first", "__", "x" * 65, "params", "é"])
def test_the_fix_gives_a_legal_id_and_edges_and_references_follow(node_id: str) -> None:
    before = document({node_id: "job", "after": "job"}, settings={"after": {"text": f"${{{node_id}.out}}"}})

    mended = fixed_by(RULE, before)

    assert spots(RULE, mended) == []
    new_id = next(iter(mended.nodes))
    assert mended.nodes["after"].settings["text"] == f"${{{new_id}.out}}"


def test_the_fix_takes_no_id_that_is_taken() -> None:
    mended = fixed_by(RULE, document({"two words": "job", "two-words": "job"}))

    assert set(mended.nodes) == {"two-words-2", "two-words"}
