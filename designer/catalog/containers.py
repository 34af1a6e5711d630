"""Which container image a job or a model uses, and the settings that say so."""

from typing import Annotated

from pydantic import Field

from designer.catalog.archives import file_beside, file_name, tarred
from designer.catalog.form import Form
from designer.catalog.images import UnknownImage, image_uri
from designer.catalog.naming import asset_key, asset_uri
from designer.catalog.needs import Asset
from designer.catalog.placed import Placed
from designer.catalog.requests import resolved, texts, without_empty
from designer.catalog.tasks import TaskSettings
from designer.catalog.values import Value


class ModelContainerSettings(TaskSettings):
    """The container that answers with a model."""

    framework: Annotated[str, Form(editor="image", use="inference", group="Container")] = Field(
        default="xgboost", description="The framework or built-in algorithm whose container serves the model."
    )
    version: Annotated[str, Form(editor="image", use="inference", group="Container")] = Field(
        default="1.7-1", description="The framework's version. Take the one that the model was trained with."
    )
    python_version: Annotated[str, Form(group="Container", placeholder="py310", advanced=True)] = Field(
        default="", description="The Python in the container, where the framework leaves a choice."
    )
    image: Annotated[str, Form(editor="registry", group="Container", advanced=True)] = Field(
        default="", description="The address of an image of your own. It is used instead of framework and version."
    )
    script: Annotated[str, Form(editor="file", group="Container", advanced=True)] = Field(
        default="", description="A Python file beside the document that loads the model and answers requests."
    )
    environment: Annotated[dict[str, str], Form(editor="table", group="Container", advanced=True)] = Field(
        default_factory=dict, description="Environment variables for the container."
    )


def image_of(
    placed: Placed,
    *,
    image: str,
    framework: str,
    version: str,
    scope: str,
    instance_type: Value = "",
    python_version: str = "",
) -> Value:
    """Return an image's address: the one given, else AWS's own for the framework in the document's region."""
    if image:
        return resolved(placed, image)
    known = instance_type if isinstance(instance_type, str) else ""
    try:
        return image_uri(
            framework,
            version,
            placed.region,
            scope=scope,
            instance_type=known,
            processor="" if known else "cpu",
            python_version=python_version,
        )
    except UnknownImage as err:
        raise ValueError(str(err)) from err


def model_container(
    placed: Placed, settings: ModelContainerSettings, model_data: Value, instance_type: Value
) -> tuple[dict[str, object], tuple[Asset, ...]]:
    """Return a model's container as CreateModel and CreateModelPackage take it, and the files that it needs."""
    image = image_of(
        placed,
        image=settings.image,
        framework=settings.framework,
        version=settings.version,
        scope="inference",
        instance_type=instance_type,
        python_version=settings.python_version,
    )
    environment = texts(placed, settings.environment)
    assets: tuple[Asset, ...] = ()
    if settings.script:
        name = file_name(settings.script)
        content = tarred({name: file_beside(placed.files, settings.script)})
        asset = Asset(key=asset_key(content, "sourcedir.tar.gz"), content=content)
        environment |= {"SAGEMAKER_PROGRAM": name, "SAGEMAKER_SUBMIT_DIRECTORY": asset_uri(asset.key)}
        assets = (asset,)
    return without_empty({"Image": image, "ModelDataUrl": model_data, "Environment": environment}), assets
