import pytest

from designer.catalog.kinds.image_trigger import KIND
from designer.catalog.needs import ImageTrigger
from designer.catalog.values import Deployed, joined
from tests.unit.catalog.kinds.placing import place


def test_the_image_is_given_by_the_tag_that_is_watched() -> None:
    lowered = place(KIND, {"repository": "team/model", "tag": "release"})

    assert lowered.needs == (ImageTrigger(logical_id="NodeImage", node="node", repository="team/model", tag="release"),)
    registry = joined(Deployed("AccountId"), ".dkr.ecr.", Deployed("Region"), ".amazonaws.com")
    assert lowered.outputs["image"] == joined(registry, "/team/model:release")


@pytest.mark.parametrize("repository", ["Model", "model:1", ""])
def test_a_repository_is_named_without_registry_and_tag(repository: str) -> None:
    with pytest.raises(ValueError, match="repository"):
        place(KIND, {"repository": repository})
