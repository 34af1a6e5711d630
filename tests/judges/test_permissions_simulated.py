"""moto's policy simulation, a judge of policies that is not ours: each call may do what its integration needs, and no more.

What an integration needs is from the Step Functions Developer Guide, "IAM policies for integrated services", and the Service
Authorization Reference.
"""

import json
import re
from collections.abc import Iterable

import pytest
from moto.iam.access_control import IAMPolicy, PermissionResult

from designer.catalog.needs import Statement
from designer.catalog.palette import KINDS
from designer.workflow.arn_patterns import pattern_of
from designer.workflow.lowering import lower
from designer.workflow.model import Workflow
from designer.workflow.permissions import engine_statements
from tests.judges.permission_cases import CASES, FILES
from tests.unit.exporters.codepipeline.delivery_cases import DELIVERIES
from tests.unit.exporters.codepipeline.rule_cases import CALLING_RULES
from tests.unit.exporters.drawing import graph_of

NAMES = {"Partition": "aws", "Region": "us-east-1", "AccountId": "123456789012", "ExecutionRoleArn": "arn:role"}
CALLS_NOTHING = {
    "eks_job",
    "pass",
    "succeed",
    "approval",
    "cleanup",
    "codepipeline_action",
    "condition",
    "fail",
    "git_source",
    "image_trigger",
    "lineage",
    "map",
    "notebook_instance",
    "s3_data",
    "s3_trigger",
    "sagemaker_step",
    "schedule_trigger",
    "state",
    "studio_workspace",
    "variable_rule",
    "wait",
    "window_rule",
}


def workflow_of(kind: str) -> Workflow:
    drawing = CASES[kind]
    return lower(graph_of(drawing.nodes, *drawing.edges), FILES)


def filled(value: object) -> str:
    return re.sub(r"\$\{(\w+)\}", lambda match: NAMES.get(match.group(1), "x"), pattern_of(value))


def policy_of(statements: Iterable[Statement]) -> IAMPolicy:
    listed = [
        {"Effect": "Allow", "Action": list(one.actions), "Resource": [filled(value) for value in one.resources]}
        for one in statements
    ]
    return IAMPolicy(json.dumps({"Version": "2012-10-17", "Statement": listed}))


def test_every_kind_that_calls_aws_is_judged() -> None:
    assert {kind.id for kind in KINDS} - set(CASES) - set(DELIVERIES) - set(CALLING_RULES) == CALLS_NOTHING


def may(policy: IAMPolicy, action: str, resource: str) -> bool:
    return bool(policy.is_action_permitted(action, resource) == PermissionResult.PERMITTED)


@pytest.mark.parametrize("kind", CASES)
def test_the_state_machine_may_do_what_the_integration_needs(kind: str) -> None:
    policy = policy_of(engine_statements(workflow_of(kind), "stepfunctions"))

    assert [need for need in CASES[kind].needs if not may(policy, *need)] == []


@pytest.mark.parametrize("kind", CASES)
def test_it_may_not_do_the_same_to_anything_else(kind: str) -> None:
    policy = policy_of(engine_statements(workflow_of(kind), "stepfunctions"))
    service = {action.split(":")[0] for action, _ in CASES[kind].needs} - {"events"}

    elsewhere = [
        (action, re.sub(r"\d{12}", "999999999999", arn)) for action, arn in CASES[kind].needs if "123456789012" in arn
    ]
    assert [need for need in elsewhere if may(policy, *need)] == []
    assert not any(may(policy, f"{one}:DeleteEverything", arn) for one in service for _, arn in CASES[kind].needs)


@pytest.mark.parametrize("kind", ["training", "processing", "quality_check", "automl"])
def test_a_role_is_handed_to_sagemaker_alone(kind: str) -> None:
    statements = engine_statements(workflow_of(kind), "stepfunctions")

    handed = [one for one in statements if "iam:PassRole" in one.actions]
    assert [one.conditions for one in handed] == [{"StringEquals": {"iam:PassedToService": "sagemaker.amazonaws.com"}}]
    assert not any("*" in pattern_of(value) for one in handed for value in one.resources)


@pytest.mark.parametrize("engine", ["sagemaker", "stepfunctions", "codepipeline"])
@pytest.mark.parametrize("kind", CASES)
def test_no_action_is_a_wildcard(engine: str, kind: str) -> None:
    actions = [action for one in engine_statements(workflow_of(kind), engine) for action in one.actions]

    assert [action for action in actions if "*" in action] == []
