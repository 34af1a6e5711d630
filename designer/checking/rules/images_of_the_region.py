"""A container image of AWS's own is taken from the account that owns it in the pipeline's region."""

import re
from collections.abc import Iterator

from designer.catalog.images import account_mistake
from designer.checking.finding import Severity
from designer.checking.rule import Rule, Spot, Subject
from designer.document.model import Node
from designer.document.texts import texts_in

_IMAGE = re.compile(r"\d{12}\.dkr\.ecr\.([a-z0-9-]+)\.amazonaws\.com(?:\.cn)?/\S+")


def _spots(subject: Subject) -> Iterator[Spot]:
    # Without a region of its own a pipeline runs wherever it is deployed, and only the account can be wrong.
    region = subject.graph.document.settings.get("region")
    nodes = (node.node for node in subject.graph.nodes.values())
    for node, images in subject.memory.each(_images, nodes):
        for setting, image, of in images:
            mistake = account_mistake(image)
            if mistake:
                yield Spot(message=mistake, node=node.id, setting=setting, severity=Severity.ERROR)
            elif region and of != region:
                message = f"The image is in {of}, but the pipeline runs in {region}; take the one of {region}."
                yield Spot(message=message, node=node.id, setting=setting)


def _images(node: Node) -> tuple[tuple[str, str, str], ...]:
    """Return the settings of a node that name an image in a registry, each with the image and its region."""
    found = [(path, _IMAGE.fullmatch(text)) for path, text in texts_in(node.settings)]
    return tuple((".".join(path), image.group(), image.group(1)) for path, image in found if image)


RULE = Rule(
    id="A404",
    severity=Severity.WARNING,
    title="Images are of the region",
    why="AWS keeps its images under another account number in each region; a wrong one is refused when the job starts.",
    spots=_spots,
)
