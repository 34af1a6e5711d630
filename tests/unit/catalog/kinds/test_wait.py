import pytest
from pydantic import ValidationError

from designer.catalog.kinds.wait import KIND
from designer.catalog.steps import Pause
from designer.catalog.values import ParameterValue
from tests.unit.catalog.kinds.placing import place


@pytest.mark.parametrize(("seconds", "value"), [(30, 30), ("${params.Count}", ParameterValue("Count", "Integer"))])
def test_the_time_is_a_number_or_a_parameter(seconds: object, value: object) -> None:
    (step,) = place(KIND, {"seconds": seconds}).steps

    assert isinstance(step, Pause)
    assert step.seconds == value


def test_a_time_below_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="less than nothing"):
        place(KIND, {"seconds": -1})


def test_a_moment_takes_the_place_of_the_time() -> None:
    (step,) = place(KIND, {"until": "2027-01-31T06:00:00Z"}).steps
    (later,) = place(KIND, {"until": "${params.Machine}"}).steps

    assert isinstance(step, Pause)
    assert isinstance(later, Pause)
    assert step.until == "2027-01-31T06:00:00Z"
    assert later.until == ParameterValue("Machine")


@pytest.mark.parametrize("moment", ["tomorrow", "2027-01-31", "2027-01-31T06:00:00"])
def test_a_moment_without_date_time_and_zone_is_refused(moment: str) -> None:
    with pytest.raises(ValidationError, match="Write the moment"):
        place(KIND, {"until": moment})
