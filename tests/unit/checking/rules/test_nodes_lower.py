from designer.checking.rules.nodes_lower import RULE
from tests.unit.checking.subjects import document, spots


def test_a_misspelt_setting_is_found_where_it_stands() -> None:
    found = spots(RULE, document({"a": "job"}, settings={"a": {"txet": "x"}}))

    assert [(spot.node, spot.setting, spot.message) for spot in found] == [
        ("a", "txet", "There is no setting of this name.")
    ]


def test_a_setting_of_another_type_is_found_inside_a_table() -> None:
    found = spots(RULE, document({"a": "free"}, settings={"a": {"table": {"key": 5}}}))

    assert [spot.setting for spot in found] == ["table.key"]


def test_what_follows_from_another_finding_is_not_told_twice() -> None:
    settings: dict[str, dict[str, object]] = {"a": {"wrong": 1}, "b": {"text": "${a.out}"}}

    found = spots(RULE, document({"a": "job", "b": "free"}, settings=settings))

    assert [spot.node for spot in found] == ["a"]


def test_understood_settings_stay_silent() -> None:
    assert spots(RULE, document({"a": "job"}, settings={"a": {"text": "x"}})) == []
