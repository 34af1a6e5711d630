"""Places a node that is a task of Step Functions alone."""

from collections.abc import Mapping

from designer.catalog.kind import Kind
from designer.catalog.steps import NativeTask
from designer.catalog.values import Value
from tests.unit.catalog.kinds.placing import place


def task_of(kind: Kind, settings: Mapping[str, object], *, inputs: Mapping[str, Value] | None = None) -> NativeTask:
    """Return the task of a node."""
    (step,) = place(kind, settings, inputs=inputs).steps
    assert isinstance(step, NativeTask)
    return step
