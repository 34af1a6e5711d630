from designer.catalog.kinds.appconfig_deploy import KIND
from tests.unit.catalog.kinds.delivering import action_of, type_of


def test_the_action_is_configured_as_its_provider_spells_it() -> None:
    action = action_of(
        KIND, {"application": "a1", "environment": "e1", "profile": "p1", "file": "config.json", "strategy": "s1"}
    )

    assert type_of(action) == ("Deploy", "AWS", "AppConfig")
    assert action.configuration == {
        "Application": "a1",
        "Environment": "e1",
        "ConfigurationProfile": "p1",
        "InputArtifactConfigurationPath": "config.json",
        "DeploymentStrategy": "s1",
    }
