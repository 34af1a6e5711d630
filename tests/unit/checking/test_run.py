from collections.abc import Iterator

import pytest

from designer.checking.finding import Severity
from designer.checking.rule import Rule, Spot, Subject
from designer.checking.rules import RULES
from designer.checking.run import check
from tests.unit.checking.subjects import document, subject

SUBJECT = subject(document({"a": "job"}))


def rule(rule_id: str, severity: Severity, *spots: Spot) -> Rule:
    return Rule(id=rule_id, severity=severity, title="T", why="W", spots=lambda _: iter(spots))


def broken(rule_id: str) -> Rule:
    def spots(_: Subject) -> Iterator[Spot]:
        yield Spot(message="found before it broke")
        raise LookupError("nothing there")

    return Rule(id=rule_id, severity=Severity.ERROR, title="T", why="W", spots=spots)


def test_a_rule_that_breaks_becomes_a_finding_and_the_others_go_on() -> None:
    rules = (broken("S901"), rule("S902", Severity.ERROR, Spot(message="bad")))

    found = check(SUBJECT.graph, SUBJECT.attempt, rules=rules)

    assert [(one.rule, one.severity) for one in found] == [
        ("S901", Severity.ERROR),
        ("S902", Severity.ERROR),
        ("S901", Severity.WARNING),
    ]
    assert "LookupError: nothing there" in found[2].message


def test_the_worst_come_first_and_else_the_order_of_the_rules_is_kept() -> None:
    rules = (
        rule("S901", Severity.HINT, Spot(message="1")),
        rule("S902", Severity.ERROR, Spot(message="2"), Spot(message="3")),
        rule("S903", Severity.WARNING, Spot(message="4"), Spot(message="5", severity=Severity.ERROR)),
    )

    found = check(SUBJECT.graph, SUBJECT.attempt, rules=rules)

    assert [one.message for one in found] == ["2", "3", "5", "4", "1"]


def test_a_finding_keeps_everything_that_its_spot_says() -> None:
    spot = Spot(message="bad", node="a", port="in", setting="x.y", target="sagemaker")

    found = check(SUBJECT.graph, SUBJECT.attempt, rules=(rule("S901", Severity.ERROR, spot),))

    assert (found[0].node, found[0].port, found[0].setting, found[0].target) == ("a", "in", "x.y", "sagemaker")


def test_no_id_is_used_twice_and_each_begins_with_a_family() -> None:
    ids = [one.id for one in RULES]

    assert len(set(ids)) == len(ids)
    assert {one[0] for one in ids} <= set("SVTAX")


@pytest.mark.parametrize("one", RULES, ids=lambda one: str(one.id))
def test_every_rule_has_a_title_and_says_why(one: Rule) -> None:
    assert one.title
    assert one.why.endswith(".")
