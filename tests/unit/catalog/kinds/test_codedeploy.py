import pytest

from designer.catalog.kinds.codedeploy import KIND
from tests.unit.catalog.kinds.delivering import action_of, type_of
from tests.unit.catalog.kinds.placing import place


def test_the_action_is_configured_as_its_provider_spells_it() -> None:
    action = action_of(KIND, {"application": "shop", "deployment_group": "blue"})

    assert type_of(action) == ("Deploy", "AWS", "CodeDeploy")
    assert action.configuration == {"ApplicationName": "shop", "DeploymentGroupName": "blue"}


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        ({"application": "shop", "deployment_group": "blue", "artifact_bucket": "b"}, "Give both"),
    ],
)
def test_what_contradicts_itself_is_refused(settings: dict[str, object], sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        place(KIND, settings)
