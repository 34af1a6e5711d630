"""Commands that list what there is."""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from designer.cli.printing import print_rows
from designer.errors import UsageError

if TYPE_CHECKING:
    from designer.workflow.lowering import Attempt
    from designer.workflow.targets import Target


def kinds(arguments: argparse.Namespace) -> int:
    """Print the kinds of nodes, by the groups of the palette."""
    from designer.catalog.palette import KINDS

    rows = [
        {"id": kind.id, "category": kind.category.value, "title": kind.title, "summary": kind.summary} for kind in KINDS
    ]
    print_rows(rows, ("id", "category", "summary"), arguments.format)
    return 0


def rules(arguments: argparse.Namespace) -> int:
    """Print the rules of the checks."""
    from designer.checking.rules import RULES

    rows = [{"id": rule.id, "severity": rule.severity.value, "title": rule.title, "why": rule.why} for rule in RULES]
    print_rows(rows, ("id", "severity", "title"), arguments.format)
    return 0


def targets(arguments: argparse.Namespace) -> int:
    """Print the targets; for a pipeline, how each of them takes each node, or what changes from one to another."""
    from designer.usecases.project import open_project
    from designer.usecases.targets import targets as installed

    if not arguments.file and (arguments.before or arguments.after):
        raise UsageError("--from and --to say what changes for a pipeline: name its file.")
    if not arguments.file:
        rows = [{"id": one.id, "title": one.title, "definition": one.definition} for one in installed()]
        print_rows(rows, ("id", "title", "definition"), arguments.format)
        return 0
    if arguments.before or arguments.after:
        return _changes(arguments)
    lowered = open_project(Path(arguments.file)).lowered
    taken = [row for one in installed() for row in _taken(one, lowered)]
    print_rows(taken, ("target", "place", "level", "reason"), arguments.format)
    return 0


def _taken(target: "Target", lowered: "Attempt") -> Iterator[dict[str, object]]:
    """Yield how a target takes each node, then each edge."""
    from designer.usecases.portability import edges_taken

    nodes = [(one.node, "node", one.level, one.reason) for one in target.support(lowered.workflow)]
    edges = [(one.edge, "edge", one.level, one.reason) for one in edges_taken(lowered, target)]
    for place, sort, level, reason in (*nodes, *edges):
        yield {
            "id": f"{target.id}/{place}",
            "target": target.id,
            "place": place,
            "sort": sort,
            "level": level.value,
            "reason": reason,
        }


def _changes(arguments: argparse.Namespace) -> int:
    from designer.usecases.portability import conversion
    from designer.usecases.project import open_project
    from designer.usecases.targets import target

    if not arguments.before or not arguments.after:
        raise UsageError("Name both targets: --from A --to B.")
    found = conversion(open_project(Path(arguments.file)), target(arguments.before), target(arguments.after))
    rows = [
        {"id": f"{one.node}/{one.about}", "node": one.node, "about": one.about, "from": one.before, "to": one.after}
        for one in found
    ]
    print_rows(rows, ("node", "about", "from", "to"), arguments.format)
    return 0


def starters(arguments: argparse.Namespace) -> int:
    """Print the starters."""
    from designer.usecases.starters import starters as shipped

    rows = [
        {"id": one.id, "title": one.title, "summary": one.summary, "targets": list(one.targets)} for one in shipped()
    ]
    print_rows(rows, ("id", "targets", "summary"), arguments.format)
    return 0
