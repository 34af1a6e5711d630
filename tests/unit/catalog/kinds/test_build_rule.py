from designer.catalog.kinds.build_rule import KIND
from designer.catalog.needs import StageRule
from tests.unit.catalog.kinds.placing import place


def test_the_rule_is_configured_as_its_provider_spells_it() -> None:
    (rule,) = place(
        KIND, {"project": "smoke", "role_arn": "arn:aws:iam::123456789012:role/tests", "timeout_minutes": 30}
    ).needs
    assert isinstance(rule, StageRule)

    assert (rule.node, rule.moment, rule.result) == ("node", "before_entry", "fail")
    assert (rule.role_arn, rule.timeout_minutes) == ("arn:aws:iam::123456789012:role/tests", 30)
    assert [one.actions for one in rule.statements] == [("sts:AssumeRole",)]
