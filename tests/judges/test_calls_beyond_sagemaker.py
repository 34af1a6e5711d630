"""Nodes that call other services: what each engine makes of them is judged, and a machine of them runs in the sandbox."""

import json
import time
from collections.abc import Iterator, Mapping
from typing import Any

import boto3
import pytest

from designer.checking.finding import Severity
from designer.checking.run import check
from designer.sandbox.process import running_sandbox
from designer.usecases.targets import target
from designer.workflow.lowering import attempt
from designer.workflow.model import Workflow
from designer.workflow.support import Level
from exporters.stepfunctions.definition import definition
from tests.judges.asl import AslJudge, jsonata_problems, open_asl_judge, statelint_problems
from tests.judges.lint import cfn_lint_problems
from tests.unit.exporters.answering import waiting
from tests.unit.exporters.drawing import drawn, graph_of
from tests.unit.exporters.native_tasks import tasks_of_the_engine

MACHINE = "arn:aws:states:us-east-1:123456789012:stateMachine:other"
JOB, ROLE = "s3://jobs-bucket/job.py", "arn:aws:iam::123456789012:role/jobs"
QUEUE = "https://sqs.us-east-1.amazonaws.com/123456789012/work"
NODES: Mapping[str, Mapping[str, object]] = {
    "call": {
        "kind": "aws_call",
        "settings": {
            "service": "dynamodb",
            "operation": "Query",
            "request": {
                "TableName": "runs",
                "KeyConditionExpression": "id = :id",
                "ExpressionAttributeValues": {":id": {"S": "${execution.id}"}},
            },
            "outputs": {"count": "Count"},
        },
    },
    "machine": {"kind": "start_state_machine", "settings": {"state_machine": MACHINE, "input": {"n": "${call.count}"}}},
    "pipeline": {"kind": "pipeline_call", "settings": {"pipeline": "score", "parameters": {"Run": "${execution.id}"}}},
    "send": {"kind": "sqs_send", "settings": {"queue_url": QUEUE, "message": {"run": "${execution.id}"}}},
    "tell": {"kind": "eventbridge_put", "settings": {"detail": {"run": "${execution.id}"}}},
    "read": {
        "kind": "dynamodb_item",
        "settings": {"do": "get", "table": "runs", "key": {"id": "one"}, "answers": {"auc": "number"}},
    },
    "write": {
        "kind": "dynamodb_item",
        "settings": {"do": "update", "table": "runs", "key": {"id": "one"}, "values": {"auc": "${read.auc}"}},
    },
    "clean": {"kind": "glue_job", "settings": {"job": "clean", "arguments": {"--run": "${execution.id}"}}},
    "batch": {"kind": "batch_job", "settings": {"definition": "score", "queue": "fast"}},
    "model": {
        "kind": "bedrock_invoke",
        "settings": {"model": "amazon.nova-lite-v1:0", "prompt": "Run ${execution.id}?"},
    },
    "task": {
        "kind": "ecs_task",
        "settings": {
            "task_definition": "score",
            "subnets": ["subnet-0123456789abcdef0"],
            "container": "app",
            "environment": {"RUN": "${execution.id}"},
        },
    },
    "brew": {"kind": "databrew_job", "settings": {"job": "clean"}},
    "spark": {
        "kind": "emr_containers_job",
        "settings": {"virtual_cluster_id": "00f1", "script": JOB, "role_arn": ROLE},
    },
    "ask": {"kind": "athena_query", "settings": {"query": "SELECT 1", "database": "lake"}},
}


@pytest.fixture(scope="module")
def services() -> Workflow:
    return drawn(NODES)


@pytest.fixture(scope="module")
def steps_of_sagemaker() -> Workflow:
    """Return nodes that SageMaker Pipelines has steps for, and other engines calls."""
    return drawn(
        {
            "data": {"kind": "s3_data", "settings": {"uri": "s3://data-bucket/in/"}},
            "spark": {"kind": "emr_step", "settings": {"cluster_id": "j-2AXXXXXXGAPLF"}},
            "serverless": {
                "kind": "emr_serverless_job",
                "settings": {"application_id": "00f1", "script": JOB, "role_arn": ROLE},
            },
            "quality": {"kind": "quality_check", "settings": {"skip_check": True}},
            "auto": {"kind": "automl", "settings": {"target": "y"}},
            "tuned": {
                "kind": "bedrock_customization",
                "settings": {"base_model": "amazon.nova-lite-v1:0", "role_arn": ROLE},
            },
            "told": {"kind": "sqs_send", "settings": {"queue_url": QUEUE, "message": {"model": "${tuned.model_arn}"}}},
        },
        "data.dataset -> quality.data",
        "data.dataset -> auto.train",
        "data.dataset -> tuned.train",
        "spark -> serverless",
    )


@pytest.fixture(scope="module")
def judge() -> Iterator[AslJudge]:
    with open_asl_judge() as opened:
        yield opened


def test_the_checks_have_nothing_against_these_nodes() -> None:
    graph = graph_of(NODES)

    found = check(graph, attempt(graph, {}))

    assert [one.message for one in found if one.severity is not Severity.HINT] == []


@pytest.mark.judge
def test_the_judges_of_state_machines_accept_them(judge: AslJudge, services: Workflow) -> None:
    machine = definition(services)

    assert judge.als_problems(machine) == []
    assert judge.asl_validator_problems(machine) == []
    assert statelint_problems(machine) == []
    assert jsonata_problems(machine) == []


@pytest.mark.judge
def test_the_judges_of_state_machines_accept_steps_of_sagemaker_too(
    judge: AslJudge, steps_of_sagemaker: Workflow
) -> None:
    ask = {"kind": "callback", "settings": {"queue_url": QUEUE, "answers": {"good": "flag"}}}
    told = {"kind": "sqs_send", "settings": {"queue_url": QUEUE, "message": {"good": "${ask.good}"}}}
    machines = (
        definition(steps_of_sagemaker),
        definition(drawn({"ask": ask, "told": told})),
        definition(waiting()),
        definition(tasks_of_the_engine()),
    )
    for machine in machines:
        assert judge.als_problems(machine) == []
        assert judge.asl_validator_problems(machine) == []
        assert statelint_problems(machine) == []
        assert jsonata_problems(machine) == []


@pytest.mark.parametrize("engine", ["stepfunctions", "codepipeline"])
def test_cfn_lint_has_nothing_against_steps_of_sagemaker_as_calls(engine: str, steps_of_sagemaker: Workflow) -> None:
    files = {one.path: one.content for one in target(engine).render(steps_of_sagemaker)}

    assert cfn_lint_problems(files["template.yaml"].decode()) == []


@pytest.mark.parametrize("engine", ["stepfunctions", "codepipeline"])
def test_cfn_lint_has_nothing_against_their_templates(engine: str, services: Workflow) -> None:
    files = {one.path: one.content.decode() for one in target(engine).render(services) if one.path.endswith(".yaml")}

    assert cfn_lint_problems(files["template.yaml"]) == []


def test_sagemaker_calls_by_a_function_what_it_need_not_wait_for_and_refuses_the_rest_with_a_reason(
    services: Workflow,
) -> None:
    reports = {one.node: one for one in target("sagemaker").support(services)}
    lowered = {node for node, report in reports.items() if report.level is Level.LOWERED}

    assert lowered == {"call", "send", "tell", "read", "write", "model"}
    assert {reports[node].level for node in NODES.keys() - lowered} == {Level.IMPOSSIBLE}
    assert all(report.reason for report in reports.values())


@pytest.mark.parametrize("engine", ["stepfunctions", "codepipeline"])
def test_no_statement_allows_everything_of_a_service_that_knows_resources(engine: str, services: Workflow) -> None:
    files = {one.path: one.content.decode() for one in target(engine).render(services) if one.path == "template.yaml"}

    actions = [line.strip(" -\"'") for line in files["template.yaml"].splitlines() if ":*" in line]
    assert [line for line in actions if line.endswith(":*") and line.count(":") == 1] == []


@pytest.mark.slow
def test_a_machine_of_them_runs_in_the_sandbox() -> None:
    with running_sandbox() as address:
        session = boto3.Session(
            region_name=address.region,
            aws_access_key_id=address.access_key_id,
            aws_secret_access_key=address.secret_access_key,
        )

        def client(service: str) -> Any:  # noqa: ANN401 - boto3's clients are made at run time
            return session.client(service, endpoint_url=address.endpoint_url)

        client("dynamodb").create_table(
            TableName="runs",
            KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
            AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}],
            BillingMode="PAY_PER_REQUEST",
        )
        client("dynamodb").put_item(TableName="runs", Item={"id": {"S": "one"}, "auc": {"N": "0.9"}})
        url = client("sqs").create_queue(QueueName="work")["QueueUrl"]
        nodes = {name: NODES[name] for name in ("call", "tell", "read", "write")}
        send = {"kind": "sqs_send", "settings": {"queue_url": url, "message": {"auc": "${read.auc}"}}}
        machine = definition(drawn({**nodes, "send": send}))
        arn = client("stepfunctions").create_state_machine(
            name="services", definition=json.dumps(machine), roleArn="arn:aws:iam::123456789012:role/any"
        )["stateMachineArn"]
        execution = client("stepfunctions").start_execution(stateMachineArn=arn, input="{}")["executionArn"]
        deadline = time.monotonic() + 30
        while (found := client("stepfunctions").describe_execution(executionArn=execution))["status"] == "RUNNING":
            assert time.monotonic() < deadline
            time.sleep(0.05)

        assert found["status"] == "SUCCEEDED", found
        (message,) = client("sqs").receive_message(QueueUrl=url)["Messages"]
        assert json.loads(message["Body"]) == {"auc": "0.9"}
        assert client("dynamodb").get_item(TableName="runs", Key={"id": {"S": "one"}})["Item"]["auc"] == {"N": "0.9"}


def test_a_model_may_be_asked_by_its_whole_id(services: Workflow) -> None:
    template = next(
        one.content.decode() for one in target("stepfunctions").render(services) if one.path == "template.yaml"
    )

    assert ":foundation-model/amazon.nova-lite-v1:0" in template
