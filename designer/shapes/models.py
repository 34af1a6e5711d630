"""Read the service models that botocore ships, one service at a time, and only when one is asked for.

The files are read directly: building a botocore session or client costs more time than the models themselves.
"""

import functools
import gzip
import importlib.util
import json
from collections.abc import Mapping
from pathlib import Path
from typing import cast

from designer.shapes.shape import Shape, parse_shape
from designer.shapes.spelling import Case, spellings

Raw = Mapping[str, object]


class ServiceModel:
    """One service's model; shapes are parsed when first asked for and kept."""

    def __init__(self, service: str, raw: Raw) -> None:
        self.service = service
        self._metadata = cast("Raw", raw["metadata"])
        self._operations = cast("Mapping[str, Raw]", raw["operations"])
        self._shapes = cast("Mapping[str, Raw]", raw["shapes"])
        self._parsed: dict[str, Shape] = {}
        self._names: dict[tuple[str, Case], Mapping[str, str]] = {}

    @property
    def title(self) -> str:
        """The name people use for the service, such as "SageMaker"."""
        name = str(self._metadata.get("serviceAbbreviation") or self._metadata.get("serviceFullName") or self.service)
        for prefix in ("Amazon ", "AWS "):
            name = name.removeprefix(prefix)
        return name.removesuffix(" Service")

    @property
    def operation_names(self) -> tuple[str, ...]:
        """Every API action, sorted."""
        return tuple(sorted(self._operations))

    def operation(self, name: str) -> Raw | None:
        """Return the raw description of an action, or None where there is none of that name."""
        return self._operations.get(name)

    def accepted_names(self, shape: Shape, case: Case) -> Mapping[str, str]:
        """Return the member behind each way to write its name."""
        if (shape.name, case) not in self._names:
            names = {name: member for member in shape.members for name in spellings(member, case)}
            self._names[shape.name, case] = names
        return self._names[shape.name, case]

    def shape(self, name: str) -> Shape:
        """Return the shape of that name."""
        if name not in self._parsed:
            self._parsed[name] = parse_shape(name, self._shapes[name])
        return self._parsed[name]


def service_names() -> tuple[str, ...]:
    """Every service there is a model of, in boto3's spelling, sorted."""
    return _service_names()


@functools.cache
def service_model(service: str) -> ServiceModel | None:
    """Return the newest model of a service, or None where there is none; the first call reads its file."""
    if service not in _service_names():
        return None
    versions = sorted(_data_folder().joinpath(service).glob("*/service-2.json*"))
    if not versions:
        return None
    content = versions[-1].read_bytes()
    text = gzip.decompress(content) if versions[-1].suffix == ".gz" else content
    return ServiceModel(service, cast("Raw", json.loads(text)))


@functools.cache
def _service_names() -> tuple[str, ...]:
    return tuple(sorted(path.name for path in _data_folder().iterdir() if path.is_dir()))


@functools.cache
def _data_folder() -> Path:
    spec = importlib.util.find_spec("botocore")
    if spec is None or not spec.submodule_search_locations:
        message = "botocore is not installed, so AWS's service models cannot be read"
        raise ModuleNotFoundError(message)
    return Path(next(iter(spec.submodule_search_locations))) / "data"
