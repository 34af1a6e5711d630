"""The ports of a node: where a data edge may end, and what it may carry."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum


class PortType(StrEnum):
    """What a data port carries."""

    DATASET = "dataset"
    MODEL_ARTIFACT = "model_artifact"
    MODEL = "model"
    MODEL_PACKAGE = "model_package"
    METRICS = "metrics"
    IMAGE = "image"
    SOURCE = "source"
    ENDPOINT = "endpoint"
    VALUE = "value"


@dataclass(frozen=True, slots=True, kw_only=True)
class Port:
    """A place where a data edge may end. A `VALUE` input takes an edge of any type."""

    name: str
    type: PortType
    title: str
    required: bool = False
    many: bool = False
    help: str = ""

    def __hash__(self) -> int:
        """Return what tells most ports apart, since caches ask for it often."""
        return hash(self.name)


def fixed(*ports: Port) -> Callable[[Mapping[str, object]], tuple[Port, ...]]:
    """Give ports that do not depend on the settings."""
    return lambda _: ports
