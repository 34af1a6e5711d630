"""What a check finds, as values."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from designer.document.model import Document


class Severity(StrEnum):
    """How bad a finding is; an error stops export and deployment."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fix:
    """An edit that would mend a finding."""

    title: str
    edit: Callable[[Document], Document]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that is wrong, where, and what to do about it.

    `node`, `port` and `setting` are empty where they say nothing; `setting` is dotted (`hyperparameters.max_depth`).
    `target` is set when only that target minds.
    """

    rule: str
    severity: Severity
    message: str
    node: str = ""
    port: str = ""
    setting: str = ""
    target: str = ""
    fix: Fix | None = None
