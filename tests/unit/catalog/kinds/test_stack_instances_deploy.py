import pytest

from designer.catalog.kinds.stack_instances_deploy import KIND
from tests.unit.catalog.kinds.delivering import action_of, type_of
from tests.unit.catalog.kinds.placing import place


def test_the_action_is_configured_as_its_provider_spells_it() -> None:
    action = action_of(
        KIND,
        {"stack_set": "base", "targets": ["ou-1"], "target_regions": ["us-east-1"], "parameters": {"A": "1"}},
        joined=False,
    )

    assert type_of(action) == ("Deploy", "AWS", "CloudFormationStackInstances")
    assert action.configuration == {
        "StackSetName": "base",
        "DeploymentTargets": "ou-1",
        "Regions": "us-east-1",
        "ParameterOverrides": "ParameterKey=A,ParameterValue=1",
    }


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        ({"stack_set": "base"}, "Name the accounts"),
    ],
)
def test_what_contradicts_itself_is_refused(settings: dict[str, object], sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        place(KIND, settings)
