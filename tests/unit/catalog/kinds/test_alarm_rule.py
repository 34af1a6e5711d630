from designer.catalog.kinds.alarm_rule import KIND
from designer.catalog.needs import StageRule
from tests.unit.catalog.kinds.placing import place


def test_the_rule_is_configured_as_its_provider_spells_it() -> None:
    (rule,) = place(KIND, {"alarm": "errors", "region": "eu-central-1"}).needs
    assert isinstance(rule, StageRule)

    assert (rule.node, rule.moment, rule.result) == ("node", "before_entry", "fail")
    assert rule.region == "eu-central-1"
    assert rule.configuration == {"AlarmName": "errors"}
    (needed,) = rule.statements
    assert "cloudwatch:DescribeAlarms" in needed.actions
    assert "eu-central-1" in str(needed.resources[0])
