"""Pass: gives names to values, and does nothing else."""

from typing import Annotated

from pydantic import Field

from designer.catalog.form import Form
from designer.catalog.kind import Category, Kind
from designer.catalog.named_ports import value_ports
from designer.catalog.placed import Lowered, Placed
from designer.catalog.requests import resolved, settings_of
from designer.catalog.settings import Settings
from designer.catalog.settings_types import Plain


class PassSettings(Settings):
    """Names and values."""

    values: Annotated[dict[str, Plain], Form(editor="table")] = Field(
        default_factory=dict,
        description="Values by name, each an output: plain ones, or text with references such as s3://${params.Bucket}/in.",
    )


def lower(placed: Placed) -> Lowered:
    """Give the values; nothing runs."""
    settings = settings_of(placed, PassSettings)
    return Lowered(outputs={name: resolved(placed, value) for name, value in settings.values.items()})


KIND = Kind(
    id="pass",
    title="Pass",
    summary="Gives names to values, for whoever reads them. Nothing runs.",
    category=Category.CONTROL,
    settings=PassSettings,
    lower=lower,
    outputs=lambda raw: value_ports(raw, "values"),
)
