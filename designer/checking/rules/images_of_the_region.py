"""A container image of AWS's own is taken from the account that owns it in the pipeline's region."""

import re
from collections.abc import Iterator

from designer.catalog.images import account_mistake
from designer.checking.finding import Severity
from designer.checking.rule import Rule, Spot, Subject
from designer.document.texts import texts_in

_IMAGE = re.compile(r"\d{12}\.dkr\.ecr\.([a-z0-9-]+)\.amazonaws\.com(?:\.cn)?/\S+")


def _spots(subject: Subject) -> Iterator[Spot]:
    # Without a region of its own a pipeline runs wherever it is deployed, and only the account can be wrong.
    region = subject.graph.document.settings.get("region")
    for node in subject.graph.nodes.values():
        for path, text in texts_in(node.node.settings):
            found = _IMAGE.fullmatch(text)
            if not found:
                continue
            mistake = account_mistake(text)
            if mistake:
                yield Spot(message=mistake, node=node.id, setting=".".join(path), severity=Severity.ERROR)
            elif region and found.group(1) != region:
                message = (
                    f"The image is in {found.group(1)}, but the pipeline runs in {region}; take the one of {region}."
                )
                yield Spot(message=message, node=node.id, setting=".".join(path))


RULE = Rule(
    id="A404",
    severity=Severity.WARNING,
    title="Images are of the region",
    why="AWS keeps its images under another account number in each region; a wrong one is refused when the job starts.",
    spots=_spots,
)
