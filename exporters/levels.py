"""Of several reports on one node, the one that counts."""

from collections.abc import Sequence

from designer.workflow.support import Level, Support

_ORDER = (Level.NATIVE, Level.LOWERED, Level.IMPOSSIBLE)


def worst(node: str, reports: Sequence[Support]) -> Support:
    """Return the worst level among the reports on a node, with every reason that is given for it."""
    level = max((report.level for report in reports), key=_ORDER.index)
    reasons = dict.fromkeys(report.reason for report in reports if report.level is level and report.reason)
    return Support(node=node, level=level, reason=" ".join(reasons))
