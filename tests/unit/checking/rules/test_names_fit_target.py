import pytest

from designer.checking.rules.names_fit_target import RULE
from tests.unit.checking.subjects import document, spots, target


@pytest.mark.parametrize(
    ("target_id", "node_id"),
    [
        ("sagemaker", "x" * 65),
        ("sagemaker", "a.b"),
        ("stepfunctions", "x" * 81),
        ("codepipeline", "x" * 101),
        ("codepipeline", "two words"),
    ],
)
def test_a_name_beyond_the_targets_limit_is_found(target_id: str, node_id: str) -> None:
    found = spots(RULE, document({node_id: "job"}), target(target_id))

    assert [(spot.node, spot.target) for spot in found] == [(node_id, target_id)]


@pytest.mark.parametrize(
    ("target_id", "node_id"),
    [("sagemaker", "x" * 64), ("stepfunctions", "two words" + "x" * 71), ("codepipeline", "a.b@c"), ("other", "a b")],
)
def test_a_name_at_the_limit_stays_silent(target_id: str, node_id: str) -> None:
    assert spots(RULE, document({node_id: "job"}), target(target_id)) == []


def test_without_a_chosen_target_nothing_is_said() -> None:
    assert spots(RULE, document({"two words": "job"})) == []
