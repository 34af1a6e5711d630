"""A job in one of AWS's containers for scripts is given a script."""

from collections.abc import Iterator

from designer.catalog.processing_jobs import ProcessingJobSettings
from designer.catalog.training_jobs import TrainingSettings
from designer.checking.finding import Severity
from designer.checking.rule import Rule, Spot, Subject
from designer.graph.model import GraphNode

_RUN_NOTHING = frozenset({"chainer", "huggingface", "mxnet", "pytorch", "sklearn", "tensorflow"})
"""The frameworks whose containers have no program of their own; the others, such as XGBoost, are algorithms as well."""


def _spots(subject: Subject) -> Iterator[Spot]:
    for node in subject.graph.nodes.values():
        framework = _framework(node)
        if framework and not any(node.node.settings.get(name) for name in ("script", "entrypoint", "image")):
            message = f"The container of {framework} runs nothing by itself; choose a script."
            yield Spot(message=message, node=node.id, setting="script")


def _framework(node: GraphNode) -> str:
    """Return the framework whose container waits for a script, empty for any other node."""
    settings = node.kind.settings
    if issubclass(settings, ProcessingJobSettings):
        name = "framework"
    elif issubclass(settings, TrainingSettings):
        name = "algorithm"
    else:
        return ""
    chosen = node.node.settings.get(name, settings.model_fields[name].default)
    return chosen if isinstance(chosen, str) and chosen in _RUN_NOTHING else ""


RULE = Rule(
    id="A405",
    severity=Severity.WARNING,
    title="Containers have something to run",
    why="A job without a program starts a machine, and fails or does nothing.",
    spots=_spots,
)
