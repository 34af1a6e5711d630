"""Commands on pipeline files; none of them needs an account."""

import argparse
from collections.abc import Iterable
from pathlib import Path

from designer.checking.finding import Finding, Severity
from designer.cli.printing import print_json, print_table
from designer.errors import UsageError
from designer.graph.semantics import Outcome


def new(arguments: argparse.Namespace) -> int:
    """Make a pipeline from a starter."""
    from designer.usecases import starters

    made = starters.new(starters.starter(arguments.starter), Path(arguments.out))
    for path in made:
        print(path)
    return 0


def check(arguments: argparse.Namespace) -> int:
    """Print the findings; exit with 1 when one of them is an error."""
    from designer.usecases.check import findings
    from designer.usecases.project import open_project
    from designer.usecases.targets import target

    chosen = target(arguments.target) if arguments.target else None
    found = findings(open_project(Path(arguments.file)), chosen)
    if arguments.format == "json":
        print_json([as_plain(one) for one in found])
    elif found:
        print_table([[one.severity.value, place(one), one.rule, one.message] for one in found])
    else:
        print("Nothing is wrong.")
    return 1 if any(one.severity is Severity.ERROR for one in found) else 0


def place(finding: Finding) -> str:
    """Return where a finding is, as `node.setting`."""
    return ".".join(part for part in (finding.node, finding.setting or finding.port) if part) or "pipeline"


def as_plain(finding: Finding) -> dict[str, str]:
    """Return a finding as the object that `--format json` prints."""
    return {
        "id": f"{finding.rule}:{place(finding)}",
        "rule": finding.rule,
        "severity": finding.severity.value,
        "node": finding.node,
        "port": finding.port,
        "setting": finding.setting,
        "target": finding.target,
        "message": finding.message,
        "fix": finding.fix.title if finding.fix else "",
    }


def export(arguments: argparse.Namespace) -> int:
    """Write the files for a target."""
    from designer.usecases import export as use_case
    from designer.usecases.project import open_project
    from designer.usecases.targets import target

    done = use_case.export(
        open_project(Path(arguments.file)),
        target(arguments.target),
        Path(arguments.out),
        to_git=arguments.git,
        branch=arguments.branch,
        push=arguments.push,
    )
    if arguments.format == "json":
        changes = (("written", done.delivery.written), ("unchanged", done.delivery.unchanged))
        print_json([{"id": path, "change": change} for change, paths in changes for path in paths])
        return 0
    print(f"{len(done.delivery.written)} files written to {done.folder}, {len(done.delivery.unchanged)} unchanged.")
    if done.commit:
        print(f"Commit {done.commit.id[:10]} on {done.commit.branch}.")
    elif arguments.git:
        print("Nothing differed, so nothing was committed.")
    return 0


def import_(arguments: argparse.Namespace) -> int:
    """Draw a definition that exists."""
    from designer.usecases.import_definition import import_definition

    document = import_definition(Path(arguments.definition), Path(arguments.out))
    print(f"{len(document.nodes)} nodes written to {arguments.out}.")
    return 0


def diff(arguments: argparse.Namespace) -> int:
    """Say what changed between two pipelines."""
    from designer.document.files import read_document
    from designer.graph.difference import differences

    found = differences(read_document(Path(arguments.before)), read_document(Path(arguments.after)))
    if arguments.format == "json":
        print_json([{"id": one.place, "change": one.change, "text": one.text} for one in found])
    else:
        for one in found:
            print(one.text)
        if not found:
            print("They mean the same.")
    return 0


def simulate(arguments: argparse.Namespace) -> int:
    """Play a run."""
    from designer.usecases.project import open_project
    from designer.usecases.simulate import simulate as play

    outcome = play(open_project(Path(arguments.file)), pairs(arguments.take, "--take"), arguments.fail)
    if arguments.format == "json":
        print_json(list(_played(outcome)))
        return 0
    for number, group in enumerate(outcome.groups, start=1):
        together = "   (at the same time)" if len(group) > 1 else ""
        print(f"{number:>3}  {', '.join(group)}{together}")
    for title, nodes in (
        ("skipped", outcome.skipped),
        ("failed and caught", outcome.caught),
        ("failed", outcome.failed),
        ("not reached", outcome.unreached),
    ):
        if nodes:
            print(f"{title}: {', '.join(nodes)}")
    return 0


def _played(outcome: Outcome) -> Iterable[dict[str, object]]:
    states = {**dict.fromkeys(outcome.failed, "failed"), **dict.fromkeys(outcome.caught, "caught")}
    for number, group in enumerate(outcome.groups, start=1):
        for node in group:
            yield {"id": node, "state": states.get(node, "ran"), "group": number}
    for state, nodes in (("skipped", outcome.skipped), ("unreached", outcome.unreached)):
        for node in nodes:
            yield {"id": node, "state": state, "group": None}


def pairs(given: Iterable[str], option: str) -> dict[str, str]:
    """Split `NAME=VALUE` texts; refuse one without an equals sign."""
    found = {}
    for text in given:
        name, equals, value = text.partition("=")
        if not equals or not name:
            raise UsageError(f"{option} takes NAME=VALUE, not '{text}'.")
        found[name] = value
    return found
