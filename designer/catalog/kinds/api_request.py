"""API request: calls an API of API Gateway in the account."""

from typing import Annotated, Literal

from pydantic import Field

from designer.catalog.answers import Answered
from designer.catalog.form import Form
from designer.catalog.http_answers import Method, requested, response_ports
from designer.catalog.kind import Category, Kind
from designer.catalog.named_ports import table_with_joined_values, values_input
from designer.catalog.needs import Statement
from designer.catalog.placed import Lowered, Placed
from designer.catalog.ports import fixed
from designer.catalog.requests import arn, resolved, settings_of, without_empty
from designer.catalog.settings_types import Plain
from designer.catalog.steps import NativeTask
from designer.catalog.tasks import CatchingSettings
from designer.catalog.values import Deployed, Value, joined


class ApiRequestSettings(CatchingSettings):
    """Which API, and what is sent."""

    api_id: Annotated[str, Form(shape="apigateway:GetRestApi:restApiId", group="Request")] = Field(
        min_length=1, description="The id of the API, such as a1b2c3."
    )
    stage: Annotated[str, Form(group="Request", placeholder="live")] = Field(
        default="", description="The stage; an HTTP API may have none."
    )
    path: Annotated[str, Form(group="Request", placeholder="/models")] = Field(
        default="/", pattern=r"^/", description="The path of the resource."
    )
    method: Annotated[Method, Form(editor="choice", group="Request")] = Field(
        default="GET", description="What is done there."
    )
    authorization: Annotated[
        Literal["IAM_ROLE", "NO_AUTH", "RESOURCE_POLICY"], Form(editor="choice", group="Request")
    ] = Field(
        default="IAM_ROLE",
        description="How the API knows who calls: by the machine's role, not at all, or by its policy.",
    )
    headers: Annotated[dict[str, str], Form(editor="table", group="Request", advanced=True)] = Field(
        default_factory=dict, description="Headers of the request. Never put a password or key here."
    )
    query: Annotated[dict[str, str], Form(editor="table", group="Request")] = Field(
        default_factory=dict, description="Parameters of the address."
    )
    body: Annotated[dict[str, Plain], Form(editor="table", group="Request")] = Field(
        default_factory=dict, description="What is sent, as names and values. Values joined to the input are added."
    )
    answers: Annotated[dict[str, Answered], Form(editor="table", group="Answer")] = Field(
        default_factory=dict, description="Names of values in the JSON that comes back. Each is an output."
    )
    timeout_seconds: Annotated[int, Form(editor="number", unit="s", group="Limits", advanced=True)] = Field(
        default=60, ge=1, le=300, description="The answer is waited for no longer than this."
    )


def lower(placed: Placed) -> Lowered:
    """Make a task that calls the API."""
    settings = settings_of(placed, ApiRequestSettings)
    api = resolved(placed, settings.api_id)
    body = table_with_joined_values(placed, settings.body)
    arguments = without_empty(
        {
            "ApiEndpoint": joined(api, ".execute-api.", Deployed("Region"), ".amazonaws.com"),
            "Method": settings.method,
            "Stage": resolved(placed, settings.stage),
            "Path": resolved(placed, settings.path),
            "AuthType": settings.authorization,
            "Headers": {name: [resolved(placed, one)] for name, one in settings.headers.items()},
            "QueryParameters": {name: [resolved(placed, one)] for name, one in settings.query.items()},
            "RequestBody": body,
        }
    )
    task = NativeTask(
        id=placed.id,
        node=placed.id,
        integration="apigateway:invoke",
        arguments=arguments,
        statements=_statements(placed, settings, api),
        timeout_seconds=settings.timeout_seconds,
    )
    return requested(placed, task, settings.answers)


def _statements(placed: Placed, settings: ApiRequestSettings, api: Value) -> tuple[Statement, ...]:
    if settings.authorization == "NO_AUTH":
        return ()
    stage = resolved(placed, settings.stage) or "*"
    resource = arn("execute-api", joined(api, "/", stage, "/", settings.method, resolved(placed, settings.path)))
    return (Statement(actions=("execute-api:Invoke",), resources=(resource,), reason=f"{placed.id}: call the API"),)


KIND = Kind(
    id="api_request",
    title="API request",
    summary="Calls an API of API Gateway in the account.",
    category=Category.CONTROL,
    settings=ApiRequestSettings,
    lower=lower,
    inputs=fixed(values_input("Values that go into the body.")),
    outputs=response_ports,
)
