"""The text of an export's README that is the same around every engine.

An exporter gives what is its own (`Readme`).
"""

import json
import shlex
from collections.abc import Iterable
from dataclasses import dataclass

from designer.catalog.needs import Asset, BuildProject, Function, GitTrigger, Need, ObjectTrigger, Statement, Topic
from designer.catalog.values import ParameterValue
from designer.workflow.arn_patterns import pattern_of
from designer.workflow.data_permissions import unknown_locations
from designer.workflow.model import Workflow
from designer.workflow.permissions import calls_of, watched_buckets
from designer.workflow.support import Level, Support
from exporters.cloudformation.engine import EngineResource


@dataclass(frozen=True, slots=True, kw_only=True)
class Readme:
    """What an engine adds: title, files as (path, what it is), the commands that run it, and how nodes are taken.

    `brings_code` is set when the engine uploads an archive of its own beside the workflow's assets.
    """

    title: str
    files: tuple[tuple[str, str], ...]
    run: tuple[str, ...]
    support: tuple[Support, ...] = ()
    more: str = ""
    brings_code: bool = False


def readme_text(workflow: Workflow, engine: EngineResource, statements: tuple[Statement, ...], readme: Readme) -> str:
    """Return the whole README as Markdown; `statements` say what the execution role may do."""
    sections = (
        _opening(workflow, readme),
        _deploy(workflow, has_code=_has_code(workflow, readme)),
        _before_first_run(workflow, engine),
        _commands("Run", readme.run),
        readme.more,
        _lowered(readme.support),
        _permissions(workflow, engine, statements),
        _remove(workflow),
    )
    return "\n\n".join(section.strip("\n") for section in sections if section) + "\n"


def stack_name(workflow: Workflow) -> str:
    """Return the name that the commands give the stack."""
    letters = "".join(letter if letter.isascii() and letter.isalnum() else "-" for letter in workflow.name)
    return (letters.strip("-") or "pipeline")[:100]


def _opening(workflow: Workflow, readme: Readme) -> str:
    lines = [f"# {workflow.name}", ""]
    if workflow.description:
        lines += [workflow.description, ""]
    lines += [f"A pipeline for {readme.title}, written by Pipeline Designer.", "", "| file | what it is |", "|---|---|"]
    code = (("code/", "the code that the steps run; its folders are named by content"),)
    files = (*readme.files, *(code if _has_code(workflow, readme) else ()))
    return "\n".join([*lines, *(f"| `{path}` | {meaning} |" for path, meaning in files)])


def _has_code(workflow: Workflow, readme: Readme) -> bool:
    return readme.brings_code or any(isinstance(need, Asset) for need in workflow.needs)


def _deploy(workflow: Workflow, *, has_code: bool) -> str:
    region = workflow.region
    uploads = [f"aws s3 cp code/ s3://$ASSETS_BUCKET/assets/ --recursive --region {region}"] if has_code else []
    commands = (
        "export ASSETS_BUCKET=your-bucket",
        *uploads,
        f"aws cloudformation deploy --stack-name {stack_name(workflow)} --template-file template.yaml \\",
        f"  --s3-bucket $ASSETS_BUCKET --capabilities CAPABILITY_IAM --region {region}{_tags(workflow)} \\",
        "  --parameter-overrides AssetsBucket=$ASSETS_BUCKET",
    )
    text = f"Choose a bucket in {region} for the code and the template."
    existing = (
        "Where you may not make roles or buckets, add `ExistingRoleArn=...` or `ExistingBucket=...` to the overrides. "
        "The role then serves for everything below."
    )
    return f"{_commands('Deploy', commands, before=text)}\n\n{existing}"


def _tags(workflow: Workflow) -> str:
    tags = workflow.document.settings.get("tags")
    if not isinstance(tags, dict) or not tags:
        return ""
    return " \\\n  --tags " + " ".join(shlex.quote(f"{key}={value}") for key, value in tags.items())


def _before_first_run(workflow: Workflow, engine: EngineResource) -> str:
    """Return what a person must do once after deployment, or nothing."""
    needs = (*workflow.needs, *engine.needs)
    steps = [*_notifications(workflow), *_connections(needs), *_confirmations(needs), *_unknown(workflow)]
    return "\n\n".join(["## Before the first run", *steps]) if steps else ""


def _notifications(workflow: Workflow) -> Iterable[str]:
    setting = json.dumps({"EventBridgeConfiguration": {}})
    for trigger in watched_buckets(workflow):
        bucket = _bucket_name(trigger, workflow)
        get = f"aws s3api get-bucket-notification-configuration --bucket {bucket} --region {workflow.region}"
        put = f"aws s3api put-bucket-notification-configuration --bucket {bucket} --region {workflow.region} \\"
        yield (
            f"`{trigger.node}` waits for objects in `{bucket}`, which is not part of this template. Let that bucket "
            "tell EventBridge. The second command replaces what the first one shows: add that to the setting.\n\n"
            f"```sh\n{get}\n{put}\n  --notification-configuration '{setting}'\n```"
        )


def _bucket_name(trigger: ObjectTrigger, workflow: Workflow) -> str:
    if isinstance(trigger.bucket, ParameterValue):
        return next((str(one.default) for one in workflow.parameters if one.name == trigger.bucket.name), "your-bucket")
    return pattern_of(trigger.bucket)


def _connections(needs: Iterable[Need]) -> Iterable[str]:
    for need in needs:
        if isinstance(need, GitTrigger) and need.provider == "connection" and not need.connection_arn:
            yield (
                f"The connection of `{need.node}` to {need.connection_provider} waits for your consent: in the "
                "console open *Developer Tools, Settings, Connections* and choose *Update pending connection*."
            )


def _confirmations(needs: Iterable[Need]) -> Iterable[str]:
    for need in needs:
        if isinstance(need, Topic) and need.emails:
            people = ", ".join(need.emails)
            yield f"{people}: confirm the subscription that AWS sends by mail, else `{need.node}` reaches nobody."


def _unknown(workflow: Workflow) -> Iterable[str]:
    for name in unknown_locations(workflow, calls_of(workflow)):
        if "." in name:
            yield (
                f"`{name}` names places in S3 that are known in the run only, so the role `ExecutionRole` cannot be "
                "given access to them beforehand. Add the permission yourself, or write the items out."
            )
            continue
        yield (
            f"The parameter `{name}` names a place in S3 and has no default, so the role `ExecutionRole` cannot be "
            "given access to it beforehand. Give the parameter a default, or add the permission yourself."
        )


def _lowered(support: Iterable[Support]) -> str:
    rows = [f"| `{one.node}` | {one.reason} |" for one in support if one.level is Level.LOWERED]
    return "\n".join(["## How nodes are taken", "", "| node | how |", "|---|---|", *rows]) if rows else ""


def _permissions(workflow: Workflow, engine: EngineResource, jobs: tuple[Statement, ...]) -> str:
    """Return which role may do what, and why; with the services that one existing role would have to trust."""
    roles: list[tuple[str, str, tuple[Statement, ...]]] = [
        ("EngineRole", engine.role_service, engine.statements),
    ]
    if calls_of(workflow) or workflow.statements:
        roles.append(("ExecutionRole", "sagemaker.amazonaws.com", jobs))
    for need in (*workflow.needs, *engine.needs):
        if isinstance(need, Function):
            roles.append((f"{need.logical_id}Role", "lambda.amazonaws.com", need.statements))
        elif isinstance(need, BuildProject):
            roles.append((f"{need.logical_id}Role", "codebuild.amazonaws.com", need.statements))
    lines = ["## Permissions", "", "| role | may | because |", "|---|---|---|"]
    for name, _, statements in roles:
        lines += [f"| `{name}` | {_actions(statement)} | {_cell(statement.reason)} |" for statement in statements]
    services = dict.fromkeys(service for _, service, _ in roles)
    trust = ", ".join(f"`{service}`" for service in (*services, "events.amazonaws.com", "scheduler.amazonaws.com"))
    return "\n".join(
        [*lines, "", f"A role of your own, given as `ExistingRoleArn`, must trust {trust} where they are used."]
    )


def _actions(statement: Statement) -> str:
    return ", ".join(f"`{action}`" for action in statement.actions)


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def _remove(workflow: Workflow) -> str:
    stack, region = stack_name(workflow), workflow.region
    commands = (
        f"aws cloudformation describe-stacks --stack-name {stack} --region {region} \\",
        "  --query \"Stacks[0].Outputs[?OutputKey=='ArtifactBucket'].OutputValue\" --output text",
        f"aws cloudformation delete-stack --stack-name {stack} --region {region}",
    )
    text = "CloudFormation deletes a bucket only when it is empty, old versions included. The first command names it."
    return _commands("Remove", commands, before=text)


def _commands(title: str, commands: Iterable[str], before: str = "") -> str:
    lines = [f"## {title}", ""]
    if before:
        lines += [before, ""]
    return "\n".join([*lines, "```sh", *commands, "```"])
