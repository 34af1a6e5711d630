"""Commands that need an account."""

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path

from designer.aws.runs import RunRecord, RunStatus
from designer.cli.file_commands import pairs
from designer.cli.printing import print_json, print_table, say
from designer.deployment.model import Plan, Progress
from designer.errors import Refusal, UsageError
from designer.sandbox.address import SandboxAddress
from designer.usecases.account import AccountChoice, Gateways, opened

_ACTION_WORDS = {"Add": "+ add", "Modify": "~ change", "Remove": "- remove", "Import": "+ import"}


def account_choice(arguments: argparse.Namespace) -> AccountChoice:
    """Return the account options of a command line."""
    return AccountChoice(
        profile=arguments.profile,
        region=arguments.region,
        endpoint_url=arguments.endpoint_url,
        sandbox=arguments.sandbox,
        stack=arguments.stack,
        role_arn=arguments.role_arn,
        bucket=arguments.bucket,
    )


def plan(arguments: argparse.Namespace) -> int:
    """Print what a deployment would change, and change nothing."""
    from designer.usecases import deploy as use_case
    from designer.usecases.project import open_project
    from designer.usecases.targets import target

    project, chosen, choice = open_project(Path(arguments.file)), target(arguments.target), account_choice(arguments)
    with opened(choice, project.document.region) as gateways:
        deployable = use_case.deployable(project, chosen, choice, gateways)
        proposed = use_case.plan(deployable, gateways)
        use_case.discard(proposed, gateways)
    print_plan(proposed, arguments.format)
    return 0


def print_plan(proposed: Plan, output: str) -> None:
    """Print a plan, one line for each resource."""
    if output == "json":
        rows = [
            {
                "id": one.logical_id,
                "action": one.action,
                "type": one.type,
                "replacement": one.replacement,
                "properties": list(one.properties),
            }
            for one in proposed.changes
        ]
        print_json(rows)
        return
    for sentence in proposed.prepares:
        print(sentence)
    if not proposed.changes:
        print(f"Stack '{proposed.stack}' is as it should be; nothing would change.")
        return
    print(f"Stack '{proposed.stack}' ({'new' if proposed.is_new else 'exists'}):")
    rows_of_text = []
    for one in proposed.changes:
        notes = [", ".join(one.properties)] if one.action == "Modify" and one.properties else []
        notes += ["made anew"] if one.replacement == "True" else []
        notes += ["holds data"] if one.is_dangerous else []
        rows_of_text.append(
            [f"  {_ACTION_WORDS.get(one.action, one.action)}", one.logical_id, one.type, "; ".join(notes)]
        )
    print_table(rows_of_text)


def deploy(arguments: argparse.Namespace) -> int:
    """Show the plan, ask, and carry it out."""
    from designer.usecases import deploy as use_case
    from designer.usecases.project import open_project
    from designer.usecases.targets import target

    project, chosen, choice = open_project(Path(arguments.file)), target(arguments.target), account_choice(arguments)
    with opened(choice, project.document.region) as gateways:
        deployable = use_case.deployable(project, chosen, choice, gateways)
        proposed = use_case.plan(deployable, gateways)
        print_plan(proposed, arguments.format)
        if proposed.changes and not _agreed_to(arguments, proposed, gateways):
            say("Nothing was changed.", arguments.format)
            return 0
        for news in use_case.deploy(proposed, deployable, gateways):
            print_progress(news)
    say(f"Stack '{proposed.stack}' is deployed.", arguments.format)
    return 0


def _agreed_to(arguments: argparse.Namespace, proposed: Plan, gateways: Gateways) -> bool:
    """Ask unless that was answered beforehand; a plan that nobody agrees to is taken back."""
    from designer.usecases.deploy import discard

    agreed = False
    try:
        agreed = bool(arguments.yes) or _agreed("Deploy this?")
    finally:
        if not agreed:
            discard(proposed, gateways)
    return agreed


def _agreed(question: str) -> bool:
    if not sys.stdin.isatty():
        raise UsageError("There is nobody to ask.", hint="Say --yes to do it without asking.")
    return input(f"{question} [y/N] ").strip().lower() in ("y", "yes")


def print_progress(news: Progress) -> None:
    """Print a line of news on standard error, so that data can be piped."""
    reason = f"  {news.reason}" if news.reason else ""
    print(f"{news.time:%H:%M:%S}  {news.status:<28} {news.logical_id}{reason}", file=sys.stderr)


def run(arguments: argparse.Namespace) -> int:
    """Start a run, and with --watch stay until it has ended; exit with 1 when it failed."""
    from designer.cli.watching import watch
    from designer.usecases import run as use_case
    from designer.usecases.deploy import stack_name
    from designer.usecases.project import open_project
    from designer.usecases.targets import target

    project, chosen, choice = open_project(Path(arguments.file)), target(arguments.target), account_choice(arguments)
    parameters = use_case.typed_parameters(project, pairs(arguments.param, "--param"))
    selected = use_case.steps_of(project, arguments.only, arguments.from_run)
    if arguments.from_run and selected is None:
        raise UsageError("--from-run goes with --only.", hint="Name the nodes that are to run.")
    stack = stack_name(project, chosen, choice)
    with opened(choice, project.document.region) as gateways:
        run_id = use_case.start(stack, chosen, parameters, gateways, selected)
        if not arguments.watch:
            print_runs([RunRecord(id=run_id, status=RunStatus.RUNNING)], arguments.format)
            return 0
        say(run_id, arguments.format)
        return watch(project, use_case.watch(stack, chosen, run_id, gateways), arguments.format)


def print_runs(found: Iterable[RunRecord], output: str) -> None:
    """Print executions, one line each."""
    if output == "json":
        print_json(
            [{"id": one.id, "status": one.status.value, "started": one.started, "reason": one.reason} for one in found]
        )
        return
    print_table(
        [[one.status.value, f"{one.started:%Y-%m-%d %H:%M:%S}" if one.started else "", one.id] for one in found]
    )


def status(arguments: argparse.Namespace) -> int:
    """Print the latest runs, and how far each node of the newest is."""
    from designer.cli.watching import print_nodes
    from designer.usecases import run as use_case
    from designer.usecases.deploy import stack_name
    from designer.usecases.project import open_project
    from designer.usecases.targets import target

    project, chosen, choice = open_project(Path(arguments.file)), target(arguments.target), account_choice(arguments)
    with opened(choice, project.document.region) as gateways:
        found = use_case.recent(stack_name(project, chosen, choice), chosen, gateways)
    print_runs(found, arguments.format)
    if arguments.format == "json":
        return 0
    if found:
        print_nodes(use_case.by_node(project, found[0]))
    else:
        print("It has not been run yet.")
    return 0


def destroy(arguments: argparse.Namespace) -> int:
    """Delete what was deployed, after asking."""
    from designer.usecases import deploy as use_case
    from designer.usecases.project import open_project
    from designer.usecases.targets import target

    project, chosen, choice = open_project(Path(arguments.file)), target(arguments.target), account_choice(arguments)
    stack = use_case.stack_name(project, chosen, choice)
    with opened(choice, project.document.region) as gateways:
        if gateways.stacks().find(stack) is None:
            raise Refusal(f"There is no stack '{stack}' in this account and region.", hint="Nothing was deleted.")
        question = f"Delete stack '{stack}' with its buckets and everything in them?"
        if not (arguments.yes or _agreed(question)):
            say("Nothing was deleted.", arguments.format)
            return 0
        for news in use_case.destroy(stack, gateways):
            print_progress(news)
    say(f"Stack '{stack}' is deleted.", arguments.format)
    for sentence in use_case.left_running(project):
        say(sentence, arguments.format)
    return 0


def sandbox(arguments: argparse.Namespace) -> int:
    """Run the embedded account until interrupted, and print how to reach it and what it cannot show."""
    from designer.sandbox.limits import limits_text
    from designer.sandbox.process import run_until_interrupted

    def announce(address: SandboxAddress) -> None:
        print(f"The sandbox answers at {address.endpoint_url}. Stop it with Ctrl+C; nothing is kept.")
        print(f"Use it with: --sandbox --endpoint-url {address.endpoint_url}\n")
        print(limits_text(), flush=True)

    return run_until_interrupted(arguments.port, announce)


def demo(arguments: argparse.Namespace) -> int:
    """Show it all: check, export three ways, deploy to the sandbox, run."""
    from designer.cli.demonstration import demonstrate

    return demonstrate(Path(arguments.out) if arguments.out else None)
