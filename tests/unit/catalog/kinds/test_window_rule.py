import pytest

from designer.catalog.kinds.window_rule import KIND
from designer.catalog.needs import StageRule
from tests.unit.catalog.kinds.placing import place


def test_the_rule_is_configured_as_its_provider_spells_it() -> None:
    (rule,) = place(KIND, {}).needs
    assert isinstance(rule, StageRule)

    assert (rule.node, rule.moment, rule.result) == ("node", "before_entry", "fail")
    assert rule.configuration == {"Cron": "* * 9-17 ? * MON-FRI", "TimeZone": "UTC"}
    assert rule.statements == ()


@pytest.mark.parametrize(
    ("window", "sentence"), [("9-17 MON-FRI", "six fields"), ("0 * 9-17 ? * MON-FRI", "takes only \\* there")]
)
def test_a_window_that_codepipeline_would_not_take_is_refused(window: str, sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        place(KIND, {"window": window})
