"""A node before and after it is lowered: what the lowering of its kind is given, and what it gives."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from designer.catalog.needs import Need, Statement
from designer.catalog.ports import PortType
from designer.catalog.settings import Settings
from designer.catalog.steps import Step
from designer.catalog.values import Value


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
