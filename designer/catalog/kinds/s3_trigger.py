"""S3 trigger: a new object in a bucket starts the pipeline."""

from typing import Annotated

from pydantic import Field

from designer.catalog.form import Form
from designer.catalog.kind import Category, Kind
from designer.catalog.naming import logical_id
from designer.catalog.needs import ObjectTrigger
from designer.catalog.placed import Lowered, Placed
from designer.catalog.ports import Port, PortType, fixed
from designer.catalog.reading import may_read
from designer.catalog.requests import settings_of
from designer.catalog.settings import Settings
from designer.catalog.values import Deployed, Value, joined


class S3TriggerSettings(Settings):
    """Which objects."""

    bucket: Annotated[str, Form(placeholder="my-bucket", shape="s3:PutObject:Bucket")] = Field(
        default="", description="The bucket to watch. Empty: the pipeline's own bucket."
    )
    prefix: Annotated[str, Form(placeholder="incoming/")] = Field(
        default="", description="Only objects whose names begin so."
    )
    suffix: Annotated[str, Form(placeholder=".csv")] = Field(default="", description="Only objects whose names end so.")


def lower(placed: Placed) -> Lowered:
    """Give the trigger and the address that it watches; nothing runs."""
    settings = settings_of(placed, S3TriggerSettings)
    if not settings.bucket and not settings.prefix:
        raise ValueError(
            "Give a prefix: without one, each result that the pipeline writes to its own bucket would start it again."
        )
    bucket: Value = settings.bucket or Deployed("ArtifactBucket")
    trigger = ObjectTrigger(
        logical_id=logical_id(placed.id, "Trigger"),
        node=placed.id,
        bucket=settings.bucket,
        prefix=settings.prefix,
        suffix=settings.suffix,
    )
    uri = joined("s3://", bucket, f"/{settings.prefix}")
    statements = may_read(uri, "", f"{placed.id} gives these objects to the jobs of the pipeline")
    return Lowered(outputs={"dataset": uri}, needs=(trigger,), statements=statements)


KIND = Kind(
    id="s3_trigger",
    title="New S3 object",
    summary="Starts the pipeline when a new object arrives in a bucket, and gives the folder that it watches.",
    category=Category.TRIGGER,
    settings=S3TriggerSettings,
    lower=lower,
    outputs=fixed(
        Port(name="dataset", type=PortType.DATASET, title="Dataset", help="The address of the watched folder.")
    ),
    is_trigger=True,
    accepts_flow=False,
)
