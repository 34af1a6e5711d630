"""A test at start that tells whether the moto that is installed still fits the sandbox.

The sandbox reaches into moto in few places: its server, the memory of Lambda and SageMaker, and the Step Functions
interpreter. A moto of another version may have changed any of them, and the faults that follow would look like the
user's.
"""

import json
import time
from collections.abc import Iterator

from designer.sandbox.address import SandboxAddress
from designer.sandbox.clients import clients_of
from designer.sandbox.documents import Record, Value

PINNED_MOTO = "5.2.5"
_STACK = "sandbox-self-test"
_BUCKET = "sandbox-self-test-bucket"
_PIPELINE = "sandbox-self-test-pipeline"
_ROLE = "arn:aws:iam::123456789012:role/sandbox-self-test"
_TIMEOUT_SECONDS = 20.0


def check_sandbox(address: SandboxAddress) -> str:
    """Create, change, spoil and delete a stack of a bucket and a pipeline; return what went wrong, or an empty text."""
    client_of = clients_of(address)
    try:
        for fault in _story(client_of("cloudformation"), client_of("s3"), client_of("sagemaker")):
            return misfit(fault)
    except Exception as error:  # noqa: BLE001 - whatever goes wrong here means the same
        return misfit(repr(error))
    return ""


def _story(stacks: Value, storage: Value, sagemaker: Value) -> Iterator[str]:
    stacks.create_stack(StackName=_STACK, TemplateBody=_template("one"))
    yield from _expect(stacks, "CREATE_COMPLETE")
    stacks.update_stack(StackName=_STACK, TemplateBody=_template("two"))
    yield from _expect(stacks, "UPDATE_COMPLETE")
    stacks.update_stack(StackName=_STACK, TemplateBody=_template("three", Spoilt=True))
    yield from _expect(stacks, "UPDATE_ROLLBACK_COMPLETE")
    definition = sagemaker.describe_pipeline(PipelineName=_PIPELINE)["PipelineDefinition"]
    if "two" not in definition:
        yield f"after a failed update the pipeline is not what it was: {definition}"
    stack_id = stacks.describe_stacks(StackName=_STACK)["Stacks"][0]["StackId"]
    stacks.delete_stack(StackName=_STACK)
    yield from _expect(stacks, "DELETE_COMPLETE", stack_id)
    if any(bucket["Name"] == _BUCKET for bucket in storage.list_buckets()["Buckets"]):
        yield "a deleted stack left its bucket behind"


def _expect(stacks: Value, status: str, name: str = _STACK) -> Iterator[str]:
    deadline = time.monotonic() + _TIMEOUT_SECONDS
    stack: Record = stacks.describe_stacks(StackName=name)["Stacks"][0]
    while stack["StackStatus"].endswith("IN_PROGRESS") and time.monotonic() < deadline:
        time.sleep(0.02)
        stack = stacks.describe_stacks(StackName=name)["Stacks"][0]
    if stack["StackStatus"] != status:
        yield f"a stack came to {stack['StackStatus']} instead of {status}: {stack.get('StackStatusReason', '')}"


def _template(text: str, **more: Value) -> str:
    body = {"Fn::Sub": json.dumps({"Version": "2020-12-01", "Metadata": {"Text": text}, "Steps": []})}
    pipeline = {"PipelineName": _PIPELINE, "RoleArn": _ROLE, "PipelineDefinition": {"PipelineDefinitionBody": body}}
    return json.dumps(
        {
            "Resources": {
                "Bucket": {"Type": "AWS::S3::Bucket", "Properties": {"BucketName": _BUCKET}},
                "Pipeline": {
                    "Type": "AWS::SageMaker::Pipeline",
                    "DependsOn": "Bucket",
                    "Properties": {**pipeline, **more},
                },
            }
        }
    )


def misfit(fault: str) -> str:
    """Return a sentence that says what does not fit and what to do."""
    from moto import __version__ as installed

    advice = (
        ""
        if installed == PINNED_MOTO
        else f" Install moto {PINNED_MOTO}, for which it is made; {installed} is installed."
    )
    return f"The sandbox's self-test failed: {fault}.{advice}"
