from designer.checking.finding import Severity
from designer.checking.rules.pipeline_not_empty import RULE
from tests.unit.checking.subjects import document, spots


def test_an_empty_pipeline_gets_a_hint_and_no_error() -> None:
    found = spots(RULE, document())

    assert [spot.severity for spot in found] == [Severity.HINT]


def test_a_pipeline_without_any_step_is_found() -> None:
    found = spots(RULE, document({"decide": "check"}))

    assert "does any work" in found[0].message


def test_one_job_is_enough() -> None:
    assert spots(RULE, document({"prepare": "job"})) == []


def test_a_node_that_another_rule_speaks_of_is_not_told_twice() -> None:
    assert spots(RULE, document({"prepare": "mystery"})) == []
    assert spots(RULE, document({"prepare": "job"}, settings={"prepare": {"wrong": 1}})) == []
