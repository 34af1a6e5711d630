"""Buildspecs: the build that takes the place of an action that CodePipeline does not have."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from designer.catalog.naming import logical_id
from designer.catalog.needs import BuildProject, Statement
from designer.catalog.steps import Call, Choice, Step
from designer.catalog.values import StepOutput, expressions_in
from designer.workflow.call_permissions import call_statements
from designer.workflow.data_permissions import file_statements
from designer.workflow.model import Workflow
from exporters.codepipeline.guards import (
    BRANCH,
    RAN,
    Guard,
    choices,
    guard_environment,
    guard_test,
    guards,
    says_whether_it_ran,
)
from exporters.codepipeline.parts import condition_values
from exporters.codepipeline.scripts import read_file, script
from exporters.codepipeline.shell_values import Environment, environment_of, output_variable


@dataclass(frozen=True, slots=True, kw_only=True)
class Build:
    """A step as a build: its project, the text of its buildspec, and the variables that the action hands it."""

    step: str
    project: BuildProject
    buildspec: str
    variables: dict[str, str]


def build_for(step: Step, workflow: Workflow) -> Build:
    """Return the build that does what a step does."""
    guard = guards(workflow)[step.id]
    environment = environment_of(*_values(step))
    exported = exported_variables(step, workflow)
    text = _text(step, workflow, guard, environment, exported)
    minutes = step.timeout_seconds // 60 + 5 if isinstance(step, Call) else 60
    project = BuildProject(
        logical_id=logical_id(step.id, "StepBuild"),
        node=step.node,
        buildspec=text,
        environment=dict(environment.project),
        timeout_minutes=max(5, min(minutes, 2160)),
        statements=_statements(step, workflow, environment),
    )
    variables = {**environment.action, **guard_environment(guard, choices(workflow))}
    return Build(step=step.id, project=project, buildspec=text, variables=dict(sorted(variables.items())))


def _values(step: Step) -> tuple[object, ...]:
    if isinstance(step, Call):
        return (step.request,)
    if isinstance(step, Choice):
        return tuple(condition_values(step.condition))
    return tuple(getattr(step, name) for name in ("seconds", "cause", "message", "topic_arn") if hasattr(step, name))


def reads_of(step_id: str, workflow: Workflow) -> tuple[StepOutput, ...]:
    """Return what other steps read of a step's answer, in a stable order."""
    found = {
        one.path: one
        for step in workflow.steps
        for value in _values(step)
        for one in expressions_in(value)
        if isinstance(one, StepOutput) and one.step == step_id
    }
    return tuple(found[path] for path in sorted(found, key=str))


def exported_variables(step: Step, workflow: Workflow) -> tuple[str, ...]:
    """Return the variables that a step's action gives to those after it."""
    names = [output_variable(one.path) for one in reads_of(step.id, workflow)]
    if step.id in says_whether_it_ran(workflow):
        names.append(RAN)
    if isinstance(step, Choice):
        names.append(BRANCH)
    return tuple(dict.fromkeys(names))


def _statements(step: Step, workflow: Workflow, environment: Environment) -> tuple[Statement, ...]:
    own = call_statements(workflow, step) if isinstance(step, Call) else ()
    return (*own, *file_statements(tuple(environment.files.values())))


def _text(step: Step, workflow: Workflow, guard: Guard, environment: Environment, exported: tuple[str, ...]) -> str:
    lines = ["version: 0.2", "env:", "  shell: bash"]
    if exported:
        lines += ["  exported-variables:", *(f"    - {name}" for name in exported)]
    lines += ["phases:", "  build:", "    commands:", "      - |"]
    lines += [f"        {line}".rstrip() for line in _commands(step, workflow, guard, environment, exported)]
    return "\n".join(lines) + "\n"


def _commands(
    step: Step, workflow: Workflow, guard: Guard, environment: Environment, exported: tuple[str, ...]
) -> Iterator[str]:
    yield "set -euo pipefail"
    if RAN in exported:
        yield f"export {RAN}=true"
    if not guard.is_open:
        yield f"if ! {{ {guard_test(guard)}; }}; then"
        yield from (f"  export {name}={'false' if name == RAN else _SKIPPED}" for name in exported)
        yield f'  echo "{step.node} is skipped: the branch that leads here was not taken."'
        yield "  exit 0"
        yield "fi"
    for name, value in environment.files.items():
        yield from read_file(name, value, workflow.name)
    yield from script(step, workflow.name, reads_of(step.id, workflow))


_SKIPPED = "skipped"


def file_name(step_id: str) -> str:
    """Return the path of a step's buildspec in an export."""
    return f"buildspecs/{re.sub(r'[^A-Za-z0-9._-]+', '-', step_id)}.yml"
