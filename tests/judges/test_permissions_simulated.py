"""moto's policy simulation, a judge of policies that is not ours: each call may do what its integration needs, and no more.

What an integration needs is from the Step Functions Developer Guide, "IAM policies for integrated services", and the Service
Authorization Reference.
"""

import json
import re
from collections.abc import Iterable, Mapping

import pytest
from moto.iam.access_control import IAMPolicy, PermissionResult

from designer.catalog.needs import Statement
from designer.workflow.arn_patterns import pattern_of
from designer.workflow.model import Workflow
from designer.workflow.permissions import engine_statements
from tests.unit.exporters.drawing import drawn

HERE = "us-east-1:123456789012"
NAMES = {"Partition": "aws", "Region": "us-east-1", "AccountId": "123456789012", "ExecutionRoleArn": "arn:role"}
ROLE = "arn:aws:iam::123456789012:role/jobs"
QUEUE = "https://sqs.us-east-1.amazonaws.com/123456789012/work"
DATA = {"kind": "s3_data", "settings": {"uri": "s3://lake/in/"}}
Need = tuple[str, str]


def _rule(name: str) -> tuple[Need, ...]:
    arn = f"arn:aws:events:{HERE}:rule/StepFunctions{name}Rule"
    return tuple((f"events:{action}", arn) for action in ("PutTargets", "PutRule", "DescribeRule"))


def _sagemaker_job(noun: str, resource: str, rule: str) -> tuple[Need, ...]:
    arn = f"arn:aws:sagemaker:{HERE}:{resource}/churn-node-1"
    actions = (f"Create{noun}", f"Describe{noun}", f"Stop{noun}", "AddTags")
    return (*((f"sagemaker:{action}", arn) for action in actions), *_rule(rule))


def _all(actions: Iterable[str], *arns: str) -> tuple[Need, ...]:
    return tuple((action, arn) for action in actions for arn in arns)


CASES: Mapping[str, tuple[Mapping[str, object], tuple[Need, ...]]] = {
    "training": (
        {"kind": "training", "settings": {}},
        _sagemaker_job("TrainingJob", "training-job", "GetEventsForSageMakerTrainingJobs"),
    ),
    "processing": (
        {"kind": "processing", "settings": {"image": "1.dkr.ecr.us-east-1.amazonaws.com/x:1"}},
        _sagemaker_job("ProcessingJob", "processing-job", "GetEventsForSageMakerProcessingJobs"),
    ),
    "quality_check": (
        {"kind": "quality_check", "settings": {"skip_check": True}},
        _sagemaker_job("ProcessingJob", "processing-job", "GetEventsForSageMakerProcessingJobs"),
    ),
    "automl": (
        {"kind": "automl", "settings": {"target": "y"}},
        _all(
            ("sagemaker:CreateAutoMLJob", "sagemaker:DescribeAutoMLJob", "sagemaker:StopAutoMLJob"),
            f"arn:aws:sagemaker:{HERE}:automl-job/churn-node-1",
        ),
    ),
    "lambda": (
        {"kind": "lambda", "settings": {"function": "score"}},
        _all(("lambda:InvokeFunction",), f"arn:aws:lambda:{HERE}:function:score"),
    ),
    "glue_job": (
        {"kind": "glue_job", "settings": {"job": "clean"}},
        _all(
            ("glue:StartJobRun", "glue:GetJobRun", "glue:GetJobRuns", "glue:BatchStopJobRun"),
            f"arn:aws:glue:{HERE}:job/clean",
        ),
    ),
    "batch_job": (
        {"kind": "batch_job", "settings": {"definition": "score", "queue": "fast"}},
        (
            *_all(
                ("batch:SubmitJob",),
                f"arn:aws:batch:{HERE}:job-definition/score:3",
                f"arn:aws:batch:{HERE}:job-queue/fast",
            ),
            *_rule("GetEventsForBatchJobs"),
        ),
    ),
    "emr_step": (
        {"kind": "emr_step", "settings": {"cluster_id": "j-1"}},
        _all(
            ("elasticmapreduce:AddJobFlowSteps", "elasticmapreduce:DescribeStep", "elasticmapreduce:CancelSteps"),
            f"arn:aws:elasticmapreduce:{HERE}:cluster/j-1",
        ),
    ),
    "emr_serverless_job": (
        {
            "kind": "emr_serverless_job",
            "settings": {"application_id": "00f1", "script": "s3://b/j.py", "role_arn": ROLE},
        },
        (
            ("emr-serverless:StartJobRun", f"arn:aws:emr-serverless:{HERE}:/applications/00f1"),
            *_all(
                ("emr-serverless:GetJobRun", "emr-serverless:CancelJobRun"),
                f"arn:aws:emr-serverless:{HERE}:/applications/00f1/jobruns/1",
            ),
        ),
    ),
    "databrew_job": (
        {"kind": "databrew_job", "settings": {"job": "clean"}},
        _all(
            ("databrew:StartJobRun", "databrew:ListJobRuns", "databrew:StopJobRun"),
            f"arn:aws:databrew:{HERE}:job/clean",
        ),
    ),
    "callback": (
        {"kind": "callback", "settings": {"queue_url": QUEUE}},
        _all(("sqs:SendMessage",), f"arn:aws:sqs:{HERE}:work"),
    ),
    "bedrock_customization": (
        {
            "kind": "bedrock_customization",
            "settings": {"base_model": "amazon.nova-lite-v1:0", "role_arn": ROLE},
        },
        (
            (
                "bedrock:CreateModelCustomizationJob",
                "arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0",
            ),
            *_all(
                ("bedrock:GetModelCustomizationJob", "bedrock:StopModelCustomizationJob"),
                f"arn:aws:bedrock:{HERE}:model-customization-job/x",
            ),
        ),
    ),
    "dynamodb_item": (
        {"kind": "dynamodb_item", "settings": {"do": "get", "table": "runs", "key": {"id": "one"}}},
        _all(("dynamodb:GetItem",), f"arn:aws:dynamodb:{HERE}:table/runs"),
    ),
}
FED = {
    "training": "train",
    "processing": "data",
    "quality_check": "data",
    "automl": "train",
    "bedrock_customization": "train",
}


def workflow_of(kind: str) -> Workflow:
    node = CASES[kind][0]
    if kind in FED:
        return drawn({"data": DATA, "node": node}, f"data.dataset -> node.{FED[kind]}")
    return drawn({"node": node})


def filled(value: object) -> str:
    return re.sub(r"\$\{(\w+)\}", lambda match: NAMES.get(match.group(1), "x"), pattern_of(value))


def policy_of(statements: Iterable[Statement]) -> IAMPolicy:
    listed = [
        {"Effect": "Allow", "Action": list(one.actions), "Resource": [filled(value) for value in one.resources]}
        for one in statements
    ]
    return IAMPolicy(json.dumps({"Version": "2012-10-17", "Statement": listed}))


def may(policy: IAMPolicy, action: str, resource: str) -> bool:
    return bool(policy.is_action_permitted(action, resource) == PermissionResult.PERMITTED)


@pytest.mark.parametrize("kind", CASES)
def test_the_state_machine_may_do_what_the_integration_needs(kind: str) -> None:
    policy = policy_of(engine_statements(workflow_of(kind), "stepfunctions"))

    assert [need for need in CASES[kind][1] if not may(policy, *need)] == []


@pytest.mark.parametrize("kind", CASES)
def test_it_may_not_do_the_same_to_anything_else(kind: str) -> None:
    policy = policy_of(engine_statements(workflow_of(kind), "stepfunctions"))
    service = {action.split(":")[0] for action, _ in CASES[kind][1]} - {"events"}

    elsewhere = [
        (action, re.sub(r"\d{12}", "999999999999", arn)) for action, arn in CASES[kind][1] if "123456789012" in arn
    ]
    assert [need for need in elsewhere if may(policy, *need)] == []
    assert not any(may(policy, f"{one}:DeleteEverything", arn) for one in service for _, arn in CASES[kind][1])


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
