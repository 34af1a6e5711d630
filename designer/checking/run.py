"""Run the rules: a rule that crashes becomes a finding, and the others go on."""

from collections.abc import Iterator

from designer.checking.finding import Finding, Severity
from designer.checking.memory import Memory
from designer.checking.rule import Rule, Spot, Subject
from designer.checking.rules import RULES
from designer.graph.model import Graph
from designer.workflow.lowering import Attempt
from designer.workflow.targets import Target

_ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.HINT: 2}


def check(
    graph: Graph,
    attempt: Attempt,
    target: Target | None = None,
    rules: tuple[Rule, ...] = RULES,
    memory: Memory | None = None,
) -> tuple[Finding, ...]:
    """Return every finding, worst first, else in the order of the rules and of the document.

    With a `memory` made of that of the check before, only what has changed since is looked at.
    """
    subject = Subject(graph=graph, attempt=attempt, target=target, memory=memory or Memory())
    found = [finding for rule in rules for finding in _findings(rule, subject)]
    return tuple(sorted(found, key=lambda finding: _ORDER[finding.severity]))


def _findings(rule: Rule, subject: Subject) -> Iterator[Finding]:
    try:
        for spot in rule.spots(subject):
            yield _finding(rule, spot)
    except Exception as err:  # noqa: BLE001 - one broken rule must not hide what the others find
        message = f"This rule broke ({type(err).__name__}: {err}); please report it. The others were checked."
        yield Finding(rule=rule.id, severity=Severity.WARNING, message=message)


def _finding(rule: Rule, spot: Spot) -> Finding:
    return Finding(
        rule=rule.id,
        severity=spot.severity or rule.severity,
        message=spot.message,
        node=spot.node,
        port=spot.port,
        setting=spot.setting,
        target=spot.target,
        fix=spot.fix,
    )
