import pytest

from designer.catalog.kinds.beanstalk_deploy import KIND
from tests.unit.catalog.kinds.delivering import action_of, type_of
from tests.unit.catalog.kinds.placing import place


def test_the_action_is_configured_as_its_provider_spells_it() -> None:
    action = action_of(KIND, {"application": "shop", "environment": "live", "role_arn": "arn:role"})

    assert type_of(action) == ("Deploy", "AWS", "ElasticBeanstalk")
    assert action.configuration == {"ApplicationName": "shop", "EnvironmentName": "live"}
    assert action.members == {"roleArn": "arn:role"}


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        ({"application": "shop", "environment": "live"}, "Name a role"),
    ],
)
def test_what_contradicts_itself_is_refused(settings: dict[str, object], sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        place(KIND, settings)
