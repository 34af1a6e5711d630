from designer.checking.rules.requests_accepted import RULE
from tests.unit.checking.subjects import document, spots


def test_a_value_out_of_range_is_found_at_the_setting_that_became_it() -> None:
    found = spots(RULE, document({"ask": "request"}, settings={"ask": {"shards": 0}}))

    assert [(spot.node, spot.setting) for spot in found] == [("ask", "shards")]
    assert "CreateStream.ShardCount" in found[0].message


def test_a_setting_that_bears_the_members_name_is_found_without_being_declared() -> None:
    found = spots(RULE, document({"ask": "request"}, settings={"ask": {"stream_name": "two words"}}))

    assert [spot.setting for spot in found] == ["stream_name"]


def test_a_request_at_the_edge_of_the_allowed_stays_silent() -> None:
    settings = {"ask": {"shards": 1, "stream_name": "x" * 128}}

    assert spots(RULE, document({"ask": "request"}, settings=settings)) == []
