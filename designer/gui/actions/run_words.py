"""What is said of a run that has ended."""

from typing import TYPE_CHECKING

from designer.aws.runs import RunStatus
from designer.gui.language.words import tr
from designer.monitoring.reasons import short_reason

if TYPE_CHECKING:
    from designer.gui.bridge.account_work import RunNews

_MOST_NAMED = 3


def ending(news: "RunNews") -> str:
    """Return how a run ended, and of one that did not get through, at which nodes and why."""
    told = tr("The run has ended: {}.").format(tr(news.run.status.value))
    if news.run.status is RunStatus.SUCCEEDED:
        return told
    last = [one for one in news.nodes if one.status is news.run.status]
    why = [tr("{}: {}").format(one.node, short_reason(one.reason)) if one.reason else one.node for one in last]
    return " ".join([told, *(why[:_MOST_NAMED] or [short_reason(news.run.reason)])]).strip()
