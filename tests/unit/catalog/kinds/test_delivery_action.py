from designer.catalog.kinds.delivery_action import KIND
from tests.unit.catalog.kinds.delivering import action_of, statements_of, type_of


def test_the_action_is_configured_as_its_provider_spells_it() -> None:
    action = action_of(
        KIND, {"provider": "Jenkins", "category": "Test", "configuration": {"ProjectName": "app"}, "version": "2"}
    )

    assert type_of(action) == ("Test", "Custom", "Jenkins")
    assert action.configuration == {"ProjectName": "app"}


def test_what_is_granted_goes_to_the_role_of_the_pipeline() -> None:
    granted = {"actions": ["sqs:SendMessage"], "resources": ["arn:queue"]}
    statements = statements_of(KIND, {"provider": "Jenkins", "allowed": [granted]}, joined=False)

    assert [(one.actions, one.resources) for one in statements] == [(("sqs:SendMessage",), ("arn:queue",))]
