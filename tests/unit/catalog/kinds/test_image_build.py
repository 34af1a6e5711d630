from designer.catalog.kinds.image_build import KIND
from tests.unit.catalog.kinds.delivering import action_of, statements_of, type_of


def test_the_action_is_configured_as_its_provider_spells_it() -> None:
    action = action_of(KIND, {"repository": "app", "dockerfile_folder": "./image", "image_tags": ["1", "latest"]})

    assert type_of(action) == ("Build", "AWS", "ECRBuildAndPublish")
    assert action.configuration == {
        "ECRRepositoryName": "app",
        "DockerFilePath": "./image",
        "ImageTags": "1,latest",
        "RegistryType": "private",
    }


def test_a_public_repository_is_pushed_to_with_the_permissions_of_the_public_gallery() -> None:
    statements = statements_of(KIND, {"repository": "app", "registry": "public"})

    actions = {action for one in statements for action in one.actions}
    assert {"ecr-public:PutImage", "sts:GetServiceBearerToken"} <= actions
