"""Ports that the user names in a setting: a table from port name to what it carries."""

from collections.abc import Mapping
from typing import Literal, TypeAlias

from designer.catalog.kind import Port, PortType

Carried: TypeAlias = Literal["dataset", "model_artifact", "source", "metrics", "image", "value"]


def ports(raw: Mapping[str, object], setting: str, default: Mapping[str, str], *, required: bool) -> tuple[Port, ...]:
    """Return the ports that a raw setting names; what cannot be understood is taken for a dataset or left out."""
    table = raw.get(setting, default)
    if not isinstance(table, Mapping):
        return ()
    return tuple(
        Port(name=str(name), type=_type(carried), title=_title(str(name)), required=required)
        for name, carried in table.items()
        if str(name).strip()
    )


def _type(carried: object) -> PortType:
    try:
        return PortType(str(carried))
    except ValueError:
        return PortType.DATASET


def _title(name: str) -> str:
    return name.replace("_", " ").replace("-", " ").capitalize()
