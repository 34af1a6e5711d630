"""The command line as data: every command, its arguments, and the function that answers it."""

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import version
from typing import NoReturn

from designer.cli import account_commands, file_commands, listing_commands, window_commands
from designer.errors import UsageError

Answer = Callable[[argparse.Namespace], int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """A command: `arguments` adds its arguments to a parser, `answer` does it and returns the exit code."""

    name: str
    help: str
    arguments: Callable[[argparse.ArgumentParser], None]
    answer: Answer


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message[:1].upper()}{message[1:]}.", hint=f"See `{self.prog} --help`.")


def build_parser() -> argparse.ArgumentParser:
    """Return the parser for every command."""
    parser = _Parser(
        prog="pipeline-designer",
        description="Draw ML pipelines for AWS; check, export, deploy and watch them.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"pipeline-designer {version('pipeline-designer')}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=_Parser)
    for command in COMMANDS:
        one = commands.add_parser(command.name, help=command.help, description=command.help, allow_abbrev=False)
        command.arguments(one)
        one.set_defaults(answer=command.answer)
    return parser


def _nothing(parser: argparse.ArgumentParser) -> None:
    _format(parser)


def _format(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--format", choices=("text", "json"), default="text", help="how data is printed")


def _file(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help="the pipeline file")


def _target(parser: argparse.ArgumentParser, *, required: bool = True) -> None:
    parser.add_argument("--target", metavar="T", required=required, help="sagemaker, stepfunctions or codepipeline")


def _open(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", nargs="?", help="the pipeline file to open")


def _new(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("starter", metavar="STARTER", help="one that `starters` lists")
    parser.add_argument("--out", metavar="FILE", required=True, help="the file to make")


def _check(parser: argparse.ArgumentParser) -> None:
    _file(parser)
    _target(parser, required=False)
    _format(parser)


def _targets(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "file", metavar="FILE", nargs="?", help="say for each node of this pipeline how a target takes it"
    )
    parser.add_argument("--from", metavar="T", dest="before", default="", help="say what changes against this target")
    parser.add_argument("--to", metavar="T", dest="after", default="", help="when the pipeline goes to this one")
    _format(parser)


def _export(parser: argparse.ArgumentParser) -> None:
    _file(parser)
    _target(parser)
    parser.add_argument("--out", metavar="DIR", required=True, help="the folder to write to")
    parser.add_argument("--git", action="store_true", help="commit what was written")
    parser.add_argument("--branch", metavar="B", default="", help="commit on this branch")
    parser.add_argument("--push", action="store_true", help="push the branch to origin")
    _format(parser)


def _import(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("definition", metavar="DEFINITION", help="a state machine, or a template that holds one")
    parser.add_argument("--out", metavar="FILE", required=True, help="the pipeline file to make")


def _picture(parser: argparse.ArgumentParser) -> None:
    _file(parser)
    parser.add_argument("--out", metavar="IMG", required=True, help="a file that ends in .svg, .png or .mmd")
    parser.add_argument("--dark", action="store_true", help="on a dark ground")


def _diff(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("before", metavar="A", help="a pipeline file")
    parser.add_argument("after", metavar="B", help="the other one")
    _format(parser)


def _account(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("account options")
    group.add_argument("--profile", metavar="P", default="", help="the AWS profile")
    group.add_argument("--region", metavar="R", default="", help="the region; else the pipeline's own")
    group.add_argument("--endpoint-url", metavar="U", default="", help="the address of an emulator")
    group.add_argument("--sandbox", action="store_true", help="use the embedded account")
    group.add_argument("--stack", metavar="NAME", default="", help="the stack's name")
    group.add_argument("--role-arn", metavar="A", default="", help="an execution role that exists")
    group.add_argument("--bucket", metavar="B", default="", help="a bucket that exists, for code and templates")


def _plan(parser: argparse.ArgumentParser) -> None:
    _file(parser)
    _target(parser)
    _account(parser)
    _format(parser)


def _deploy(parser: argparse.ArgumentParser) -> None:
    _plan(parser)
    parser.add_argument("--yes", action="store_true", help="do it without asking")


def _run(parser: argparse.ArgumentParser) -> None:
    _plan(parser)
    parser.add_argument("--param", metavar="N=V", action="append", default=[], help="the value of a parameter")
    parser.add_argument(
        "--only", metavar="NODE", action="append", default=[], help="run this node alone (SageMaker); may be repeated"
    )
    parser.add_argument(
        "--from-run", metavar="ID", default="", help="with --only: take the rest from this run, not the latest"
    )
    parser.add_argument("--watch", action="store_true", help="stay until the run has ended")


def _simulate(parser: argparse.ArgumentParser) -> None:
    _file(parser)
    parser.add_argument(
        "--take", metavar="NODE=BRANCH", action="append", default=[], help="the branch that a node takes"
    )
    parser.add_argument("--fail", metavar="NODE", action="append", default=[], help="a node that fails")
    _format(parser)


def _sandbox(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--port", metavar="N", type=int, default=0, help="the port; else a free one")


def _demo(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--out", metavar="DIR", default="", help="where to leave the files; else a folder in the temporary one"
    )


COMMANDS: tuple[Command, ...] = (
    Command(name="open", help="open the window", arguments=_open, answer=window_commands.open_window),
    Command(name="new", help="make a pipeline from a starter", arguments=_new, answer=file_commands.new),
    Command(name="kinds", help="list the kinds of nodes", arguments=_nothing, answer=listing_commands.kinds),
    Command(name="rules", help="list the rules of the checks", arguments=_nothing, answer=listing_commands.rules),
    Command(name="targets", help="list the targets", arguments=_targets, answer=listing_commands.targets),
    Command(name="starters", help="list the starters", arguments=_nothing, answer=listing_commands.starters),
    Command(name="check", help="say what is wrong", arguments=_check, answer=file_commands.check),
    Command(name="export", help="write the files for a target", arguments=_export, answer=file_commands.export),
    Command(name="import", help="draw a definition that exists", arguments=_import, answer=file_commands.import_),
    Command(name="picture", help="draw a picture", arguments=_picture, answer=window_commands.picture),
    Command(name="diff", help="say what changed between two pipelines", arguments=_diff, answer=file_commands.diff),
    Command(name="plan", help="say what a deployment would change", arguments=_plan, answer=account_commands.plan),
    Command(name="deploy", help="deploy after showing the plan", arguments=_deploy, answer=account_commands.deploy),
    Command(name="run", help="start a deployed pipeline", arguments=_run, answer=account_commands.run),
    Command(name="status", help="say how the latest run goes", arguments=_plan, answer=account_commands.status),
    Command(name="destroy", help="delete what was deployed", arguments=_deploy, answer=account_commands.destroy),
    Command(name="simulate", help="play a run without an account", arguments=_simulate, answer=file_commands.simulate),
    Command(name="sandbox", help="run the embedded account", arguments=_sandbox, answer=account_commands.sandbox),
    Command(name="demo", help="show it all with a starter", arguments=_demo, answer=account_commands.demo),
)
