"""What calls become, run by moto's interpreter: loops that wait, making or updating, values read from files."""

import json
import time
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Protocol, cast

import boto3
import pytest

from designer.catalog.branches import THEN
from designer.catalog.steps import Call, Choice, Comparison, Failure, Pause, Step, Wait
from designer.catalog.values import ExecutionValue, FileValue, ParameterValue, StepOutput, joined
from designer.document.model import Document, Parameter
from designer.sandbox.process import running_sandbox
from designer.workflow.model import Dependency, Workflow
from exporters.stepfunctions.definition import definition

pytestmark = pytest.mark.slow
_PATIENCE_SECONDS = 60.0
_ENDPOINT_WAIT = Wait(
    describe="DescribeEndpoint",
    identifier="EndpointName",
    status=("EndpointStatus",),
    succeeded=("InService",),
    failed=("Failed",),
    reason=("FailureReason",),
    poll_seconds=1,
)


class Account(Protocol):
    """What the tests ask of the sandbox."""

    def __call__(self, service: str, operation: str, **request: object) -> Mapping[str, object]: ...


@pytest.fixture(scope="module")
def account() -> Iterator[Account]:
    with running_sandbox() as address:

        def ask(service: str, operation: str, **request: object) -> Mapping[str, object]:
            client = boto3.client(
                service,
                endpoint_url=address.endpoint_url,
                region_name=address.region,
                aws_access_key_id=address.access_key_id,
                aws_secret_access_key=address.secret_access_key,
            )
            return cast("Mapping[str, object]", getattr(client, operation)(**request))

        yield ask


def workflow(*steps: Step, after: Mapping[str, tuple[Dependency, ...]], **parameters: str) -> Workflow:
    return Workflow(
        name="churn",
        description="",
        region="us-east-1",
        parameters=tuple(Parameter(name=name, default=default) for name, default in parameters.items()),
        steps=steps,
        after={step.id: after.get(step.id, ()) for step in steps},
        document=Document(name="churn"),
    )


def executed(
    account: Account, made: Workflow, given: Mapping[str, str] | None = None
) -> tuple[Mapping[str, object], list[str]]:
    """Run a workflow to its end; return the execution and the names of the states it entered."""
    machine = account(
        "stepfunctions",
        "create_state_machine",
        name=f"m-{uuid.uuid4()}",
        definition=json.dumps(definition(made)),
        roleArn="arn:aws:iam::123456789012:role/any",
    )
    started = account(
        "stepfunctions",
        "start_execution",
        stateMachineArn=machine["stateMachineArn"],
        name=str(uuid.uuid4()),
        input=json.dumps(given or {}),
    )
    arn = started["executionArn"]
    deadline = time.monotonic() + _PATIENCE_SECONDS
    while (found := account("stepfunctions", "describe_execution", executionArn=arn))["status"] == "RUNNING":
        assert time.monotonic() < deadline, "the execution did not end"
        time.sleep(0.1)
    history = account("stepfunctions", "get_execution_history", executionArn=arn, maxResults=1000)
    events = cast("list[Mapping[str, Mapping[str, str]]]", history["events"])
    return found, [event["stateEnteredEventDetails"]["name"] for event in events if "stateEnteredEventDetails" in event]


def endpoint_steps() -> tuple[Workflow, str]:
    model = Call(
        id="model",
        node="model",
        service="sagemaker",
        operation="CreateModel",
        name_member="ModelName",
        request={"ExecutionRoleArn": "arn:aws:iam::123456789012:role/any", "PrimaryContainer": {"Image": "image"}},
    )
    variant = {
        "VariantName": "all",
        "ModelName": StepOutput("model", ("ModelName",)),
        "InitialInstanceCount": 1,
        "InstanceType": "ml.m5.large",
    }
    config = Call(
        id="config",
        node="deploy",
        service="sagemaker",
        operation="CreateEndpointConfig",
        name_member="EndpointConfigName",
        request={"ProductionVariants": [variant]},
    )
    endpoint = Call(
        id="deploy",
        node="deploy",
        service="sagemaker",
        operation="CreateEndpoint",
        update="UpdateEndpoint",
        name_member="EndpointName",
        request={
            "EndpointName": "churn",
            "EndpointConfigName": StepOutput("config", ("EndpointConfigName",)),
            "Tags": [{"Key": "a", "Value": "b"}],
        },
        wait=_ENDPOINT_WAIT,
    )
    after = {"config": (Dependency(step="model", data=True),), "deploy": (Dependency(step="config", data=True),)}
    return workflow(model, config, endpoint, after=after), "churn"


def test_an_endpoint_is_made_by_the_first_execution_and_updated_by_the_second(account: Account) -> None:
    made, name = endpoint_steps()

    first, first_states = executed(account, made)
    second, second_states = executed(account, made)

    assert (first["status"], second["status"]) == ("SUCCEEDED", "SUCCEEDED")
    assert "deploy" in first_states
    assert "deploy update" not in first_states
    assert "deploy update" in second_states
    assert "deploy" not in second_states
    assert account("sagemaker", "describe_endpoint", EndpointName=name)["EndpointStatus"] == "InService"


def test_a_condition_reads_a_number_in_a_file_that_a_step_wrote(account: Account) -> None:
    account("s3", "create_bucket", Bucket="results")
    account("s3", "put_object", Bucket="results", Key="churn/it's/x.json", Body=b'{"metrics": {"auc": {"value": 0.9}}}')
    evaluate = Call(id="evaluate", node="evaluate", service="sts", operation="GetCallerIdentity", request={})
    value = FileValue(
        step="evaluate",
        output="metrics",
        file="x.json",
        uri=joined("s3://", ParameterValue("Bucket"), "/churn/it's"),
        path=("metrics", "auc", "value"),
    )
    check = Choice(id="check", node="check", condition=Comparison(value, ">=", 0.8))
    good = Pause(id="good", node="good", seconds=1)
    bad = Failure(id="bad", node="bad", error="TooBad", cause=joined("The run ", ExecutionValue("id"), " is too bad."))
    made = workflow(
        evaluate,
        check,
        good,
        bad,
        after={
            "check": (Dependency(step="evaluate", data=True),),
            "good": (Dependency(step="check", branch=THEN),),
            "bad": (Dependency(step="check", branch="else"),),
        },
        Bucket="results",
    )

    execution, states = executed(account, made)

    assert execution["status"] == "SUCCEEDED"
    assert states == ["Begin", "evaluate", "evaluate reads x.json", "check", "good"]


def test_a_loop_goes_back_until_its_condition_holds_and_names_what_it_makes_anew(account: Account) -> None:
    account("s3", "create_bucket", Bucket="counts")
    model = Call(
        id="model",
        node="model",
        service="sagemaker",
        operation="CreateModel",
        name_member="ModelName",
        request={"ExecutionRoleArn": "arn:aws:iam::123456789012:role/any", "PrimaryContainer": {"Image": "image"}},
    )
    key = StepOutput("model", ("ModelName",))
    put = Call(
        id="put",
        node="put",
        service="s3",
        operation="PutObject",
        request={"Bucket": "counts", "Key": key, "Body": "x"},
    )
    ask = Call(id="ask", node="ask", service="s3", operation="ListObjectsV2", request={"Bucket": "counts"})
    check = Choice(id="check", node="check", condition=Comparison(StepOutput("ask", ("KeyCount",)), ">=", 2))
    rest = Pause(id="rest", node="rest", seconds=1)
    done = Pause(id="done", node="done", seconds=1)
    made = workflow(
        model,
        put,
        ask,
        check,
        rest,
        done,
        after={
            "model": (Dependency(step="rest"),),
            "put": (Dependency(step="model", data=True),),
            "ask": (Dependency(step="put"),),
            "check": (Dependency(step="ask", data=True),),
            "rest": (Dependency(step="check", branch="else"),),
            "done": (Dependency(step="check", branch=THEN),),
        },
    )

    execution, states = executed(account, replace(made, has_cycles=True))

    assert execution["status"] == "SUCCEEDED"
    assert states == ["model", "put", "ask", "check", "rest", "model", "put", "ask", "check", "done"]
