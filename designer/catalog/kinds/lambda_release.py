"""Lambda release: gives a function new code, and moves an alias to it at once or step by step."""

from typing import Annotated

from pydantic import Field

from designer.catalog.delivery import DeliverySettings, delivered, here, needs, source_input
from designer.catalog.form import Form
from designer.catalog.kind import Category, Kind
from designer.catalog.placed import Lowered, Placed
from designer.catalog.ports import Port, PortType, fixed
from designer.catalog.requests import resolved, settings_of
from designer.catalog.steps import Action
from designer.catalog.values import joined

_VERSION = "FunctionVersion"
_ACTIONS = (
    "lambda:GetAlias",
    "lambda:GetFunctionConfiguration",
    "lambda:GetProvisionedConcurrencyConfig",
    "lambda:PublishVersion",
    "lambda:UpdateAlias",
    "lambda:UpdateFunctionCode",
)


class LambdaReleaseSettings(DeliverySettings):
    """Which function, and how its callers are moved."""

    function: Annotated[str, Form(shape="lambda:UpdateFunctionCode:FunctionName")] = Field(
        min_length=1, description="The name of a function that exists and has a version."
    )
    alias: Annotated[str, Form(shape="lambda:UpdateAlias:Name")] = Field(
        default="", description="The alias that is moved to the new version. Empty: a version is published, no more."
    )
    target_version: Annotated[str, Form(advanced=True)] = Field(
        default="", description="A published version to move the alias to, instead of code from an artifact."
    )
    strategy: Annotated[str, Form(placeholder="Canary10Percent5Minutes")] = Field(
        default="",
        pattern=r"^$|^AllAtOnce$|^Canary\d{1,2}Percent\d+Minutes?$|^Linear\d{1,2}PercentEvery\d+Minutes?$|^\$\{.+\}$",
        description="How callers are moved: AllAtOnce, Canary10Percent5Minutes, Linear10PercentEvery1Minute. Empty: at "
        "once.",
    )
    alarms: Annotated[tuple[str, ...], Form(editor="list", advanced=True)] = Field(
        default=(), description="Alarms of CloudWatch that stop the release and move everybody back."
    )


def lower(placed: Placed) -> Lowered:
    """Make a Lambda deploy action."""
    settings = settings_of(placed, LambdaReleaseSettings)
    if bool(settings.target_version) is bool(placed.inputs.get("source")):
        raise ValueError("Join an artifact with the code, or name a version that is published: one of the two.")
    if not settings.alias and (settings.strategy or settings.target_version):
        raise ValueError("A strategy or a version is for an alias. Name the alias.")
    function = resolved(placed, settings.function)
    action = Action(
        category="Deploy",
        provider="Lambda",
        configuration={
            "FunctionName": function,
            "FunctionAlias": resolved(placed, settings.alias),
            "PublishedTargetVersion": resolved(placed, settings.target_version),
            "DeployStrategy": resolved(placed, settings.strategy),
            "Alarms": ",".join(settings.alarms),
        },
    )
    of_function = here(placed, "lambda", joined("function:", function))
    allowed = [needs(placed, "release the function", _ACTIONS, of_function, joined(of_function, ":*"))]
    if settings.alarms:
        alarms = (here(placed, "cloudwatch", joined("alarm:", resolved(placed, one))) for one in settings.alarms)
        allowed.append(needs(placed, "look at the alarms", ("cloudwatch:DescribeAlarms",), *alarms))
    return delivered(placed, action, tuple(allowed), (_VERSION,))


KIND = Kind(
    id="lambda_release",
    title="Lambda release",
    summary="Gives a function the code of an artifact, and moves an alias to it at once or step by step.",
    category=Category.DEPLOY,
    settings=LambdaReleaseSettings,
    lower=lower,
    inputs=fixed(source_input("The code of the function.", required=False)),
    outputs=fixed(Port(name=_VERSION, type=PortType.VALUE, title="Version", help="The version that was released.")),
)
