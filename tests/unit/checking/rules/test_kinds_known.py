from designer.checking.rules.kinds_known import RULE
from tests.unit.checking.subjects import document, spots


def test_a_node_of_an_unknown_kind_is_found_by_name() -> None:
    found = spots(RULE, document({"first": "job", "second": "teleport"}))

    assert [spot.node for spot in found] == ["second"]
    assert "'teleport'" in found[0].message


def test_known_kinds_stay_silent() -> None:
    assert spots(RULE, document({"first": "job"})) == []
