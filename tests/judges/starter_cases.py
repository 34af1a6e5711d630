"""Every starter with every target that it names: what the tests of whole exports go through."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from designer.usecases.export import artifacts
from designer.usecases.project import Project, open_project
from designer.usecases.starters import Starter, starters
from designer.usecases.targets import target
from designer.workflow.targets import Target

_PLACEHOLDER = re.compile(r"\$\{(\w+)\}")
_PLAUSIBLE = (
    ("RoleArn", "arn:aws:iam::123456789012:role/pipeline"),
    ("FunctionArn", "arn:aws:lambda:us-east-1:123456789012:function:prepare"),
    ("FunctionName", "prepare"),
    ("RepositoryUri", "123456789012.dkr.ecr.us-east-1.amazonaws.com/images"),
    ("Bucket", "example-bucket"),
    ("Arn", "arn:aws:codebuild:us-east-1:123456789012:project/build"),
    ("", "example-name"),
)


@dataclass(frozen=True, slots=True)
class Case:
    """A starter and a target that takes it."""

    starter: Starter
    target: Target

    def __str__(self) -> str:
        return f"{self.starter.id}-{self.target.id}"

    @property
    def project(self) -> Project:
        """Return the starter, opened."""
        return open_project(self.starter.pipeline)

    def exported(self) -> dict[str, bytes]:
        """Return the files of the export by path."""
        return _exported(self.starter.id, self.target.id)


def cases(target_id: str = "") -> list[Case]:
    """Return every case, or those of one target."""
    every = [Case(starter, target(named)) for starter in starters() for named in starter.targets]
    return [case for case in every if target_id in ("", case.target.id)]


def filled(definition: str) -> str:
    """Return a definition with plausible values in the place of what the template fills in."""
    return _PLACEHOLDER.sub(lambda found: _plausible(found[1]), definition)


def _plausible(name: str) -> str:
    return next(value for ending, value in _PLAUSIBLE if name.endswith(ending))


@cache
def _exported(starter_id: str, target_id: str) -> dict[str, bytes]:
    case = next(one for one in cases(target_id) if one.starter.id == starter_id)
    return {one.path: one.content for one in artifacts(case.project, case.target)}
