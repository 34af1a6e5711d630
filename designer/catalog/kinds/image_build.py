"""Image build: builds a container image and pushes it, without a build project."""

from typing import Annotated, Literal

from pydantic import Field

from designer.catalog.delivery import DeliverySettings, delivered, here, logging, logging_in, needs, source_input, where
from designer.catalog.form import Form
from designer.catalog.kind import Category, Kind
from designer.catalog.needs import Statement
from designer.catalog.placed import Lowered, Placed
from designer.catalog.ports import Port, PortType, fixed
from designer.catalog.requests import arn, resolved, settings_of
from designer.catalog.steps import Action
from designer.catalog.values import Value, joined

_PUSH = ("DescribeRepositories", "InitiateLayerUpload", "UploadLayerPart", "CompleteLayerUpload", "PutImage")
_DIGEST = "ECRImageDigestId"


class ImageBuildSettings(DeliverySettings):
    """What is built, and where it goes."""

    repository: Annotated[str, Form(shape="ecr:CreateRepository:repositoryName")] = Field(
        min_length=1, description="The name of a container repository that exists."
    )
    dockerfile_folder: Annotated[str, Form(placeholder="./image")] = Field(
        default="", description="The folder of the Dockerfile in the artifact. Empty: its top."
    )
    image_tags: Annotated[tuple[str, ...], Form(editor="list")] = Field(
        default=(), description="The tags of the image. Empty: latest."
    )
    registry: Annotated[Literal["private", "public"], Form(editor="choice", advanced=True)] = Field(
        default="private", description="Whether the repository is in the account's registry or in the public gallery."
    )


def lower(placed: Placed) -> Lowered:
    """Make an ECRBuildAndPublish action."""
    settings = settings_of(placed, ImageBuildSettings)
    repository = resolved(placed, settings.repository)
    action = Action(
        category="Build",
        provider="ECRBuildAndPublish",
        configuration={
            "ECRRepositoryName": repository,
            "DockerFilePath": resolved(placed, settings.dockerfile_folder),
            "ImageTags": resolved(placed, ",".join(settings.image_tags)),
            "RegistryType": settings.registry,
        },
    )
    pushing = _public(placed, repository) if settings.registry == "public" else _private(placed, repository)
    return delivered(placed, action, (*pushing, logging(placed, where(placed))), (_DIGEST,))


def _private(placed: Placed, repository: Value) -> tuple[Statement, ...]:
    actions = (*_PUSH, "GetDownloadUrlForLayer", "BatchCheckLayerAvailability")
    return (
        needs(placed, "push the image", _of("ecr", *actions), here(placed, "ecr", joined("repository/", repository))),
        logging_in(placed),
    )


def _public(placed: Placed, repository: Value) -> tuple[Statement, ...]:
    gallery = arn("ecr-public", joined("repository/", repository), region="")
    return (
        needs(placed, "push the image", _of("ecr-public", *_PUSH, "BatchCheckLayerAvailability"), gallery),
        needs(
            placed,
            "log in to the public registry",
            ("ecr-public:GetAuthorizationToken", "sts:GetServiceBearerToken"),
        ),
    )


def _of(service: str, *actions: str) -> tuple[str, ...]:
    return tuple(f"{service}:{action}" for action in actions)


KIND = Kind(
    id="image_build",
    title="Image build",
    summary="Builds a container image from a Dockerfile and pushes it to ECR; no build project is needed.",
    category=Category.PREPARE,
    settings=ImageBuildSettings,
    lower=lower,
    inputs=fixed(source_input("The files of the image, with the Dockerfile.")),
    outputs=fixed(Port(name=_DIGEST, type=PortType.VALUE, title="Digest", help="The sha256 digest of the image.")),
)
