"""State machines run: JSONata, variables, real functions, jobs that are waited for."""

import json
import time
from collections.abc import Callable
from itertools import count

import pytest
from botocore.exceptions import ClientError

from designer.sandbox.documents import Value
from tests.contract.sandbox.conftest import Clients, until

COUNTING = """
class TooSmall(Exception):
    pass


def handler(event, context):
    number = event["number"]
    if number == 0:
        raise TooSmall(f'"{number}" is\\ntoo small')
    print("counting on from", number)
    return {"number": number + 1, "text": 'a "quoted" word'}
"""
Run = Callable[..., dict[str, Value]]


@pytest.fixture(scope="module")
def counting(function: Callable[[str, str], str]) -> str:
    return function("counting", COUNTING)


@pytest.fixture(scope="module")
def run(client_of: Clients, role_arn: str) -> Run:
    numbers = count()
    machines = client_of("stepfunctions")

    def run(states: dict[str, Value], given: Value = None) -> dict[str, Value]:
        definition = {"QueryLanguage": "JSONata", "StartAt": next(iter(states)), "States": states}
        made = machines.create_state_machine(
            name=f"machine-{next(numbers)}", definition=json.dumps(definition), roleArn=role_arn
        )
        arn = machines.start_execution(stateMachineArn=made["stateMachineArn"], input=json.dumps(given or {}))
        look = lambda: machines.describe_execution(executionArn=arn["executionArn"])  # noqa: E731 - one line
        execution: dict[str, Value] = until(look, lambda seen: seen["status"] != "RUNNING")
        return execution

    return run


def invoke(function: str, payload: Value, **more: Value) -> dict[str, Value]:
    arguments = {"FunctionName": function, "Payload": payload}
    return {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Arguments": arguments, **more}


def task(resource: str, arguments: Value, **more: Value) -> dict[str, Value]:
    return {"Type": "Task", "Resource": f"arn:aws:states:::{resource}", "Arguments": arguments, **more}


def test_variables_parallel_branches_and_choices_follow_what_functions_return(run: Run, counting: str) -> None:
    branches = [
        {"StartAt": "More", "States": {"More": invoke(
            counting, {"number": "{% $first.number %}"}, Output="{% $states.result.Payload.number %}", End=True)}},
        {"StartAt": "Word", "States": {"Word": {"Type": "Pass", "Output": "{% $first.text & '!' %}", "End": True}}},
    ]  # fmt: skip
    states = {
        "First": invoke(
            counting,
            {"number": "{% $states.input.start %}"},
            Assign={"first": "{% $states.result.Payload %}"},
            Next="Both",
        ),
        "Both": {
            "Type": "Parallel",
            "Branches": branches,
            "Assign": {"both": "{% $states.result %}"},
            "Next": "Enough",
        },
        "Enough": {
            "Type": "Choice",
            "Choices": [{"Condition": "{% $both[0] >= 12 %}", "Next": "Yes"}],
            "Default": "No",
        },
        "Yes": {"Type": "Pass", "Output": {"number": "{% $both[0] %}", "word": "{% $both[1] %}"}, "End": True},
        "No": {"Type": "Fail", "Error": "TooFew"},
    }

    enough, few = run(states, {"start": 10}), run(states, {"start": 1})

    assert json.loads(enough["output"]) == {"number": 12, "word": 'a "quoted" word!'}
    assert (few["status"], few["error"]) == ("FAILED", "TooFew")


def test_an_error_of_the_function_is_retried_and_then_caught_by_its_name(
    run: Run, counting: str, client_of: Clients
) -> None:
    states = {
        "Try": invoke(
            counting,
            {"number": 0},
            Retry=[{"ErrorEquals": ["TooSmall"], "IntervalSeconds": 60, "MaxAttempts": 2}],
            Catch=[{"ErrorEquals": ["TooSmall"], "Assign": {"fault": "{% $states.errorOutput %}"}, "Next": "Tell"}],
            End=True,
        ),
        "Tell": {
            "Type": "Pass",
            "Output": {"error": "{% $fault.Error %}", "text": "{% $parse($fault.Cause).errorMessage %}"},
            "End": True,
        },
    }

    execution = run(states)

    assert json.loads(execution["output"]) == {"error": "TooSmall", "text": '"0" is\ntoo small'}
    history = client_of("stepfunctions").get_execution_history(executionArn=execution["executionArn"], maxResults=1000)
    failures = [event for event in history["events"] if event["type"] == "TaskFailed"]
    assert len(failures) == 3


def test_what_a_function_prints_stands_in_its_log(run: Run, counting: str, client_of: Clients) -> None:
    run({"Count": invoke(counting, {"number": 4711}, End=True)})

    events = client_of("logs").filter_log_events(logGroupName="/aws/lambda/counting")["events"]
    assert any(event["message"] == "counting on from 4711" for event in events)


def test_a_long_wait_is_over_soon(run: Run) -> None:
    began = time.monotonic()

    execution = run({"Wait": {"Type": "Wait", "Seconds": 300, "Next": "Done"}, "Done": {"Type": "Succeed"}})

    assert execution["status"] == "SUCCEEDED"
    assert time.monotonic() - began < 60


def training(name: str, role_arn: str) -> dict[str, Value]:
    return {
        "TrainingJobName": name,
        "AlgorithmSpecification": {"TrainingImage": "image", "TrainingInputMode": "File"},
        "RoleArn": role_arn,
        "OutputDataConfig": {"S3OutputPath": "s3://machine-data/models"},
        "ResourceConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 5},
        "StoppingCondition": {"MaxRuntimeInSeconds": 3600},
    }


def test_a_training_job_is_awaited_and_its_artifact_told(run: Run, role_arn: str, client_of: Clients) -> None:
    states = {
        "Train": task(
            "sagemaker:createTrainingJob.sync",
            training("machine-training", role_arn),
            Output="{% $states.result.ModelArtifacts.S3ModelArtifacts %}",
            End=True,
        )
    }

    execution = run(states)

    assert json.loads(execution["output"]).startswith("s3://machine-data/models/machine-training")
    job = client_of("sagemaker").describe_training_job(TrainingJobName="machine-training")
    assert job["TrainingJobStatus"] == "Completed"


def test_a_job_name_is_taken_only_once_and_its_log_says_that_nothing_ran(
    run: Run, role_arn: str, client_of: Clients
) -> None:
    job = training("{% 'machine-' & $substring($states.context.Execution.Name, 0, 8) %}", role_arn)
    twice = {
        "First": task("sagemaker:createTrainingJob.sync", job, Next="Second"),
        "Second": task(
            "sagemaker:createTrainingJob.sync",
            job,
            Catch=[{"ErrorEquals": ["States.ALL"], "Output": "{% $states.errorOutput.Error %}", "Next": "Done"}],
            End=True,
        ),
        "Done": {"Type": "Succeed"},
    }

    execution = run(twice)

    assert json.loads(execution["output"]) == "SageMaker.ResourceInUseException"
    name = f"machine-{execution['name'][:8]}"
    events = client_of("logs").get_log_events(
        logGroupName="/aws/sagemaker/TrainingJobs", logStreamName=f"{name}/algo-1"
    )["events"]
    assert events[0]["message"].startswith("The sandbox runs no container")


def test_a_job_that_is_told_to_fail_fails_its_task(run: Run, role_arn: str, steer: Callable[..., Value]) -> None:
    steer(failing=["machine-doomed"])
    states = {
        "Train": task(
            "sagemaker:createTrainingJob.sync",
            training("machine-doomed", role_arn),
            Catch=[{"ErrorEquals": ["States.TaskFailed"], "Output": "{% $states.errorOutput.Error %}", "Next": "Sad"}],
            End=True,
        ),
        "Sad": {"Type": "Succeed"},
    }

    assert json.loads(run(states)["output"]) == "States.TaskFailed"


def test_a_processing_job_leaves_figures_that_the_next_state_can_read(
    run: Run, role_arn: str, steer: Callable[..., Value]
) -> None:
    steer(metrics={"accuracy": 0.55})
    output = {"S3Uri": "s3://machine-data/figures", "LocalPath": "/opt/ml/processing/out", "S3UploadMode": "EndOfJob"}
    job = {
        "ProcessingJobName": "machine-evaluation",
        "ProcessingResources": {
            "ClusterConfig": {"InstanceCount": 1, "InstanceType": "ml.m5.large", "VolumeSizeInGB": 5}
        },
        "AppSpecification": {"ImageUri": "image"},
        "RoleArn": role_arn,
        "ProcessingOutputConfig": {"Outputs": [{"OutputName": "metrics", "S3Output": output}]},
    }
    states = {
        "Evaluate": task("sagemaker:createProcessingJob.sync", job, Next="Read"),
        "Read": task(
            "aws-sdk:s3:getObject",
            {"Bucket": "machine-data", "Key": "figures/evaluation.json"},
            Output="{% $parse($states.result.Body).metrics.accuracy.value %}",
            End=True,
        ),
    }

    assert json.loads(run(states)["output"]) == 0.55


def test_a_build_and_another_machine_and_a_container_are_awaited(run: Run, role_arn: str, client_of: Clients) -> None:
    client_of("codebuild").create_project(
        name="machine-build",
        source={"type": "NO_SOURCE", "buildspec": "version: 0.2\nenv:\n  exported-variables: [STAGE]\n"},
        artifacts={"type": "NO_ARTIFACTS"},
        environment={"type": "LINUX_CONTAINER", "image": "image", "computeType": "BUILD_GENERAL1_SMALL"},
        serviceRole=role_arn,
    )
    inner = client_of("stepfunctions").create_state_machine(
        name="machine-inner",
        definition='{"QueryLanguage":"JSONata","StartAt":"A","States":{"A":{"Type":"Succeed"}}}',
        roleArn=role_arn,
    )["stateMachineArn"]
    client_of("ecs").create_cluster(clusterName="machine-cluster")
    client_of("ecs").register_task_definition(
        family="machine-task", containerDefinitions=[{"name": "a", "image": "a", "cpu": 0, "memory": 128}]
    )
    subnet = client_of("ec2").describe_subnets()["Subnets"][0]["SubnetId"]
    network = {"AwsvpcConfiguration": {"Subnets": [subnet], "SecurityGroups": []}}
    override = [{"Name": "STAGE", "Value": "blue", "Type": "PLAINTEXT"}]
    states = {
        "Build": task(
            "codebuild:startBuild.sync",
            {"ProjectName": "machine-build", "EnvironmentVariablesOverride": override},
            Assign={"build": "{% $states.result.Build %}"},
            Next="Nested",
        ),
        "Nested": task(
            "states:startExecution.sync:2",
            {"StateMachineArn": inner, "Input": {"status": "{% $build.BuildStatus %}"}},
            Assign={"nested": "{% $states.result.Output %}"},
            Next="Container",
        ),
        "Container": task(
            "ecs:runTask.sync",
            {
                "Cluster": "machine-cluster",
                "TaskDefinition": "machine-task",
                "LaunchType": "FARGATE",
                "NetworkConfiguration": network,
            },
            Output={"nested": "{% $nested %}", "container": "{% $states.result.LastStatus %}"},
            End=True,
        ),
    }

    execution = run(states)

    assert json.loads(execution["output"]) == {"nested": {"status": "SUCCEEDED"}, "container": "STOPPED"}


def test_services_are_called_through_the_sdk_and_their_errors_carry_the_names_of_step_functions(
    run: Run, client_of: Clients
) -> None:
    topic = client_of("sns").create_topic(Name="machine-topic")["TopicArn"]
    states = {
        "Tell": task("sns:publish", {"TopicArn": topic, "Message": {"a": 1}}, Next="Look"),
        "Look": task(
            "aws-sdk:sagemaker:describeEndpoint",
            {"EndpointName": "machine-nothing"},
            Catch=[{"ErrorEquals": ["States.ALL"], "Output": "{% $states.errorOutput.Error %}", "Next": "Done"}],
            End=True,
        ),
        "Done": {"Type": "Succeed"},
    }

    assert json.loads(run(states)["output"]) == "SageMaker.SageMakerException"


def test_a_task_waits_for_its_token(client_of: Clients, role_arn: str) -> None:
    machines, queues = client_of("stepfunctions"), client_of("sqs")
    url = queues.create_queue(QueueName="machine-approvals")["QueueUrl"]
    body = {"token": "{% $states.context.Task.Token %}"}
    ask = task("sqs:sendMessage.waitForTaskToken", {"QueueUrl": url, "MessageBody": body}, End=True)
    definition = {"QueryLanguage": "JSONata", "StartAt": "Ask", "States": {"Ask": ask}}
    arn = machines.create_state_machine(name="asking", definition=json.dumps(definition), roleArn=role_arn)
    execution = machines.start_execution(stateMachineArn=arn["stateMachineArn"])["executionArn"]

    message = until(lambda: queues.receive_message(QueueUrl=url).get("Messages"), bool)[0]
    waiting = machines.describe_execution(executionArn=execution)["status"]
    machines.send_task_success(taskToken=json.loads(message["Body"])["token"], output='{"approved": true}')
    ended = until(lambda: machines.describe_execution(executionArn=execution), lambda seen: seen["status"] != "RUNNING")

    assert waiting == "RUNNING"
    assert json.loads(ended["output"]) == {"approved": True}


def test_an_execution_without_a_name_is_given_one(run: Run) -> None:
    name = {"Type": "Pass", "Output": "{% $states.context.Execution.Name %}", "End": True}

    execution = run({"Name": name})

    assert json.loads(execution["output"]) == execution["name"]
    assert len(execution["name"]) == 36


def test_a_refused_definition_does_not_spoil_the_next_one(client_of: Clients, role_arn: str, run: Run) -> None:
    broken = {"QueryLanguage": "JSONata", "StartAt": "A", "States": {"A": {"Type": "Pass", "Parameters": {}}}}
    plain = {"StartAt": "A", "States": {"A": {"Type": "Pass", "Result": {"a": 1}, "ResultPath": "$.b", "End": True}}}

    with pytest.raises(ClientError):
        client_of("stepfunctions").create_state_machine(name="broken", definition=json.dumps(broken), roleArn=role_arn)
    made = client_of("stepfunctions").create_state_machine(name="plain", definition=json.dumps(plain), roleArn=role_arn)

    assert made["stateMachineArn"].endswith(":plain")
