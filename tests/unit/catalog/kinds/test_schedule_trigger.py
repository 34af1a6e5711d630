import pytest

from designer.catalog.kinds.schedule_trigger import KIND
from designer.catalog.needs import ScheduleTrigger
from tests.unit.catalog.kinds.placing import place


@pytest.mark.parametrize("expression", ["rate(5 minutes)", "cron(0 6 ? * MON-FRI *)", "at(2030-01-31T06:00:00)"])
def test_a_schedule_is_given_to_the_template(expression: str) -> None:
    lowered = place(KIND, {"expression": expression, "timezone": "Europe/Paris"})

    trigger = ScheduleTrigger(logical_id="NodeSchedule", node="node", expression=expression, timezone="Europe/Paris")
    assert lowered.needs == (trigger,)
    assert lowered.steps == ()


@pytest.mark.parametrize("expression", ["daily", "rate(day)", "0 6 * * *", "cron()"])
def test_what_is_no_schedule_is_a_mistake_in_the_setting(expression: str) -> None:
    with pytest.raises(ValueError, match="expression"):
        KIND.settings.model_validate({"expression": expression})
