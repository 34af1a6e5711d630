"""Ports that the user names in a setting: a table from port name to what it carries."""

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import Literal, TypeAlias, TypeVar

from designer.catalog.placed import Placed
from designer.catalog.ports import Port, PortType
from designer.catalog.requests import address, as_text, resolved
from designer.catalog.values import Value

VALUES = "values"
V = TypeVar("V")
Carried: TypeAlias = Literal["dataset", "model_artifact", "source", "metrics", "image", "value"]


def ports(raw: Mapping[str, object], setting: str, default: Mapping[str, str], *, required: bool) -> tuple[Port, ...]:
    """Return the ports that a raw setting names; what cannot be understood is taken for a dataset or left out."""
    table = raw.get(setting, default)
    if not isinstance(table, (dict, Mapping)):  # a dictionary is told ten times faster than another mapping
        return ()
    try:
        return _ports(tuple(table.items()), required=required)
    except TypeError:  # something else than text, which no cache takes
        return _ports(tuple((str(name), str(carried)) for name, carried in table.items()), required=required)


def value_ports(raw: Mapping[str, object], setting: str) -> tuple[Port, ...]:
    """Return an output that carries a value for each name in the table of a raw setting."""
    table = raw.get(setting)
    names = table if isinstance(table, Mapping) else {}
    return tuple(Port(name=str(name), type=PortType.VALUE, title=str(name).capitalize()) for name in names)


def values_input(purpose: str) -> Port:
    """Return the input `values`, which takes any number of values of any sort."""
    return Port(name=VALUES, type=PortType.VALUE, title="Values", many=True, help=purpose)


def with_joined_values(
    placed: Placed, given: Mapping[str, V], spelt: Callable[[str], str] = str
) -> dict[str, V | Value]:
    """Return what is given with the values joined to `values` added, each under the name of its output, spelt so.

    What is given already under a name stays.
    """
    whole: dict[str, V | Value] = dict(given)
    for one in placed.inputs.get(VALUES, ()):
        whole.setdefault(spelt(one.port), address(one.value))
    return whole


def table_with_joined_values(
    placed: Placed, table: Mapping[str, object], spelt: Callable[[str], str] = str
) -> dict[str, Value]:
    """Return a table of settings with its references resolved, and the values joined to `values` added to it."""
    return with_joined_values(placed, {name: resolved(placed, one) for name, one in table.items()}, spelt)


def environment_variables(placed: Placed, table: Mapping[str, str]) -> dict[str, Value]:
    """Return a container's variables as text: a table of settings, and the values joined to `values`, named in capitals."""
    return {name: as_text(value) for name, value in table_with_joined_values(placed, table, str.upper).items()}


def program_arguments(placed: Placed, arguments: Iterable[str]) -> list[Value]:
    """Return what a program is given: the arguments, then each value joined to `values` as --NAME and the value."""
    joined = with_joined_values(placed, {}, lambda port: f"--{port}")
    given = [as_text(resolved(placed, one)) for one in arguments]
    return given + [one for name, value in joined.items() for one in (name, as_text(value))]


@lru_cache(maxsize=1024)
def _ports(table: tuple[tuple[object, object], ...], *, required: bool) -> tuple[Port, ...]:
    named = ((str(name), _type(str(carried))) for name, carried in table)
    return tuple(
        Port(name=name, type=carried, title=_title(name), required=required) for name, carried in named if name.strip()
    )


def _type(carried: str) -> PortType:
    try:
        return PortType(carried)
    except ValueError:
        return PortType.DATASET


def _title(name: str) -> str:
    return name.replace("_", " ").replace("-", " ").capitalize()
