"""Actions that CodePipeline alone has, judged by cfn-lint and by moto's policy simulation."""

import pytest

from designer.workflow.permissions import engine_statements
from exporters.codepipeline.target import TARGET
from tests.judges.lint import cfn_lint_problems
from tests.judges.test_permissions_simulated import may, policy_of
from tests.unit.exporters.codepipeline.delivery_cases import DELIVERIES, delivering
from tests.unit.exporters.codepipeline.rule_cases import CALLING_RULES, RULINGS, guarded

_ELSEWHERE = {"region": "eu-west-1", "artifact_bucket": "artifacts-eu"}


def test_cfn_lint_has_nothing_against_a_pipeline_with_all_of_them() -> None:
    files = {one.path: one.content.decode() for one in TARGET.render(delivering(*DELIVERIES))}

    assert cfn_lint_problems(files["template.yaml"]) == []


def test_cfn_lint_has_nothing_against_actions_in_another_region() -> None:
    files = {one.path: one.content.decode() for one in TARGET.render(delivering("codedeploy", more=_ELSEWHERE))}

    assert cfn_lint_problems(files["template.yaml"]) == []


@pytest.mark.parametrize("kind", DELIVERIES)
def test_the_pipeline_may_do_what_the_action_needs_and_no_more(kind: str) -> None:
    statements = engine_statements(delivering(kind), "codepipeline")
    policy = policy_of(statements)
    needed = [(action, arn) for arn, actions in DELIVERIES[kind].needs.items() for action in actions]

    assert [need for need in needed if not may(policy, *need)] == []
    assert [action for one in statements for action in one.actions if "*" in action] == []
    elsewhere = [
        (action, arn.replace("123456789012", "999999999999")) for action, arn in needed if "123456789012" in arn
    ]
    assert [need for need in elsewhere if may(policy, *need)] == []


def test_cfn_lint_has_nothing_against_a_stage_with_rules() -> None:
    files = {
        one.path: one.content.decode() for one in TARGET.render(guarded("function_rule", "alarm_rule", "build_rule"))
    }

    assert cfn_lint_problems(files["template.yaml"]) == []


@pytest.mark.parametrize("kind", CALLING_RULES)
def test_the_pipeline_may_do_what_a_rule_needs(kind: str) -> None:
    policy = policy_of(engine_statements(guarded(kind), "codepipeline"))
    needed = [(action, arn) for arn, actions in RULINGS[kind].needs.items() for action in actions]

    assert [need for need in needed if not may(policy, *need)] == []
    elsewhere = [(action, arn.replace("123456789012", "999999999999")) for action, arn in needed]
    assert [need for need in elsewhere if may(policy, *need)] == []
