"""HTTP request: calls an API on the internet, with the credentials of a connection."""

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
from designer.catalog.values import Value, is_expression


class HttpRequestSettings(CatchingSettings):
    """Which API, with whose credentials, and what is sent."""

    url: Annotated[str, Form(group="Request", placeholder="https://api.example.com/v1/models")] = Field(
        min_length=1, description="The address. References may stand in it."
    )
    method: Annotated[Method, Form(editor="choice", group="Request")] = Field(
        default="GET", description="What is done at the address."
    )
    connection_arn: Annotated[str, Form(group="Request", placeholder="arn:aws:events:...:connection/...")] = Field(
        min_length=1,
        description="A connection of EventBridge, which holds the credentials. Never put a password or key into headers here.",
    )
    headers: Annotated[dict[str, str], Form(editor="table", group="Request", advanced=True)] = Field(
        default_factory=dict, description="Headers beside those of the connection."
    )
    query: Annotated[dict[str, Plain], Form(editor="table", group="Request")] = Field(
        default_factory=dict, description="Parameters of the address."
    )
    body: Annotated[dict[str, Plain], Form(editor="table", group="Request")] = Field(
        default_factory=dict, description="What is sent, as names and values. Values joined to the input are added."
    )
    body_encoding: Annotated[Literal["json", "form"], Form(editor="choice", group="Request", advanced=True)] = Field(
        default="json", description="Send the body as JSON, or as a form of a web page does."
    )
    answers: Annotated[dict[str, Answered], Form(editor="table", group="Answer")] = Field(
        default_factory=dict, description="Names of values in the JSON that comes back. Each is an output."
    )
    timeout_seconds: Annotated[int, Form(editor="number", unit="s", group="Limits", advanced=True)] = Field(
        default=60, ge=1, le=60, description="The answer is waited for no longer than this; Step Functions allows 60 s."
    )


def lower(placed: Placed) -> Lowered:
    """Make a task that calls the address."""
    settings = settings_of(placed, HttpRequestSettings)
    if not (settings.url.startswith("https://") or "${" in settings.url):
        raise ValueError("The address must begin with https://.")
    url, connection = resolved(placed, settings.url), resolved(placed, settings.connection_arn)
    body = table_with_joined_values(placed, settings.body)
    if body and settings.method in {"GET", "HEAD"}:
        raise ValueError(f"{settings.method} sends no body. Choose another method, or send the values in the query.")
    as_form = settings.body_encoding == "form" and bool(body)
    arguments = without_empty(
        {
            "ApiEndpoint": url,
            "Method": settings.method,
            "Authentication": {"ConnectionArn": connection},
            "Headers": {
                **({"Content-Type": "application/x-www-form-urlencoded"} if as_form else {}),
                **{name: resolved(placed, one) for name, one in settings.headers.items()},
            },
            "QueryParameters": {name: resolved(placed, one) for name, one in settings.query.items()},
            "RequestBody": body,
            "Transform": {"RequestBodyEncoding": "URL_ENCODED"} if as_form else {},
        }
    )
    task = NativeTask(
        id=placed.id,
        node=placed.id,
        integration="http:invoke",
        arguments=arguments,
        statements=_statements(placed, settings, url, connection),
        timeout_seconds=settings.timeout_seconds,
    )
    return requested(placed, task, settings.answers)


def _statements(placed: Placed, settings: HttpRequestSettings, url: Value, connection: Value) -> tuple[Statement, ...]:
    conditions: dict[str, dict[str, object]] = {"StringEquals": {"states:HTTPMethod": settings.method}}
    if not is_expression(url):
        conditions["StringLike"] = {"states:HTTPEndpoint": f"{url}*"}
    credentials = ("secretsmanager:GetSecretValue", "secretsmanager:DescribeSecret")
    return (
        Statement(
            actions=("states:InvokeHTTPEndpoint",),
            resources=("*",),
            reason=f"{placed.id}: call the address",
            conditions=conditions,
        ),
        Statement(
            actions=("events:RetrieveConnectionCredentials",),
            resources=(connection,),
            reason=f"{placed.id}: use the connection",
        ),
        Statement(
            actions=credentials,
            resources=(arn("secretsmanager", "secret:events!connection/*"),),
            reason=f"{placed.id}: read the credentials of the connection",
        ),
    )


KIND = Kind(
    id="http_request",
    title="HTTP request",
    summary="Calls an API on the internet with the credentials of an EventBridge connection.",
    category=Category.CONTROL,
    settings=HttpRequestSettings,
    lower=lower,
    inputs=fixed(values_input("Values that go into the body.")),
    outputs=response_ports,
)
