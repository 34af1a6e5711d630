import pytest

from designer.checking.rules.sagemaker_steps_well_formed import RULE
from tests.unit.checking.imported import places


def step(name: str = "A", kind: str = "Training", **members: object) -> dict[str, object]:
    return {"Name": name, "Type": kind, "Arguments": {}, **members}


def condition(name: str, *inner: object, kind: str = "Equals") -> dict[str, object]:
    conditions = [{"Type": kind, "LeftValue": 1, "RightValue": 1}]
    arguments = {"Conditions": conditions, "IfSteps": list(inner), "ElseSteps": []}
    return {"Name": name, "Type": "Condition", "Arguments": arguments}


def retrying(fault: object) -> dict[str, object]:
    return step(RetryPolicies=[{"ExceptionType": fault, "MaxAttempts": 2}])


@pytest.mark.parametrize(
    ("found", "place"),
    [
        (step("two words"), "two words"),
        (step("x" * 65), "x" * 65),
        (step(kind="Trainning"), "A definition.Type"),
        (retrying(["Step.TROTTLING"]), "A definition.RetryPolicies.0.ExceptionType"),
        (retrying("SageMaker.OTHER"), "A definition.RetryPolicies.0.ExceptionType"),
        (condition("C", condition("D")), "D"),
        (condition("C", kind="Resembles"), "C definition.Arguments.Conditions.0.Type"),
    ],
)
def test_what_the_service_refuses_is_found(found: object, place: str) -> None:
    assert places(RULE, {"Steps": [found]}) == [place]


@pytest.mark.parametrize(
    "silent",
    [
        step("x" * 64),
        retrying(["Step.THROTTLING", "SageMaker.CAPACITY_ERROR"]),
        condition("C", step("A")),
        step(kind="ForEach"),
    ],
)
def test_what_the_service_takes_stays_silent(silent: object) -> None:
    assert places(RULE, {"Steps": [silent]}) == []


def test_steps_that_read_each_other_are_found() -> None:
    def reads(name: str, other: str) -> dict[str, object]:
        return {"Name": name, "Type": "Model", "Arguments": {"X": {"Get": f"Steps.{other}.ModelName"}}}

    assert places(RULE, {"Steps": [reads("A", "B"), reads("B", "A")]}) == ["A"]
    assert places(RULE, {"Steps": [step("A"), reads("B", "A")]}) == []
