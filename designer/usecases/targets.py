"""Find the exporters: through the entry point `designer.targets`, so that the program never imports them by name."""

from functools import cache
from importlib.metadata import entry_points

from designer.errors import UsageError
from designer.workflow.targets import Target


@cache
def targets() -> tuple[Target, ...]:
    """Return every installed target, ours first."""
    found: list[Target] = []
    for point in entry_points(group="designer.targets"):
        found.extend(one for one in point.load() if isinstance(one, Target))
    return tuple(found)


def target(target_id: str) -> Target:
    """Return one target, or refuse and name those there are."""
    for one in targets():
        if one.id == target_id:
            return one
    raise UsageError(f"There is no target '{target_id}'.", hint=f"Choose {', '.join(one.id for one in targets())}.")
