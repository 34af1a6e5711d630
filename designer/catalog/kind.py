"""A kind of node as data: its ports, its settings model, and one pure function that lowers it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from designer.catalog.needs import Need, Statement
from designer.catalog.steps import Step
from designer.catalog.values import Value


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


class Category(StrEnum):
    """The groups of the palette, in its order."""

    DATA = "data"
    TRIGGER = "trigger"
    PREPARE = "prepare"
    TRAIN = "train"
    REGISTER = "register"
    DEPLOY = "deploy"
    CONTROL = "control"


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """How a setting is edited, put into the field's `Annotated` metadata.

    `editor`: `text`, `multiline`, `number`, `flag`, `choice`, `code` (an editor for `language`), `file`, `folder`,
    `instance` (an instance type for `use`), `image` (a framework or version of AWS's images), `registry` (the address of an
    image), `table` (text to text), `list`, `rows` (of records), `structure` (one record), `request`, `s3`, `role`,
    `condition`, `json`. Left empty, the field's type decides. `shape` is the member of a request that the setting becomes, as
    `service:Operation:Member.Member`: it gives help, limits and choices.
    """

    editor: str = ""
    shape: str = ""
    unit: str = ""
    group: str = ""
    language: str = ""
    use: str = ""
    placeholder: str = ""
    advanced: bool = False


class Settings(BaseModel):
    """What every settings model is: frozen, strict about names, and built when it is first used, not at each start."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=False, defer_build=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """A data edge that ends at a port, with the value that flows along it."""

    node: str
    port: str
    type: PortType
    value: Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A node ready to be lowered.

    `resolve` turns text with `${...}` (alone, or anywhere inside lists and mappings) into values. `files` are the files
    beside the document, by relative path with forward slashes. `pipeline` is the pipeline's name, `region` its region. `each`
    are the nodes in whose nested graphs this one stands, outermost first: it runs once for each of their items.
    """

    id: str
    settings: Settings
    inputs: Mapping[str, tuple[Input, ...]]
    resolve: Callable[[object], object]
    files: Mapping[str, bytes]
    pipeline: str
    region: str
    each: tuple[str, ...] = ()
    document_settings: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lowered:
    """What a node becomes.

    Steps run one after the other in the order given; the last has the node's id unless it is alone for another reason.
    A node without steps (a data source, a trigger) only gives values. `statements` are what the jobs of this node may do,
    beyond what follows from the calls: they go to the execution role.
    """

    steps: tuple[Step, ...] = ()
    outputs: Mapping[str, Value] = field(default_factory=dict)
    needs: tuple[Need, ...] = ()
    statements: tuple[Statement, ...] = ()


def _no_ports(_: Mapping[str, object]) -> tuple[Port, ...]:
    return ()


def _no_branches(_: Mapping[str, object]) -> tuple[str, ...]:
    return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A sort of node that may be placed.

    `inputs`, `outputs` and `branches` are functions of the raw settings, because they may depend on them (the channels
    of a training job); they must not fail on wrong settings. A kind with branches has one flow output per branch, any
    other has one unnamed flow output. `ends` is set when nothing may follow. `is_trigger` is set when it starts the
    pipeline. `nests` is set when the node holds a nested graph, which sees `inner_outputs` and the outside sees
    `outputs`. `kept` is set when the node is kept as it was written for one engine: a `${...}` in it is
    its own. `lower` may raise `ValueError` with a sentence when settings contradict each other.
    """

    id: str
    title: str
    summary: str
    category: Category
    settings: type[Settings]
    lower: Callable[[Placed], Lowered]
    inputs: Callable[[Mapping[str, object]], tuple[Port, ...]] = _no_ports
    outputs: Callable[[Mapping[str, object]], tuple[Port, ...]] = _no_ports
    branches: Callable[[Mapping[str, object]], tuple[str, ...]] = _no_branches
    inner_outputs: Callable[[Mapping[str, object]], tuple[Port, ...]] = _no_ports
    is_trigger: bool = False
    nests: bool = False
    kept: bool = False
    ends: bool = False
    accepts_flow: bool = True


def fixed(*ports: Port) -> Callable[[Mapping[str, object]], tuple[Port, ...]]:
    """Give ports that do not depend on the settings."""
    return lambda _: ports
