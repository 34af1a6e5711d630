"""The document: what is saved.

It is immutable and it knows no kinds, so it may be wrong at any time: an unknown kind, a setting that nobody reads and a
dangling edge are all kept. Mappings are typed read-only and are never changed in place; an edit makes a new document
that shares all untouched parts.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Literal, NamedTuple, TypeAlias

Scalar: TypeAlias = str | int | float | bool | None
ParameterType: TypeAlias = Literal["String", "Integer", "Float", "Boolean"]
PARAMETER_TYPES: tuple[ParameterType, ...] = ("String", "Integer", "Float", "Boolean")

FORMAT = 1
"""The version of the file format that this program writes."""


FARTHEST = 10_000_000
"""How far from the middle, in scene units, anything may be placed: some thirty thousand cards in a row."""


class Point(NamedTuple):
    """A place on the canvas, in scene units, y downwards."""

    x: float
    y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A placed node. Its id is the user's name for it and becomes the step, state or action name.

    `inside` is the node whose nested graph it belongs to (a `map`), empty for the pipeline itself.
    """

    id: str
    kind: str
    settings: Mapping[str, object] = field(default_factory=dict)
    position: Point | None = None
    inside: str = ""
    note: str = ""
    bypassed: bool = False
    extras: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """A join of two nodes.

    A data edge names a port on both sides. A flow edge has no target port; its source port is empty, or the branch of a
    condition that it leaves by. `via` are the points that the wire is led through; it is a matter of looks, so two edges
    that differ in it alone are equal.
    """

    source: str
    source_port: str = ""
    target: str
    target_port: str = ""
    via: tuple[Point, ...] = field(default=(), compare=False)

    @property
    def is_flow(self) -> bool:
        """Say whether the edge only means *afterwards*."""
        return not self.target_port

    def __str__(self) -> str:
        source = f"{self.source}.{self.source_port}" if self.source_port else self.source
        target = f"{self.target}.{self.target_port}" if self.target_port else self.target
        return f"{source} -> {target}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A value that is given when the pipeline is started; without a default it must be."""

    name: str
    type: ParameterType = "String"
    default: Scalar = None
    description: str = ""
    choices: tuple[Scalar, ...] = ()
    extras: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A named group of nodes; CodePipeline makes a stage of it."""

    id: str
    title: str
    nodes: tuple[str, ...]
    color: str = ""
    collapsed: bool = False
    extras: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A remark on the canvas, in light Markdown; without a colour it is yellow."""

    id: str
    text: str
    position: Point
    width: float = 220.0
    height: float = 120.0
    color: str = ""
    extras: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A whole pipeline as the user drew it.

    `settings` hold what concerns all nodes: `region`, `execution_role` (an ARN that exists), `bucket` (one that exists),
    `tags` (a mapping), `kms_key`, `log_retention_days`, `timeout_hours`, `max_parallel_steps` (SageMaker Pipelines),
    `execution_mode` and `on_stage_failure` (CodePipeline); see `catalog/pipeline_settings.py`.
    """

    name: str
    description: str = ""
    settings: Mapping[str, object] = field(default_factory=dict)
    parameters: Mapping[str, Parameter] = field(default_factory=dict)
    nodes: Mapping[str, Node] = field(default_factory=dict)
    edges: tuple[Edge, ...] = ()
    frames: tuple[Frame, ...] = ()
    notes: tuple[Note, ...] = ()
    extras: Mapping[str, object] = field(default_factory=dict)

    def __eq__(self, other: object) -> bool:
        """Compare everything, and the way that each wire is led, which the edges themselves leave out."""
        if not isinstance(other, Document):
            return NotImplemented
        return self is other or _parts(self) == _parts(other)

    def __hash__(self) -> int:
        """Return what equal documents have alike; the mappings in them have no hash."""
        return hash(self.name)

    @property
    def region(self) -> str:
        """Return the region that the pipeline is written for."""
        return str(self.settings.get("region") or "us-east-1")


def _parts(document: Document) -> tuple[object, ...]:
    return (*(getattr(document, one.name) for one in fields(document)), [edge.via for edge in document.edges])
