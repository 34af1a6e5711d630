"""What the checks and the chosen target say of a document, as one value."""

from dataclasses import dataclass

from designer.checking.finding import Finding
from designer.workflow.support import Support


@dataclass(frozen=True, slots=True)
class CodeFile:
    """One file of an export, as text."""

    path: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetTitle:
    """A target as the window names it."""

    id: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """What is wrong, how the target takes each node, and in sentences what is in the way of code.

    `known` is for the code and for the next assessment alone: what they need not work out again.
    """

    findings: tuple[Finding, ...] = ()
    support: tuple[Support, ...] = ()
    obstacles: tuple[str, ...] = ()
    known: object = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """The files of an export, the definition first; or in sentences what is in the way of it."""

    files: tuple[CodeFile, ...] = ()
    obstacles: tuple[str, ...] = ()
