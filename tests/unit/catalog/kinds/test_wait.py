import pytest

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
