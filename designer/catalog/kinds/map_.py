"""Map: a nested graph runs once for each item of a list."""

from collections.abc import Mapping
from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from designer.catalog.form import Form
from designer.catalog.item_readers import Reader, item_reader, result_writer
from designer.catalog.kind import Category, Kind
from designer.catalog.named_ports import Carried, ports
from designer.catalog.placed import Lowered, Placed
from designer.catalog.ports import Port, PortType, fixed
from designer.catalog.requests import address, one_input, resolved, settings_of
from designer.catalog.settings_types import Integer, Number, Plain, ReferenceText
from designer.catalog.steps import Distribution, Each
from designer.catalog.tasks import CatchingSettings
from designer.catalog.values import Item, ItemIndex, StepOutput, Value

_ITEM = "item"
_INDEX = "index"
_RESULTS = "results"
Items: TypeAlias = ReferenceText | tuple[Plain | dict[str, Plain], ...]


class MapSettings(CatchingSettings):
    """What is gone through, and how many at a time."""

    items: Annotated[Items, Form(editor="json", group="Items")] = Field(
        default=(),
        description="The items: a list, or a reference to one, such as ${params.Regions}, where the parameter's text is a "
        "list in JSON. Leave empty when a list is joined to the input or read from S3.",
    )
    carries: Annotated[Carried, Form(editor="choice", group="Items")] = Field(
        default="value", description="What an item is, which says where the output 'item' can be joined to."
    )
    result: Annotated[str, Form(group="Items", placeholder="${train.model}")] = Field(
        default="",
        description="What each run gives, as references to the nodes inside. The list of these is the output 'results'.",
    )
    concurrency: Annotated[Integer, Form(editor="number", group="Items")] = Field(
        default=0, description="How many items are worked on at a time; 0 for as many as the service takes."
    )
    tolerated_failures: Annotated[Integer, Form(editor="number", group="When it fails", advanced=True)] = Field(
        default=0, description="How many items may fail before the map fails. Distributed maps only."
    )
    tolerated_percent: Annotated[Number, Form(editor="number", unit="%", group="When it fails", advanced=True)] = Field(
        default=0, description="How many items of a hundred may fail before the map fails. Distributed maps only."
    )
    distributed: Annotated[bool, Form(editor="flag", group="Distributed", advanced=True)] = Field(
        default=False,
        description="Run each item as an execution of its own: for lists in S3, and for more than 40 at a time.",
    )
    execution_type: Annotated[
        Literal["STANDARD", "EXPRESS"], Form(editor="choice", group="Distributed", advanced=True)
    ] = Field(default="STANDARD", description="EXPRESS executions are cheaper and end after five minutes at most.")
    read: Annotated[Reader, Form(editor="choice", group="Distributed", advanced=True)] = Field(
        default="list",
        description="Where the items come from: the list above, the lines of a file in S3 (csv, json, jsonl, parquet), "
        "an inventory (manifest), or the objects below a prefix.",
    )
    read_from: Annotated[str, Form(editor="s3", group="Distributed", placeholder="s3://bucket/key", advanced=True)] = (
        Field(default="", description="The file in S3, or the prefix of the objects.")
    )
    reader_options: Annotated[dict[str, Plain], Form(editor="table", group="Distributed", advanced=True)] = Field(
        default_factory=dict,
        description="More of the ReaderConfig, such as CSVHeaderLocation: FIRST_ROW or MaxItems: 1000.",
    )
    batch_items: Annotated[int, Form(editor="number", group="Distributed", advanced=True)] = Field(
        default=0, ge=0, description="Put so many items into one run; the item is then the batch, its list under Items."
    )
    batch_bytes: Annotated[int, Form(editor="number", unit="B", group="Distributed", advanced=True)] = Field(
        default=0, ge=0, le=262_144, description="Put items into one run as long as they are no larger than this."
    )
    write_to: Annotated[
        str, Form(editor="s3", group="Distributed", placeholder="s3://bucket/prefix", advanced=True)
    ] = Field(default="", description="Where the results are written to, when they are too many to pass on.")
    label: Annotated[str, Form(group="Distributed", advanced=True)] = Field(
        default="", max_length=40, pattern=r"^[A-Za-z0-9_-]*$", description="A word in the names of the executions."
    )


def lower(placed: Placed) -> Lowered:
    """Make a step that goes through the items; lowering puts the nodes inside beside it."""
    settings = settings_of(placed, MapSettings)
    step = Each(
        id=placed.id,
        node=placed.id,
        items=_items(placed, settings),
        concurrency=resolved(placed, settings.concurrency),
        result=resolved(placed, settings.result),
        tolerated_failures=resolved(placed, settings.tolerated_failures),
        tolerated_percent=resolved(placed, settings.tolerated_percent),
        distribution=_distribution(placed, settings),
    )
    outputs: dict[str, Value] = {
        _RESULTS: StepOutput(placed.id, ()),
        _ITEM: Item(placed.id),
        _INDEX: ItemIndex(placed.id),
    }
    return Lowered(steps=(step,), outputs=outputs)


def _items(placed: Placed, settings: MapSettings) -> object:
    given = one_input(placed, "items")
    ways = [bool(settings.items), given != "", settings.read != "list"]
    if sum(ways) != 1:
        raise ValueError("Give the items in one way: write a list, join one to the input, or read them from S3.")
    if given != "":
        return address(given)
    return placed.resolve(settings.items) if settings.items else []


def _distribution(placed: Placed, settings: MapSettings) -> Distribution | None:
    if not settings.distributed:
        _refuse_for_inline(settings)
        return None
    if settings.read != "list" and not settings.read_from:
        raise ValueError("Say where in S3 the items are: 's3://bucket/key'.")
    return Distribution(
        execution_type=settings.execution_type,
        reader=item_reader(settings.read, resolved(placed, settings.read_from), settings.reader_options),
        writer=result_writer(resolved(placed, settings.write_to)),
        batch_items=settings.batch_items,
        batch_bytes=settings.batch_bytes,
        label=settings.label,
    )


def _refuse_for_inline(settings: MapSettings) -> None:
    asked = {
        "read": settings.read != "list",
        "batch_items": settings.batch_items,
        "batch_bytes": settings.batch_bytes,
        "write_to": settings.write_to,
        "label": settings.label,
        "tolerated_failures": settings.tolerated_failures,
        "tolerated_percent": settings.tolerated_percent,
    }
    named = [name for name, is_asked in asked.items() if is_asked]
    if named:
        raise ValueError(f"Only a distributed map takes {' and '.join(named)}. Switch 'distributed' on.")


def _results(_: Mapping[str, object]) -> tuple[Port, ...]:
    return (Port(name=_RESULTS, type=PortType.VALUE, title="Results", help="The list of what each run gave."),)


def _inner_outputs(raw: Mapping[str, object]) -> tuple[Port, ...]:
    (item,) = ports({"item": {_ITEM: raw.get("carries", "value")}}, "item", {}, required=False)
    return (item, Port(name=_INDEX, type=PortType.VALUE, title="Index", help="The number of the item, from 0."))


KIND = Kind(
    id="map",
    title="Map",
    summary="Runs the nodes inside once for each item of a list, several at a time.",
    category=Category.CONTROL,
    settings=MapSettings,
    lower=lower,
    inputs=fixed(Port(name="items", type=PortType.VALUE, title="Items", help="A list to go through.")),
    outputs=_results,
    inner_outputs=_inner_outputs,
    nests=True,
)
