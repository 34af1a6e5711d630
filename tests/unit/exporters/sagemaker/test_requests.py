"""AWS's own service models accept the arguments of every step."""

from designer.shapes.walker import violations
from exporters.sagemaker.plan import every_step, plan
from exporters.sagemaker.step_types import STEP_TYPES
from exporters.sagemaker.values import written
from tests.unit.exporters.sagemaker.workflows import churn


def is_dynamic(value: object) -> bool:
    if isinstance(value, str):
        return "${" in value
    return isinstance(value, dict) and len(value) == 1 and next(iter(value)) in {"Get", "Std:Join", "Std:JsonGet"}


def test_every_request_of_the_sample_fits_its_operation() -> None:
    operations = {step_type.name: operation for operation, step_type in STEP_TYPES.items()}
    checked = 0

    for step in every_step(plan(churn())):
        if step.type.name in operations:
            request = written(step.arguments)
            assert isinstance(request, dict)
            found = violations(
                "sagemaker",
                operations[step.type.name],
                request,
                is_dynamic=is_dynamic,
                ignore_required=frozenset(step.type.unnamed),
            )
            assert not found, f"{step.id}: {found}"
            checked += 1

    assert checked == 5


def test_the_table_names_operations_and_answers_that_exist() -> None:
    from designer.shapes.operations import operations

    assert set(STEP_TYPES) <= set(operations("sagemaker"))
