from designer.catalog.kinds.function_rule import KIND
from designer.catalog.needs import StageRule
from tests.unit.catalog.kinds.placing import place


def test_the_rule_is_configured_as_its_provider_spells_it() -> None:
    (rule,) = place(KIND, {"function": "arn:aws:lambda:eu-west-1:123456789012:function:may-go"}).needs
    assert isinstance(rule, StageRule)

    assert (rule.node, rule.moment, rule.result) == ("node", "before_entry", "fail")
    assert rule.configuration == {"FunctionName": "arn:aws:lambda:eu-west-1:123456789012:function:may-go"}
    assert rule.statements[0].resources == ("arn:aws:lambda:eu-west-1:123456789012:function:may-go",)
