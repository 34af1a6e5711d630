import pytest

from designer.catalog.kinds.stack_set_deploy import KIND
from tests.unit.catalog.kinds.delivering import action_of, type_of
from tests.unit.catalog.kinds.placing import place


def test_the_action_is_configured_as_its_provider_spells_it() -> None:
    action = action_of(
        KIND,
        {
            "stack_set": "base",
            "targets": ["111111111111", "222222222222"],
            "target_regions": ["us-east-1"],
            "parameters": {"A": "1", "B": "2"},
            "failure_tolerance_percent": 0,
        },
    )

    assert type_of(action) == ("Deploy", "AWS", "CloudFormationStackSet")
    assert action.configuration == {
        "StackSetName": "base",
        "DeploymentTargets": "111111111111,222222222222",
        "Regions": "us-east-1",
        "FailureTolerancePercentage": "0",
        "TemplatePath": "before::template.yaml",
        "Parameters": "ParameterKey=A,ParameterValue=1 ParameterKey=B,ParameterValue=2",
        "PermissionModel": "SELF_MANAGED",
    }


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        ({"stack_set": "base", "targets": ["1"]}, "Targets need Regions"),
    ],
)
def test_what_contradicts_itself_is_refused(settings: dict[str, object], sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        place(KIND, settings)
