import pytest

from designer.catalog.kinds.commands_rule import KIND
from designer.catalog.needs import StageRule
from tests.unit.catalog.kinds.placing import place


def test_the_rule_is_configured_as_its_provider_spells_it() -> None:
    (rule,) = place(KIND, {"commands": ["make smoke"]}).needs
    assert isinstance(rule, StageRule)

    assert (rule.node, rule.moment, rule.result) == ("node", "before_entry", "fail")
    assert (rule.commands, rule.configuration) == (("make smoke",), {})


def test_a_command_is_one_line() -> None:
    with pytest.raises(ValueError, match="one line"):
        place(KIND, {"commands": ["make\ntest"]})
