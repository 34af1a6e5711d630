"""What is known of SageMaker's instance types: which a use accepts, and how large each is.

What is accepted is the choice that the service model names; sizes are dated facts, and a type without facts is still a
type. Prices differ by region and date and are left out.
"""

import functools
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from designer.resources import resource_text
from designer.shapes.members import member
from designer.shapes.operations import operation

Use = Literal["training", "tuning", "processing", "transform", "hosting", "notebook", "studio", "notebook_instance"]

_PLACES: Mapping[str, tuple[str, tuple[str | int, ...]]] = {
    "training": ("CreateTrainingJob", ("ResourceConfig", "InstanceType")),
    "tuning": ("CreateTrainingJob", ("ResourceConfig", "InstanceType")),
    "notebook": ("CreateTrainingJob", ("ResourceConfig", "InstanceType")),
    "processing": ("CreateProcessingJob", ("ProcessingResources", "ClusterConfig", "InstanceType")),
    "transform": ("CreateTransformJob", ("TransformResources", "InstanceType")),
    "studio": (
        "CreateSpace",
        ("SpaceSettings", "JupyterLabAppSettings", "DefaultResourceSpec", "InstanceType"),
    ),
    "notebook_instance": ("CreateNotebookInstance", ("InstanceType",)),
    "hosting": ("CreateEndpointConfig", ("ProductionVariants", 0, "InstanceType")),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class InstanceFacts:
    """The size of one instance; `accelerators` counts GPUs or AWS's own chips, which `accelerator` names."""

    name: str
    vcpus: int
    memory_gib: float
    gpus: int
    accelerators: int = 0
    accelerator: str = ""


def instance_facts(name: str) -> InstanceFacts | None:
    """Return the size of an instance type such as "ml.m5.large", or None where it is not known."""
    return _all_facts().get(name)


@functools.cache
def offered(use: Use) -> tuple[str, ...]:
    """Return every instance type that a use accepts, in the order in which AWS lists them."""
    action, path = _PLACES[use]
    found = member(operation("sagemaker", action), path)
    return found.enum if found else ()


@functools.cache
def _all_facts() -> Mapping[str, InstanceFacts]:
    rows: Mapping[str, Mapping[str, object]] = json.loads(resource_text("facts", "instances.json"))["instances"]
    return {name: _facts(name, row) for name, row in rows.items()}


def _facts(name: str, row: Mapping[str, object]) -> InstanceFacts:
    return InstanceFacts(
        name=name,
        vcpus=_whole(row["vcpus"]),
        memory_gib=float(str(row["memory_gib"])),
        gpus=_whole(row["gpus"]),
        accelerators=_whole(row.get("accelerators", 0)),
        accelerator=str(row.get("accelerator", "")),
    )


def _whole(value: object) -> int:
    return int(str(value))
