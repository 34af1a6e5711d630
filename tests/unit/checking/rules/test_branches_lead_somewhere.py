from designer.checking.rules.branches_lead_somewhere import RULE
from tests.unit.checking.subjects import document, spots


def test_a_condition_that_nothing_follows_is_found() -> None:
    found = spots(RULE, document({"first": "job", "decide": "check"}, "first -> decide"))

    assert [spot.node for spot in found] == ["decide"]
    assert "'then' and 'else'" in found[0].message


def test_one_branch_that_leads_somewhere_is_enough() -> None:
    assert spots(RULE, document({"decide": "check", "after": "job"}, "decide.then -> after")) == []
