from designer.catalog.kinds.variable_rule import KIND
from designer.catalog.needs import StageRule
from designer.catalog.values import ParameterValue
from tests.unit.catalog.kinds.placing import place


def test_the_rule_is_configured_as_its_provider_spells_it() -> None:
    (rule,) = place(KIND, {"variable": "${params.Machine}", "operator": "matches", "value": "ml[.].*"}).needs
    assert isinstance(rule, StageRule)

    assert (rule.node, rule.moment, rule.result) == ("node", "before_entry", "fail")
    assert rule.configuration == {
        "Variable": ParameterValue("Machine", "String"),
        "Value": "ml[.].*",
        "Operator": "MATCHES",
    }
