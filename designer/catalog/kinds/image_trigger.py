"""Image trigger: an image that is pushed to a container repository starts the pipeline."""

from typing import Annotated

from pydantic import Field

from designer.catalog.delivery import SOURCE
from designer.catalog.form import Form
from designer.catalog.kind import Category, Kind
from designer.catalog.naming import logical_id
from designer.catalog.needs import ImageTrigger
from designer.catalog.placed import Lowered, Placed
from designer.catalog.ports import Port, PortType, fixed
from designer.catalog.requests import settings_of
from designer.catalog.settings import Settings
from designer.catalog.values import Deployed, joined


class ImageTriggerSettings(Settings):
    """Which repository and tag."""

    repository: Annotated[str, Form(shape="ecr:DescribeImages:repositoryName", placeholder="my-model")] = Field(
        pattern=r"^[a-z0-9]+([._/-][a-z0-9]+)*$",
        description="The name of a repository of Amazon ECR in the same account and Region.",
    )
    tag: Annotated[str, Form(placeholder="latest")] = Field(
        default="latest",
        pattern=r"^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$",
        description="The tag that is watched, and by which the image is taken.",
    )


def lower(placed: Placed) -> Lowered:
    """Give the trigger and the address of the image; nothing runs."""
    settings = settings_of(placed, ImageTriggerSettings)
    trigger = ImageTrigger(
        logical_id=logical_id(placed.id, "Image"),
        node=placed.id,
        repository=settings.repository,
        tag=settings.tag,
    )
    registry = joined(Deployed("AccountId"), ".dkr.ecr.", Deployed("Region"), ".amazonaws.com/")
    address = joined(registry, f"{settings.repository}:{settings.tag}")
    return Lowered(outputs={"image": address, SOURCE: address}, needs=(trigger,))


KIND = Kind(
    id="image_trigger",
    title="Image pushed",
    summary="A container image that is pushed to Amazon ECR starts the pipeline.",
    category=Category.TRIGGER,
    settings=ImageTriggerSettings,
    lower=lower,
    outputs=fixed(
        Port(name="image", type=PortType.IMAGE, title="Image", help="The address of the image, by its tag."),
        Port(name=SOURCE, type=PortType.SOURCE, title="Details", help="For CodePipeline: imageDetail.json."),
    ),
    is_trigger=True,
    accepts_flow=False,
)
