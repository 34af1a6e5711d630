"""What an exporter is to the program: a target that says what it supports and renders artifacts."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from designer.workflow.joins import Join
from designer.workflow.model import Workflow
from designer.workflow.support import JoinSupport, Support


@dataclass(frozen=True, slots=True, kw_only=True)
class Artifact:
    """A file of an export. `path` is relative, with forward slashes."""

    path: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """An engine that pipelines are exported to.

    `support` has one entry for every node that became a step, and for triggers; `joins` says of each sort of edge how it is
    taken where that is not as it is drawn. `render` gives the definition, the
    template (`template.yaml`), the source code and the README; it refuses (`TargetRefused`) what is impossible.
    `definition` is the path of the main definition among the artifacts. `resource_type` is the CloudFormation type of the
    engine's own resource; its logical id is always `Pipeline`.
    """

    id: str
    title: str
    definition: str
    resource_type: str
    support: Callable[[Workflow], tuple[Support, ...]]
    render: Callable[[Workflow], tuple[Artifact, ...]]
    joins: Mapping[Join, JoinSupport] = field(default_factory=dict)
