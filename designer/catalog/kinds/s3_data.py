"""S3 data: a dataset that is there already, or a file that is uploaded with the pipeline."""

from typing import Annotated

from pydantic import Field

from designer.catalog.archives import file_beside, file_name
from designer.catalog.form import Form
from designer.catalog.kind import Category, Kind
from designer.catalog.naming import asset_key, asset_uri
from designer.catalog.needs import Asset
from designer.catalog.placed import Lowered, Placed
from designer.catalog.ports import Port, PortType, fixed
from designer.catalog.reading import may_read
from designer.catalog.requests import resolved, settings_of
from designer.catalog.settings import Settings


class S3DataSettings(Settings):
    """Where the data is."""

    uri: Annotated[str, Form(editor="s3", placeholder="s3://bucket/folder/")] = Field(
        default="", description="The address of a folder or an object, or a reference such as ${params.InputData}."
    )
    file: Annotated[str, Form(editor="file")] = Field(
        default="", description="A file beside the document instead: it is uploaded when the pipeline is deployed."
    )
    bucket: Annotated[str, Form(placeholder="my-bucket", advanced=True)] = Field(
        default="",
        description="The bucket that jobs may read from. Needed only when the address is a parameter, because the "
        "pipeline's role must name the bucket.",
    )


def lower(placed: Placed) -> Lowered:
    """Give the address; nothing runs."""
    settings = settings_of(placed, S3DataSettings)
    if bool(settings.uri) == bool(settings.file):
        raise ValueError("Give either the address of the data or a file to upload.")
    if settings.file:
        content = file_beside(placed.files, settings.file)
        asset = Asset(key=asset_key(content, file_name(settings.file)), content=content)
        return Lowered(outputs={"dataset": asset_uri(asset.key)}, needs=(asset,))
    uri = resolved(placed, settings.uri)
    statements = may_read(uri, settings.bucket, f"{placed.id} is read by the jobs of the pipeline")
    return Lowered(outputs={"dataset": uri}, statements=statements)


KIND = Kind(
    id="s3_data",
    title="S3 data",
    summary="A dataset in Amazon S3, or a file beside the document that is uploaded with the pipeline.",
    category=Category.DATA,
    settings=S3DataSettings,
    lower=lower,
    outputs=fixed(Port(name="dataset", type=PortType.DATASET, title="Dataset", help="The address of the data.")),
)
