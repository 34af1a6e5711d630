"""Lambda functions of ours: their code as an archive, and what they may do."""

from typing import Annotated

from pydantic import Field

from designer.catalog.archives import folder_beside, zipped
from designer.catalog.form import Form
from designer.catalog.naming import asset_key, logical_id
from designer.catalog.needs import Asset, Function, Statement
from designer.catalog.placed import Placed
from designer.catalog.requests import arn, refuse_run_time, resolved, texts
from designer.catalog.settings import Settings
from designer.catalog.tasks import TaskSettings
from designer.catalog.values import (
    Deployed,
    Value,
    is_expression,
    joined,
)

_REGION = Deployed("Region")
INLINE_MODULE = "index"


class Grant(Settings):
    """What a function may do beyond its own bucket."""

    actions: tuple[str, ...] = Field(description="IAM actions, such as dynamodb:GetItem.")
    resources: tuple[str, ...] = Field(description="ARNs that the actions may touch.")


class FunctionSettings(TaskSettings):
    """A function of ours."""

    code: Annotated[str, Form(editor="code", language="python", group="Code")] = Field(
        default="",
        description="Python code with a function handler(event, context), kept in the document itself.",
    )
    folder: Annotated[str, Form(editor="folder", group="Code")] = Field(
        default="", description="A folder beside the document whose files become the function."
    )
    handler: Annotated[str, Form(group="Code", placeholder="app.handler", advanced=True)] = Field(
        default="",
        description="Module and function that answer. Empty: index.handler for code, app.handler for folders.",
    )
    runtime: Annotated[str, Form(shape="lambda:CreateFunction:Runtime", group="Code", advanced=True)] = Field(
        default="python3.12", description="The language and version that the code is written for."
    )
    timeout_seconds: Annotated[int, Form(editor="number", unit="s", group="Limits", advanced=True)] = Field(
        default=120, ge=1, le=900, description="The function is stopped after this time."
    )
    memory_mb: Annotated[int, Form(editor="number", unit="MB", group="Limits", advanced=True)] = Field(
        default=256, ge=128, le=10_240, description="Memory; more memory also means a faster processor."
    )
    environment: Annotated[dict[str, str], Form(editor="table", group="Code", advanced=True)] = Field(
        default_factory=dict, description="Environment variables. Never put a password here: name a secret instead."
    )
    uses_bucket: Annotated[bool, Form(editor="flag", group="Permissions", advanced=True)] = Field(
        default=True,
        description="May read and write in the pipeline's bucket, whose name is in the variable ARTIFACT_BUCKET.",
    )
    grants: Annotated[tuple[Grant, ...], Form(editor="rows", group="Permissions", advanced=True)] = Field(
        default=(), description="What else the function may do: actions and the resources they may touch."
    )


def our_function(placed: Placed, settings: FunctionSettings) -> tuple[Function, Asset]:
    """Return the function that the template makes, and its code."""
    if bool(settings.code) == bool(settings.folder):
        raise ValueError("Give either code or a folder that holds it.")
    members = (
        {f"{INLINE_MODULE}.py": settings.code.encode()}
        if settings.code
        else folder_beside(placed.files, settings.folder)
    )
    content = zipped(members)
    asset = Asset(key=asset_key(content, f"{placed.id}.zip"), content=content)
    environment = {name: value_of(value) for name, value in texts(placed, settings.environment).items()}
    for name, value in environment.items():
        refuse_run_time(f"The variable '{name}'", value)
    if settings.uses_bucket:
        environment["ARTIFACT_BUCKET"] = Deployed("ArtifactBucket")
    function = Function(
        logical_id=logical_id(placed.id, "Function"),
        node=placed.id,
        runtime=settings.runtime,
        handler=settings.handler or (f"{INLINE_MODULE}.handler" if settings.code else "app.handler"),
        asset_key=asset.key,
        timeout_seconds=settings.timeout_seconds,
        memory_mb=settings.memory_mb,
        environment=environment,
        statements=tuple(_statements(placed, settings)),
    )
    return function, asset


def function_arn(function: Value, region: Value = _REGION) -> Value:
    """Return the ARN of a function that exists, given by name or by ARN."""
    if not is_expression(function) and str(function).startswith("arn:"):
        return function
    return arn("lambda", joined("function:", function), region=region)


def value_of(value: object) -> Value:
    """Return a value that is known to be single as one."""
    return value  # type: ignore[return-value]  # tables of text hold nothing else


def bucket_statements(reason: str) -> tuple[Statement, ...]:
    """Return what reading and writing in the pipeline's bucket, and reading its assets, takes."""
    bucket = Deployed("ArtifactBucket")
    return (
        Statement(
            actions=("s3:GetObject", "s3:PutObject"),
            resources=(arn("s3", joined(bucket, "/*"), regional=False),),
            reason=reason,
        ),
        Statement(
            actions=("s3:GetObject",),
            resources=(arn("s3", joined(Deployed("AssetsBucket"), "/assets/*"), regional=False),),
            reason=reason,
        ),
        Statement(actions=("s3:ListBucket",), resources=(arn("s3", bucket, regional=False),), reason=reason),
    )


def _statements(placed: Placed, settings: FunctionSettings) -> list[Statement]:
    found = list(bucket_statements(f"{placed.id} reads and writes the pipeline's data")) if settings.uses_bucket else []
    for grant in settings.grants:
        resources = tuple(resolved(placed, one) for one in grant.resources)
        refuse_run_time("The resource of a grant", resources)
        found.append(Statement(actions=grant.actions, resources=resources, reason=f"{placed.id} asks for it"))
    return found
