import pytest

from designer.catalog.kinds.lambda_release import KIND
from tests.unit.catalog.kinds.delivering import action_of, type_of
from tests.unit.catalog.kinds.placing import place


def test_the_action_is_configured_as_its_provider_spells_it() -> None:
    action = action_of(
        KIND, {"function": "score", "alias": "live", "strategy": "Linear10PercentEvery1Minute", "alarms": ["errors"]}
    )

    assert type_of(action) == ("Deploy", "AWS", "Lambda")
    assert action.configuration == {
        "FunctionName": "score",
        "FunctionAlias": "live",
        "DeployStrategy": "Linear10PercentEvery1Minute",
        "Alarms": "errors",
    }


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        ({"function": "score"}, "one of the two"),
        ({"function": "score", "target_version": "2"}, "Name the alias"),
        ({"function": "score", "strategy": "Slowly"}, "pattern"),
    ],
)
def test_what_contradicts_itself_is_refused(settings: dict[str, object], sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        place(KIND, settings)
