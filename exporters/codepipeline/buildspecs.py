"""Buildspecs: the build that takes the place of an action that CodePipeline does not have."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from designer.catalog.naming import logical_id
from designer.catalog.needs import BuildProject, Statement
from designer.catalog.steps import Call, Choice, Failure, Step
from designer.catalog.values import StepOutput
from designer.workflow.call_permissions import call_statements
from designer.workflow.data_permissions import file_statements
from designer.workflow.model import Workflow
from exporters.codepipeline.guards import BRANCH, RAN, SKIPPED, Guard, guard_environment, guard_test
from exporters.codepipeline.parts import step_values
from exporters.codepipeline.plan import Plan
from exporters.codepipeline.scripts import read_file, read_start, script
from exporters.codepipeline.shell_values import Environment, environment_of, output_variable, variable

_MINUTES_BEYOND_A_CALL = 5
_MINUTES_OF_OTHERS = 60
_SHORTEST_MINUTES = 5
_LONGEST_MINUTES = 2160


@dataclass(frozen=True, slots=True, kw_only=True)
class Build:
    """A step as a build: its project, the text of its buildspec, and the variables that the action hands it."""

    step: str
    project: BuildProject
    buildspec: str
    variables: dict[str, str]


def build_for(step: Step, plan: Plan) -> Build:
    """Return the build that does what a step does."""
    environment = environment_of(*step_values(step))
    text = _text(step, plan, environment)
    project = BuildProject(
        logical_id=logical_id(step.id, "StepBuild"),
        node=step.node,
        buildspec=text,
        environment=dict(environment.project),
        timeout_minutes=_minutes(step),
        statements=tuple(_statements(step, plan.workflow, environment)),
    )
    return Build(step=step.id, project=project, buildspec=text, variables=variables_of(step, plan))


def variables_of(step: Step, plan: Plan) -> dict[str, str]:
    """Return the variables that the action hands the build of a step, and what CodePipeline fills them with."""
    variables = {**environment_of(*step_values(step)).action, **guard_environment(plan.guards[step.id])}
    return dict(sorted(variables.items()))


def file_name(step_id: str) -> str:
    """Return the path of a step's buildspec in an export."""
    return f"buildspecs/{re.sub(r'[^A-Za-z0-9._-]+', '-', step_id)}.yml"


def _minutes(step: Step) -> int:
    wanted = step.timeout_seconds // 60 + _MINUTES_BEYOND_A_CALL if isinstance(step, Call) else _MINUTES_OF_OTHERS
    return max(_SHORTEST_MINUTES, min(wanted, _LONGEST_MINUTES))


def _exported(step: Step, guard: Guard, reads: tuple[StepOutput, ...]) -> tuple[str, ...]:
    names = [output_variable(one.path) for one in reads]
    if isinstance(step, Choice):
        names.append(BRANCH)
    if not guard.is_open:
        names.append(RAN)
    return tuple(dict.fromkeys(names))


def _statements(step: Step, workflow: Workflow, environment: Environment) -> Iterator[Statement]:
    if isinstance(step, Call):
        yield from call_statements(workflow, step)
    yield from file_statements(tuple(environment.files.values()))
    if environment.needs_start:
        yield Statement(
            actions=("codepipeline:ListPipelineExecutions",),
            resources=(f"arn:${{Partition}}:codepipeline:${{Region}}:${{AccountId}}:{workflow.name}",),
            reason=f"{step.node}: look up when the execution started",
        )


def _text(step: Step, plan: Plan, environment: Environment) -> str:
    guard, reads = plan.guards[step.id], plan.reads[step.id]
    exported = _exported(step, guard, reads)
    work = _work(step, plan.workflow, environment, reads)
    lines = [*_purpose(step, guard), "version: 0.2", "env:", "  shell: bash"]
    if exported:
        lines += ["  exported-variables:", *(f"    - {name}" for name in exported)]
    lines += ["phases:", "  build:", "    commands:", "      - |"]
    commands = work if guard.is_open else _guarded(step, guard, exported, work)
    lines += _indented(("set -euo pipefail", *commands, "set +eu +o pipefail"), 8)
    return "\n".join(lines) + "\n"


def _purpose(step: Step, guard: Guard) -> Iterator[str]:
    """Yield a line for readers that do not run the commands: when the build does its work, and that it is to fail."""
    said: dict[str, object] = {}
    if not guard.is_open:
        said["runs_when"] = [[[variable(BRANCH, one.choice), one.branch] for one in clause] for clause in guard.clauses]
    if isinstance(step, Failure):
        said["fails"] = True
    if said:
        yield f"# designer: {json.dumps(said)}"


def _work(step: Step, workflow: Workflow, environment: Environment, reads: tuple[StepOutput, ...]) -> tuple[str, ...]:
    lines: list[str] = []
    if environment.needs_start:
        lines += read_start(workflow.name)
    for name, value in environment.files.items():
        lines += read_file(name, value, workflow.name)
    return (*lines, *script(step, workflow.name, reads))


def _guarded(step: Step, guard: Guard, exported: tuple[str, ...], work: tuple[str, ...]) -> Iterator[str]:
    """Yield work that is done only where the guard allows it.

    A command must come to its end for its variables to be exported, so nothing leaves it by `exit 0`.
    """
    yield f"if {guard_test(guard)}; then"
    yield from _indented((f"export {RAN}=true", *work), 2)
    yield "else"
    yield from (f"  export {name}={'false' if name == RAN else SKIPPED}" for name in exported)
    yield f'  echo "{step.node} is skipped: the branch that leads here was not taken."'
    yield "fi"


def _indented(lines: tuple[str, ...], spaces: int) -> list[str]:
    return [f"{' ' * spaces}{part}".rstrip() for line in lines for part in line.split("\n")]
