import pytest

from designer.catalog.kinds.stack_deploy import KIND
from tests.unit.catalog.kinds.delivering import action_of, type_of
from tests.unit.catalog.kinds.placing import place


def test_the_action_is_configured_as_its_provider_spells_it() -> None:
    action = action_of(
        KIND,
        {
            "stack": "app",
            "stack_role_arn": "arn:role",
            "parameters": {"Size": "2"},
            "configuration_file": "live.json",
            "capabilities": ["CAPABILITY_IAM"],
        },
    )

    assert type_of(action) == ("Deploy", "AWS", "CloudFormation")
    assert action.configuration == {
        "ActionMode": "CREATE_UPDATE",
        "StackName": "app",
        "TemplatePath": "before::template.yaml",
        "TemplateConfiguration": "before::live.json",
        "ParameterOverrides": '{"Size": "2"}',
        "Capabilities": "CAPABILITY_IAM",
        "RoleArn": "arn:role",
    }


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        ({"stack": "app", "mode": "CHANGE_SET_EXECUTE"}, "Name the change set"),
        ({"stack": "app", "stack_role_arn": "arn:role"}, "holds the template"),
        ({"stack": "app", "mode": "DELETE_ONLY"}, "Name the role"),
    ],
)
def test_what_contradicts_itself_is_refused(settings: dict[str, object], sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        place(KIND, settings)


def test_a_change_set_is_executed_without_a_template() -> None:
    settings = {"stack": "app", "mode": "CHANGE_SET_EXECUTE", "change_set": "next"}

    assert action_of(KIND, settings, joined=False).configuration == {
        "ActionMode": "CHANGE_SET_EXECUTE",
        "StackName": "app",
        "ChangeSetName": "next",
    }
