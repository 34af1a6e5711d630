"""AWS's own service models accept the arguments of every step."""

import pytest

from designer.shapes.operations import operations
from designer.shapes.violation import Violation
from designer.shapes.walker import violations
from designer.usecases.project import open_project
from designer.usecases.starters import Starter, starters
from designer.workflow.model import Workflow
from exporters.sagemaker.plan import every_step, plan
from exporters.sagemaker.step_types import STEP_TYPES
from exporters.sagemaker.values import written
from tests.unit.exporters.sagemaker.workflows import call, churn, workflow


def is_dynamic(value: object) -> bool:
    if isinstance(value, str):
        return "${" in value
    return isinstance(value, dict) and len(value) == 1 and next(iter(value)) in {"Get", "Std:Join", "Std:JsonGet"}


def breaches(one: Workflow) -> dict[str, tuple[Violation, ...]]:
    by_type = {step_type.name: operation for operation, step_type in STEP_TYPES.items()}
    found: dict[str, tuple[Violation, ...]] = {}
    for step in every_step(plan(one)):
        request = written(step.arguments)
        if step.type.name in by_type and isinstance(request, dict):
            unnamed = frozenset(step.type.unnamed)
            found[step.id] = violations(
                "sagemaker", by_type[step.type.name], request, is_dynamic=is_dynamic, ignore_required=unnamed
            )
    return found


def test_every_request_of_the_sample_fits_its_operation() -> None:
    found = breaches(churn())

    assert list(found) == ["prepare", "train", "evaluate", "register", "model"]
    assert not any(found.values()), found


@pytest.mark.parametrize("starter", [one for one in starters() if "sagemaker" in one.targets], ids=lambda one: one.id)
def test_every_request_of_a_starter_fits_its_operation(starter: Starter) -> None:
    found = breaches(open_project(starter.pipeline).lowered.workflow)

    assert found
    assert not any(found.values()), found


def test_a_wrong_request_is_seen() -> None:
    wrong = call("train", "CreateTrainingJob", {"Colour": "red"})

    assert breaches(workflow(wrong))["train"]


def test_the_table_names_operations_and_answers_that_exist() -> None:
    assert set(STEP_TYPES) <= set(operations("sagemaker"))
