"""The README beside an export: what the files are, and the exact commands to deploy and run by hand."""

import json

from designer.catalog.needs import Asset
from designer.catalog.steps import Approval
from designer.workflow.model import Workflow
from exporters.stepfunctions.machine_name import machine_name


def readme(workflow: Workflow) -> str:
    """Return the text of `README.md`."""
    has_assets = any(isinstance(need, Asset) for need in workflow.needs)
    parts = [_files(workflow, has_assets=has_assets), _deploy(workflow, has_assets=has_assets), _run(workflow)]
    if any(isinstance(step, Approval) for step in workflow.steps):
        parts.append(_approve(workflow))
    return "\n".join([*parts, _remove(workflow)])


def _files(workflow: Workflow, *, has_assets: bool) -> str:
    return _lines(
        f"# {workflow.name}",
        "",
        *([workflow.description, ""] if workflow.description else []),
        "A state machine for AWS Step Functions, written by Pipeline Designer.",
        "",
        "| file | what it is |",
        "|---|---|",
        "| `template.yaml` | CloudFormation: the state machine, its roles and all that it needs |",
        "| `state_machine.asl.json` | the definition; the template fills in `${...}` |",
        *(["| `code/` | the code that the steps run; its folders are named by content |"] if has_assets else []),
    )


def _deploy(workflow: Workflow, *, has_assets: bool) -> str:
    region = workflow.region
    return _lines(
        "## Deploy",
        "",
        "Choose a bucket in the same region for code and templates:",
        "",
        "```sh",
        "export ASSETS_BUCKET=your-bucket",
        *([f"aws s3 cp code/ s3://$ASSETS_BUCKET/assets/ --recursive --region {region}"] if has_assets else []),
        f"aws cloudformation deploy --stack-name {_stack(workflow)} --template-file template.yaml \\",
        "  --s3-bucket $ASSETS_BUCKET --parameter-overrides AssetsBucket=$ASSETS_BUCKET \\",
        f"  --capabilities CAPABILITY_NAMED_IAM --region {region}",
        "```",
        "",
        "To use a role or a bucket that exists, add `ExistingRoleArn=...` or `ExistingBucket=...` to the overrides.",
    )


def _run(workflow: Workflow) -> str:
    given = {one.name: "..." for one in workflow.parameters if one.default is None}
    return _lines(
        "## Run",
        "",
        "```sh",
        f"MACHINE=$(aws cloudformation describe-stacks --stack-name {_stack(workflow)} --region {workflow.region} \\",
        "  --query \"Stacks[0].Outputs[?OutputKey=='PipelineArn'].OutputValue\" --output text)",
        f"aws stepfunctions start-execution --state-machine-arn $MACHINE --region {workflow.region} \\",
        f"  --input '{json.dumps(given)}'",
        f"aws stepfunctions list-executions --state-machine-arn $MACHINE --region {workflow.region}",
        "```",
    )


def _approve(workflow: Workflow) -> str:
    return _lines(
        "## Approve",
        "",
        "An approval waits for its task token, which the message or event holds:",
        "",
        "```sh",
        f"aws stepfunctions send-task-success --region {workflow.region} --task-output '{{}}' --task-token TOKEN",
        f"aws stepfunctions send-task-failure --region {workflow.region} --error Rejected --task-token TOKEN",
        "```",
    )


def _remove(workflow: Workflow) -> str:
    command = f"aws cloudformation delete-stack --stack-name {_stack(workflow)} --region {workflow.region}"
    return _lines("## Remove", "", "```sh", command, "```")


def _stack(workflow: Workflow) -> str:
    return machine_name(workflow).replace("_", "-")


def _lines(*lines: str) -> str:
    return "\n".join((*lines, ""))
