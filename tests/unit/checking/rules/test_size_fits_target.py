from designer.checking.finding import Severity
from designer.checking.rules.size_fits_target import RULE
from designer.document.model import Document, Parameter
from tests.unit.checking.subjects import document, spots, target


def jobs(count: int) -> Document:
    return document({f"job-{number}": "job" for number in range(count)})


def with_parameters(count: int) -> Document:
    return document(parameters=tuple(Parameter(name=f"P{number}") for number in range(count)))


def test_more_steps_than_the_default_quota_are_found() -> None:
    found = spots(RULE, jobs(51), target("sagemaker"))

    assert [(spot.target, spot.severity) for spot in found] == [("sagemaker", None)]
    assert "51 steps are more than the 50" in found[0].message


def test_as_many_steps_as_the_quota_stay_silent() -> None:
    assert spots(RULE, jobs(50), target("sagemaker")) == []


def test_an_engine_without_such_a_limit_stays_silent() -> None:
    assert spots(RULE, jobs(51), target("stepfunctions")) == []


def test_more_parameters_than_the_engine_takes_are_an_error() -> None:
    found = spots(RULE, with_parameters(51), target("codepipeline"))

    assert [spot.severity for spot in found] == [Severity.ERROR]
    assert spots(RULE, with_parameters(50), target("codepipeline")) == []
