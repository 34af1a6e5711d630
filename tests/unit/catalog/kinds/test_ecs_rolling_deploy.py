from designer.catalog.kinds.ecs_rolling_deploy import KIND
from tests.unit.catalog.kinds.delivering import action_of, type_of


def test_the_action_is_configured_as_its_provider_spells_it() -> None:
    action = action_of(KIND, {"service": "web", "definitions_file": "images.json"})

    assert type_of(action) == ("Deploy", "AWS", "ECS")
    assert action.configuration == {
        "ClusterName": "default",
        "ServiceName": "web",
        "FileName": "images.json",
        "DeploymentTimeout": "60",
    }
