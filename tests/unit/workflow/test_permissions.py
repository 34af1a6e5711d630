"""Roles may do what the workflow needs, and no more."""

from fnmatch import fnmatchcase

import pytest

from designer.catalog.needs import GitTrigger, Statement
from designer.catalog.steps import Approval, Call, Choice, Comparison, NativeState
from designer.catalog.values import Deployed, ExecutionValue, FileValue, ParameterValue, StepOutput, joined
from designer.document.model import Parameter
from designer.workflow.arn_patterns import filled, pattern_of
from designer.workflow.call_permissions import call_statements
from designer.workflow.data_permissions import unknown_locations
from designer.workflow.permission_tables.managed_rules import MANAGED_RULES
from designer.workflow.permission_tables.other_services import OTHER_SERVICES
from designer.workflow.permission_tables.sagemaker import SAGEMAKER
from designer.workflow.permissions import calls_of, engine_statements, execution_statements
from exporters.stepfunctions.naming import made_name
from tests.unit.exporters.cloudformation.builders import IMAGE, OUTPUT, call, every_step, training, whole, workflow

HERE = "arn:${Partition}:sagemaker:${Region}:${AccountId}:"
RESOURCELESS = (
    "logs:*LogDelivery",
    "logs:ListLogDeliveries",
    "logs:*ResourcePolic*",
    "logs:DescribeLogGroups",
    "xray:*",
    "ecr:GetAuthorizationToken",
    "cloudwatch:PutMetricData",
    "ec2:Describe*",
    "ecs:RegisterTaskDefinition",
    "ecs:DescribeTaskDefinition",
)


def allows(statements: tuple[Statement, ...], action: str, resource: str) -> bool:
    return any(
        action in statement.actions and any(fnmatchcase(resource, pattern_of(arn)) for arn in statement.resources)
        for statement in statements
    )


def with_action(statements: tuple[Statement, ...], action: str) -> Statement:
    return next(statement for statement in statements if action in statement.actions)


@pytest.mark.parametrize(
    ("operation", "noun", "resource"),
    [
        ("CreateTrainingJob", "TrainingJob", "training-job"),
        ("CreateProcessingJob", "ProcessingJob", "processing-job"),
        ("CreateTransformJob", "TransformJob", "transform-job"),
        ("CreateHyperParameterTuningJob", "HyperParameterTuningJob", "hyper-parameter-tuning-job"),
        ("CreateLabelingJob", "LabelingJob", "labeling-job"),
    ],
)
def test_a_synchronous_job_may_be_made_watched_stopped_and_tagged(operation: str, noun: str, resource: str) -> None:
    flow = workflow(Call(id="go", node="go", service="sagemaker", operation=operation, request={}))

    statements = engine_statements(flow, "stepfunctions")

    name = f"{HERE}{resource}/churn-go-0123"
    for action in (f"Create{noun}", f"Describe{noun}", f"Stop{noun}", "AddTags"):
        assert allows(statements, f"sagemaker:{action}", name)
    assert not allows(statements, f"sagemaker:Create{noun}", f"{HERE}{resource}/somebody-elses-job")


@pytest.mark.parametrize(("made", "rule"), MANAGED_RULES.items())
def test_step_functions_may_keep_the_rule_by_which_it_learns_of_an_end(made: tuple[str, str], rule: str) -> None:
    flow = workflow(call(*made))

    statements = engine_statements(flow, "stepfunctions")

    arn = f"arn:${{Partition}}:events:${{Region}}:${{AccountId}}:rule/{rule}"
    for action in ("events:PutTargets", "events:PutRule", "events:DescribeRule"):
        assert allows(statements, action, arn)
        assert not allows(statements, action, arn.replace("StepFunctions", "Other"))


def test_sagemaker_pipelines_needs_no_managed_rule() -> None:
    statements = engine_statements(workflow(training()), "sagemaker")

    assert not [one for one in statements if "events:PutRule" in one.actions]


def test_the_role_is_handed_to_sagemaker_alone() -> None:
    statements = engine_statements(workflow(training()), "stepfunctions")

    passing = with_action(statements, "iam:PassRole")
    assert passing.resources == ("${ExecutionRoleArn}",)
    assert passing.conditions == {"StringEquals": {"iam:PassedToService": "sagemaker.amazonaws.com"}}


def test_a_role_that_the_request_names_is_the_one_that_may_be_handed_on() -> None:
    arn = "arn:aws:iam::123456789012:role/jobs"

    statements = engine_statements(workflow(training(RoleArn=arn)), "stepfunctions")

    assert with_action(statements, "iam:PassRole").resources == (arn,)


def test_a_call_that_hands_on_no_role_needs_no_pass_role() -> None:
    flow = workflow(call("lambda", "Invoke", FunctionName="prepare"))

    statements = engine_statements(flow, "stepfunctions")

    assert not [one for one in statements if "iam:PassRole" in one.actions]


def test_an_ecs_task_may_be_tagged_and_its_roles_handed_to_tasks_alone() -> None:
    flow = workflow(call("ecs", "RunTask", taskDefinition="score:3", cluster="main"))

    statements = engine_statements(flow, "stepfunctions")

    assert allows(statements, "ecs:TagResource", "arn:${Partition}:ecs:${Region}:${AccountId}:task/main/0123")
    assert allows(statements, "ecs:RunTask", "arn:${Partition}:ecs:${Region}:${AccountId}:task-definition/score:3")
    passed = with_action(statements, "iam:PassRole").conditions
    assert passed == {"StringEquals": {"iam:PassedToService": "ecs-tasks.amazonaws.com"}}


def test_a_function_may_be_invoked_in_any_version() -> None:
    flow = workflow(call("lambda", "Invoke", FunctionName=Deployed("PrepareFunctionArn")))

    statements = engine_statements(flow, "stepfunctions")

    arn = "arn:${Partition}:lambda:${Region}:${AccountId}:function:${PrepareFunctionName}"
    assert allows(statements, "lambda:InvokeFunction", arn)
    assert allows(statements, "lambda:InvokeFunction", f"{arn}:7")
    assert not allows(statements, "lambda:InvokeFunction", arn + "Other")


def test_a_function_of_another_account_keeps_its_whole_arn() -> None:
    arn = "arn:aws:lambda:eu-west-1:999999999999:function:prepare"

    statements = engine_statements(workflow(call("lambda", "Invoke", FunctionName=arn)), "sagemaker")

    assert with_action(statements, "lambda:InvokeFunction").resources == (arn, f"{arn}:*")


def test_sagemaker_pipelines_may_only_touch_jobs_named_as_it_names_them() -> None:
    statements = engine_statements(workflow(training()), "sagemaker")

    assert allows(statements, "sagemaker:CreateTrainingJob", f"{HERE}training-job/pipelines-0123-train-x")
    assert not allows(statements, "sagemaker:CreateTrainingJob", f"{HERE}training-job/churn-train")


def test_an_endpoint_may_be_updated_where_it_exists_already() -> None:
    made = Call(
        id="deploy",
        node="deploy",
        service="sagemaker",
        operation="CreateEndpoint",
        update="UpdateEndpoint",
        request={"EndpointName": "Churn", "EndpointConfigName": StepOutput("config", ("EndpointConfigName",))},
    )

    statements = call_statements(workflow(made), made)

    for action in ("CreateEndpoint", "UpdateEndpoint", "DescribeEndpoint"):
        assert allows(statements, f"sagemaker:{action}", f"{HERE}endpoint/Churn")
        assert allows(statements, f"sagemaker:{action}", f"{HERE}endpoint/churn")
    assert not allows(statements, "sagemaker:UpdateEndpoint", f"{HERE}endpoint/other")


def test_whoever_registers_a_model_may_look_at_its_file_and_its_image() -> None:
    register = next(step for step in every_step() if isinstance(step, Call) and step.id == "register")
    flow = workflow(register, parameters=(Parameter(name="Model", default="s3://customer-models/a/model.tar.gz"),))

    statements = engine_statements(flow, "sagemaker")

    assert allows(statements, "sagemaker:CreateModelPackage", f"{HERE}model-package/churn-models/3")
    assert allows(statements, "sagemaker:DescribeModelPackageGroup", f"{HERE}model-package-group/churn-models")
    assert allows(statements, "s3:GetObject", "arn:${Partition}:s3:::customer-models/a/model.tar.gz")
    assert [one for one in statements if "ecr:BatchGetImage" in one.actions]


def test_a_condition_on_a_file_may_read_that_file() -> None:
    metric = FileValue(step="train", output="o", file="m.json", uri=OUTPUT, path=("auc",))
    flow = workflow(Choice(id="good", node="good", condition=Comparison(metric, ">", 0.8)))

    statements = engine_statements(flow, "stepfunctions")

    assert allows(statements, "s3:GetObject", "arn:${Partition}:s3:::${ArtifactBucket}/churn/train/model/1/m.json")


def test_whoever_gives_a_function_new_code_may_fetch_it() -> None:
    code = call(
        "lambda", "UpdateFunctionCode", FunctionName="f", S3Bucket=Deployed("AssetsBucket"), S3Key="assets/0/f.zip"
    )
    image = call(
        "lambda", "UpdateFunctionCode", FunctionName="f", ImageUri=joined(Deployed("ImageRepositoryUri"), ":1")
    )

    from_bucket = call_statements(workflow(code), code)
    from_registry = call_statements(workflow(image), image)

    assert allows(from_bucket, "s3:GetObject", "arn:${Partition}:s3:::${AssetsBucket}/assets/0/f.zip")
    assert with_action(from_registry, "ecr:SetRepositoryPolicy").resources == ("${ImageRepositoryArn}",)


def test_an_approval_may_tell_its_topic() -> None:
    flow = workflow(Approval(id="ask", node="ask", message="?", topic_arn=Deployed("NotifyTopicArn")))

    for engine in ("sagemaker", "stepfunctions", "codepipeline"):
        assert with_action(engine_statements(flow, engine), "sns:Publish").resources == ("${NotifyTopicArn}",)


def test_a_task_kept_as_it_was_written_gets_what_it_calls() -> None:
    body = {
        "Type": "Map",
        "ItemProcessor": {
            "States": {
                "a": {
                    "Type": "Task",
                    "Resource": "arn:aws:states:::dynamodb:putItem",
                    "Parameters": {"TableName": "scores", "Item": {}},
                },
                "b": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:score"},
                "c": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:glue:getJob", "Parameters": {}},
            },
        },
    }

    statements = engine_statements(workflow(NativeState(id="each", node="each", body=body)), "stepfunctions")

    assert allows(statements, "dynamodb:PutItem", "arn:${Partition}:dynamodb:${Region}:${AccountId}:table/scores")
    assert allows(statements, "lambda:InvokeFunction", "arn:aws:lambda:us-east-1:123456789012:function:score")
    assert [one for one in statements if "glue:GetJob" in one.actions]


def test_jobs_may_read_what_they_are_given_and_write_only_what_they_produce() -> None:
    statements = execution_statements(workflow(training()))

    data = "arn:${Partition}:s3:::customer-data/churn/train.csv"
    own = "arn:${Partition}:s3:::${ArtifactBucket}/churn/train/model.tar.gz"
    assert allows(statements, "s3:GetObject", data)
    assert not allows(statements, "s3:PutObject", data)
    assert allows(statements, "s3:PutObject", own)
    assert allows(statements, "s3:ListBucket", "arn:${Partition}:s3:::customer-data")
    assert not allows(statements, "s3:GetObject", "arn:${Partition}:s3:::customer-data/secret.csv")


def test_a_place_that_a_parameter_names_is_open_by_the_bucket_of_its_default() -> None:
    data = [{"DataSource": {"S3DataSource": {"S3Uri": ParameterValue("Data")}}}]
    flow = workflow(training(InputDataConfig=data), parameters=(Parameter(name="Data", default="s3://lake/2025/"),))

    statements = execution_statements(flow)

    assert allows(statements, "s3:GetObject", "arn:${Partition}:s3:::lake/2026/x.csv")
    assert unknown_locations(flow, calls_of(flow)) == ()


def test_a_place_that_nobody_names_beforehand_is_told() -> None:
    data = [{"DataSource": {"S3DataSource": {"S3Uri": ParameterValue("Data")}}}]
    flow = workflow(training(InputDataConfig=data), parameters=(Parameter(name="Data"),))

    assert unknown_locations(flow, calls_of(flow)) == ("Data",)


def test_the_image_of_a_job_may_be_pulled_from_its_own_registry() -> None:
    statements = execution_statements(workflow(training()))

    pull = with_action(statements, "ecr:BatchGetImage")
    assert pull.resources == ("arn:${Partition}:ecr:us-east-1:683313688378:repository/sagemaker-xgboost",)
    assert IMAGE.startswith("683313688378")


def test_a_job_in_a_network_may_join_it() -> None:
    inside = execution_statements(workflow(training(VpcConfig={"Subnets": ["subnet-1"], "SecurityGroupIds": ["sg-1"]})))
    outside = execution_statements(workflow(training()))

    assert [one for one in inside if "ec2:CreateNetworkInterface" in one.actions]
    assert not [one for one in outside if "ec2:CreateNetworkInterface" in one.actions]


@pytest.mark.parametrize(
    ("key", "resource"),
    [
        ("arn:aws:kms:us-east-1:123456789012:key/abc", "arn:aws:kms:us-east-1:123456789012:key/abc"),
        ("abc", "arn:${Partition}:kms:${Region}:${AccountId}:key/abc"),
        ("alias/churn", "arn:${Partition}:kms:${Region}:${AccountId}:key/*"),
    ],
)
def test_a_key_in_a_request_may_be_used(key: str, resource: str) -> None:
    flow = workflow(training(OutputDataConfig={"S3OutputPath": OUTPUT, "KmsKeyId": key}))

    use = with_action(execution_statements(flow), "kms:Decrypt")

    assert use.resources == (resource,)
    assert bool(use.conditions) == key.startswith("alias/")


def test_metrics_may_be_written_in_sagemakers_namespace_only() -> None:
    metrics = with_action(execution_statements(workflow(training())), "cloudwatch:PutMetricData")

    assert metrics.conditions["StringLike"]["cloudwatch:namespace"] == ["/aws/sagemaker/*", "aws/sagemaker/*"]


def test_what_a_kind_asks_for_its_jobs_reaches_the_execution_role() -> None:
    asked = Statement(actions=("dynamodb:GetItem",), resources=("arn:aws:dynamodb:*:*:table/x",), reason="look up")

    statements = execution_statements(workflow(training(), statements=(asked,)))

    assert asked in statements


@pytest.mark.parametrize(
    ("provider", "repository", "action", "resource"),
    [
        ("codecommit", "churn", "codecommit:UploadArchive", "arn:${Partition}:codecommit:${Region}:${AccountId}:churn"),
        ("s3", "sources/churn.zip", "s3:GetObjectVersion", "arn:${Partition}:s3:::sources/churn.zip"),
        ("connection", "team/churn", "codeconnections:UseConnection", "${PushArn}"),
    ],
)
def test_codepipeline_may_fetch_its_source(provider: str, repository: str, action: str, resource: str) -> None:
    source = GitTrigger(logical_id="Push", node="push", provider=provider, repository=repository)

    statements = engine_statements(workflow(needs=(source,)), "codepipeline")

    assert allows(statements, action, resource)


@pytest.mark.parametrize("engine", ["sagemaker", "stepfunctions", "codepipeline"])
def test_no_statement_holds_a_star_where_the_service_can_do_better(engine: str) -> None:
    flow = whole(kms_key="alias/churn")

    for statement in (*engine_statements(flow, engine), *execution_statements(flow)):
        assert "*" not in statement.actions
        assert not [action for action in statement.actions if action.endswith(":*")]
        assert statement.reason
        if "*" in map(pattern_of, statement.resources):
            assert all(any(fnmatchcase(one, known) for known in RESOURCELESS) for one in statement.actions)


@pytest.mark.parametrize("operation", SAGEMAKER)
def test_every_sagemaker_call_may_be_made_and_described(operation: str) -> None:
    made = call("sagemaker", operation)

    actions = {action for one in call_statements(workflow(made), made) for action in one.actions}

    assert f"sagemaker:{operation}" in actions
    assert [action for action in actions if action.startswith("sagemaker:Describe")]


@pytest.mark.parametrize("key", OTHER_SERVICES)
def test_every_other_call_names_its_resource_even_when_nothing_is_known_of_it(key: tuple[str, str]) -> None:
    made = call(*key)

    for statement in call_statements(workflow(made), made):
        assert all("{" not in pattern_of(arn).replace("${", "") for arn in statement.resources)


@pytest.mark.parametrize("pipeline", ["churn", "customer-churn-prediction-of-the-north", "x"])
@pytest.mark.parametrize("step", ["train", "train-the-model-again-and-again-and-again", "a b"])
@pytest.mark.parametrize("member", ["TrainingJobName", "HyperParameterTuningJobName"])
@pytest.mark.parametrize("repeats", [True, False])
def test_the_names_that_state_machines_make_are_the_names_that_are_allowed(
    pipeline: str,
    step: str,
    member: str,
    repeats: bool,
) -> None:
    operation = f"Create{member.removesuffix('Name')}"
    made = Call(id=step, node=step, service="sagemaker", operation=operation, request={}, name_member=member)
    flow = workflow(made, name=pipeline)

    stem = made_name(made, pipeline, repeats=repeats).split("'")[1]

    statements = engine_statements(flow, "stepfunctions")
    assert allows(statements, f"sagemaker:{operation}", f"{HERE}{SAGEMAKER[operation].resource}/{stem}0123")


def test_an_unknown_engine_is_a_bug() -> None:
    with pytest.raises(KeyError):
        engine_statements(workflow(), "airflow")


def test_what_is_known_only_at_run_time_stands_as_one_star() -> None:
    value = joined("s3://", Deployed("ArtifactBucket"), "/x/", ExecutionValue("id"), ParameterValue("P"), "/y")

    assert pattern_of(value) == "s3://${ArtifactBucket}/x/*/y"


def test_an_arn_in_a_request_is_reduced_to_the_name_that_the_pattern_wants() -> None:
    arn = "arn:aws:states:us-east-1:123456789012:stateMachine:sub"

    execution = filled("arn:${Partition}:states:${Region}:${AccountId}:execution:{m}:*", {"m": arn})

    assert execution == "arn:${Partition}:states:${Region}:${AccountId}:execution:sub:*"
