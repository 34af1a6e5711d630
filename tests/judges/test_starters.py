"""Every starter, exported to every target that takes it, is judged by others.

Their templates are judged in test_templates_lint_clean.py; that they can be deployed and run, in test_starters_run.py.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import cast

import pytest

from designer.catalog.steps import Call
from designer.catalog.values import is_expression
from designer.checking.finding import Finding
from designer.shapes.operations import integration_operation
from designer.shapes.violation import Violation
from designer.shapes.walker import violations
from designer.usecases.check import findings
from designer.usecases.project import open_project
from designer.usecases.starters import Starter, starters
from exporters.sagemaker.step_types import STEP_TYPES
from tests.judges.asl import AslJudge, jsonata_problems, statelint_problems
from tests.judges.sdk import SdkJudge
from tests.judges.starter_cases import Case, cases, filled

Json = Mapping[str, object]
_OPERATIONS = {step_type.name: operation for operation, step_type in STEP_TYPES.items()}


def every(target_id: str = "") -> pytest.MarkDecorator:
    return pytest.mark.parametrize("case", cases(target_id), ids=str)


def state_machine(case: Case) -> Json:
    return cast("Json", json.loads(filled(case.exported()["state_machine.asl.json"].decode())))


def tasks(value: object) -> Iterator[Json]:
    """Yield every Task of a state machine, those inside Parallel and Map too."""
    if isinstance(value, Mapping):
        if value.get("Type") == "Task":
            yield value
        for member in value.values():
            yield from tasks(member)
    elif isinstance(value, list):
        for member in value:
            yield from tasks(member)


def steps(value: object) -> Iterator[Json]:
    """Yield every step of a SageMaker definition, those inside a condition too."""
    if isinstance(value, Mapping):
        if "Type" in value and "Arguments" in value:
            yield value
        for member in value.values():
            yield from steps(member)
    elif isinstance(value, list):
        for member in value:
            yield from steps(member)


def is_jsonata(value: object) -> bool:
    return isinstance(value, str) and value.startswith("{%")


def is_found_in_the_run(value: object) -> bool:
    return isinstance(value, Mapping) and len(value) == 1 and next(iter(value)) in ("Get", "Std:Join", "Std:JsonGet")


def breaches_of_task(task: Json) -> tuple[Violation, ...]:
    operation = integration_operation(str(task["Resource"]).removeprefix("arn:aws:states:::"))
    arguments = cast("Json", task["Arguments"])
    return violations(operation.service, operation.name, arguments, is_dynamic=is_jsonata, case="pascal")


def test_there_are_six_starters_and_the_first_three_go_everywhere() -> None:
    by_starter: dict[str, set[str]] = {}
    for case in cases():
        by_starter.setdefault(case.starter.id, set()).add(case.target.id)

    assert len(by_starter) == 6
    assert all(len(targets) == 3 for targets in list(by_starter.values())[:3])


@every()
def test_there_is_no_finding(case: Case) -> None:
    found: tuple[Finding, ...] = findings(case.project, case.target)

    assert found == ()


@pytest.mark.parametrize("starter", starters(), ids=lambda one: one.id)
def test_aws_accepts_every_request(starter: Starter) -> None:
    found: list[Violation] = []
    calls = [step for step in open_project(starter.pipeline).lowered.workflow.steps if isinstance(step, Call)]

    for call in calls:
        # An object for a function is sent as text.
        request = {**call.request, "Payload": "{}"} if call.service == "lambda" else call.request
        named = frozenset({call.name_member}) - {""}
        found += violations(call.service, call.operation, request, is_dynamic=is_expression, ignore_required=named)

    assert calls
    assert found == []


@every("stepfunctions")
def test_aws_accepts_the_arguments_of_every_task(case: Case) -> None:
    found = {str(task["Resource"]): breaches_of_task(task) for task in tasks(state_machine(case))}

    assert found
    assert not any(found.values()), found


@every("sagemaker")
def test_aws_accepts_the_arguments_of_every_step(case: Case) -> None:
    definition = json.loads(filled(case.exported()["pipeline.json"].decode()))
    found: list[Violation] = []
    judged = [step for step in steps(definition) if step["Type"] in _OPERATIONS]

    for step in judged:
        operation = _OPERATIONS[str(step["Type"])]
        arguments = cast("Json", step["Arguments"])
        unnamed = frozenset(STEP_TYPES[operation].unnamed)
        found += violations("sagemaker", operation, arguments, is_dynamic=is_found_in_the_run, ignore_required=unnamed)

    assert judged
    assert found == []


@every("codepipeline")
def test_aws_accepts_the_pipeline(case: Case) -> None:
    request = json.loads(filled(case.exported()["pipeline.json"].decode()))

    assert violations("codepipeline", "CreatePipeline", request) == ()


@pytest.mark.judge
@every("sagemaker")
def test_the_sdk_source_gives_the_definition(sdk_judge: SdkJudge, case: Case, tmp_path: Path) -> None:
    files = case.exported()
    for path, content in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content)
    source = files["pipeline.py"].decode() + "\npipeline = build_pipeline()\n"

    composed = sdk_judge.definition_of(source, tmp_path)

    # The SDK writes this key even where there is nothing to say.
    assert composed.pop("MlflowConfig") is None
    assert composed == json.loads(files["pipeline.json"])


@pytest.mark.judge
@every("stepfunctions")
def test_the_validators_of_state_machines_are_silent(asl_judge: AslJudge, case: Case) -> None:
    machine = state_machine(case)

    assert asl_judge.als_problems(machine) == []
    assert asl_judge.asl_validator_problems(machine) == []


@pytest.mark.judge
@every("stepfunctions")
def test_statelint_and_the_jsonata_parser_are_silent(case: Case) -> None:
    machine = state_machine(case)

    assert statelint_problems(machine) == []
    assert jsonata_problems(machine) == []


def test_a_wrong_argument_would_be_seen() -> None:
    task = {"Resource": "arn:aws:states:::sagemaker:createTrainingJob.sync", "Arguments": {"Colour": "red"}}

    assert {one.rule for one in breaches_of_task(task)} >= {"unknown", "required"}
