"""The region is one that AWS has."""

import re
from collections.abc import Iterator

from designer.checking.finding import Severity
from designer.checking.rule import Rule, Spot, Subject

_REGION = re.compile(
    r"(?:(?:us|eu|ap|sa|ca|me|af|il|mx|cn)(?:-gov|-iso[a-z]?)?-(?:central|(?:north|south)?(?:east|west)|north|south)"
    r"|eusc-de-east)-\d"
)


def _spots(subject: Subject) -> Iterator[Spot]:
    region = subject.graph.document.region
    if not _REGION.fullmatch(region):
        yield Spot(message=f"'{region}' is no AWS region; write one such as us-east-1.", setting="settings.region")


RULE = Rule(
    id="A401",
    severity=Severity.ERROR,
    title="The region exists",
    why="Images, instance types and buckets all depend on it.",
    spots=_spots,
)
