import pytest

from designer.catalog.kinds.ecs_blue_green import KIND
from tests.unit.catalog.kinds.delivering import action_of, type_of
from tests.unit.catalog.kinds.placing import place


def test_the_action_is_configured_as_its_provider_spells_it() -> None:
    action = action_of(KIND, {"application": "shop", "deployment_group": "blue"})

    assert type_of(action) == ("Deploy", "AWS", "CodeDeployToECS")
    assert action.configuration == {
        "ApplicationName": "shop",
        "DeploymentGroupName": "blue",
        "TaskDefinitionTemplateArtifact": "before",
        "TaskDefinitionTemplatePath": "taskdef.json",
        "AppSpecTemplateArtifact": "before",
        "AppSpecTemplatePath": "appspec.yaml",
    }


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        ({"application": "shop", "deployment_group": "blue", "images": {"web": "IMAGE"}}, "No artifact of 'web'"),
    ],
)
def test_what_contradicts_itself_is_refused(settings: dict[str, object], sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        place(KIND, settings)


def test_an_image_of_another_node_takes_the_place_of_a_word() -> None:
    action = action_of(KIND, {"application": "shop", "deployment_group": "blue", "images": {"before": "IMAGE1_NAME"}})

    assert (action.configuration["Image1ArtifactName"], action.configuration["Image1ContainerName"]) == (
        "before",
        "IMAGE1_NAME",
    )
