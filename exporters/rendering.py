"""What every target does around its own texts: refuse what it cannot express, and put texts and assets into files."""

from collections.abc import Iterable, Mapping

from designer.catalog.needs import Asset
from designer.errors import TargetRefused
from designer.workflow.model import Workflow
from designer.workflow.support import Level, Support
from designer.workflow.targets import Artifact

_ASSETS = "assets/"
CODE = "code/"


def refuse_impossible(workflow: Workflow, title: str, support: Iterable[Support]) -> None:
    """Raise `TargetRefused` with a reason for each node that is in the way; `title` is the target's."""
    reasons = tuple(f"{report.node}: {report.reason}" for report in support if report.level is Level.IMPOSSIBLE)
    if reasons:
        raise TargetRefused(f"'{workflow.name}' cannot be exported for {title} as it stands.", reasons=reasons)
    if not workflow.steps:
        message = f"'{workflow.name}' has no step that {title} could run."
        raise TargetRefused(message, hint="Place a job, such as processing or training.")


def artifacts(texts: Mapping[str, str], assets: Iterable[Asset]) -> tuple[Artifact, ...]:
    """Return the texts by path, and each asset once below `code/`, where its folder is named by its content."""
    contents = {asset.key: asset.content for asset in assets}
    return (
        *(Artifact(path=path, content=text.encode()) for path, text in texts.items()),
        *(Artifact(path=CODE + key.removeprefix(_ASSETS), content=content) for key, content in contents.items()),
    )
