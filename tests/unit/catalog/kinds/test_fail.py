import pytest

from designer.catalog.kinds.fail import KIND
from designer.catalog.steps import Failure
from tests.unit.catalog.kinds.placing import place


def test_the_reason_is_given_on() -> None:
    (step,) = place(KIND, {"error": "TooSmall", "cause": "There are too few rows."}).steps

    assert isinstance(step, Failure)
    assert (step.error, step.cause) == ("TooSmall", "There are too few rows.")


def test_nothing_can_follow() -> None:
    assert KIND.ends


def test_the_error_is_one_word() -> None:
    with pytest.raises(ValueError, match="error"):
        KIND.settings.model_validate({"error": "too small"})
