"""Deploy to Lambda: new code, or a new container image, for a function that serves a model."""

from typing import Annotated

from pydantic import Field

from designer.catalog.archives import folder_beside, zipped
from designer.catalog.form import Form
from designer.catalog.functions import FunctionSettings, our_function
from designer.catalog.kind import Category, Kind
from designer.catalog.naming import asset_key
from designer.catalog.needs import Asset, Need
from designer.catalog.placed import Lowered, Placed
from designer.catalog.ports import Port, PortType, fixed
from designer.catalog.requests import one_input, resolved, settings_of, texts
from designer.catalog.steps import Call, Wait
from designer.catalog.values import Deployed, StepOutput, Value

WAIT = Wait(
    describe="GetFunctionConfiguration",
    identifier="FunctionName",
    status=("LastUpdateStatus",),
    succeeded=("Successful",),
    failed=("Failed",),
    reason=("LastUpdateStatusReason",),
    poll_seconds=5,
)


class DeployLambdaSettings(FunctionSettings):
    """Which function gets what."""

    function: Annotated[str, Form(shape="lambda:UpdateFunctionCode:FunctionName", group="Function")] = Field(
        default="",
        description="Name or ARN of a function that exists. Empty: the pipeline makes one of the code below.",
    )


def lower(placed: Placed) -> Lowered:
    """Make one UpdateFunctionCode request, after one for the environment when a model is joined."""
    settings = settings_of(placed, DeployLambdaSettings)
    name, code, needs = _code(placed, settings)
    update = Call(
        id=placed.id,
        node=placed.id,
        service="lambda",
        operation="UpdateFunctionCode",
        request={"FunctionName": name, **code, "Publish": True},
        wait=WAIT,
        timeout_seconds=600,
    )
    outputs = {"function": StepOutput(placed.id, ("FunctionArn",))}
    return Lowered(steps=(*_environment(placed, settings, name), update), outputs=outputs, needs=needs)


def _code(placed: Placed, settings: DeployLambdaSettings) -> tuple[Value, dict[str, object], tuple[Need, ...]]:
    image = one_input(placed, "image")
    if not settings.function:
        if image != "":
            raise ValueError("An image can only be given to a function that exists: name it in 'function'.")
        function, asset = our_function(placed, settings)
        return Deployed(f"{function.logical_id}Arn"), _in_bucket(asset), (asset, function)
    name = resolved(placed, settings.function)
    if image != "":
        return name, {"ImageUri": image}, ()
    if not settings.folder:
        raise ValueError("Give a folder with the new code, or join an image.")
    content = zipped(folder_beside(placed.files, settings.folder))
    asset = Asset(key=asset_key(content, f"{placed.id}.zip"), content=content)
    return name, _in_bucket(asset), (asset,)


def _in_bucket(asset: Asset) -> dict[str, object]:
    return {"S3Bucket": Deployed("AssetsBucket"), "S3Key": asset.key}


def _environment(placed: Placed, settings: DeployLambdaSettings, name: Value) -> tuple[Call, ...]:
    model = one_input(placed, "model")
    if model == "":
        return ()
    variables = texts(placed, settings.environment) | {"MODEL_URI": model}
    if not settings.function and settings.uses_bucket:
        variables["ARTIFACT_BUCKET"] = Deployed("ArtifactBucket")
    call = Call(
        id=f"{placed.id}-settings",
        node=placed.id,
        service="lambda",
        operation="UpdateFunctionConfiguration",
        request={"FunctionName": name, "Environment": {"Variables": variables}},
        wait=WAIT,
        timeout_seconds=600,
    )
    return (call,)


KIND = Kind(
    id="deploy_lambda",
    title="Deploy to Lambda",
    summary="Gives a Lambda function new code or a new image, and tells it which model to serve.",
    category=Category.DEPLOY,
    settings=DeployLambdaSettings,
    lower=lower,
    inputs=fixed(
        Port(
            name="model",
            type=PortType.MODEL_ARTIFACT,
            title="Model file",
            help="The model to serve: its address is in the function's variable MODEL_URI. The function's other "
            "variables are replaced by those set here.",
        ),
        Port(name="image", type=PortType.IMAGE, title="Image", help="A container image for a function made of one."),
    ),
    outputs=fixed(Port(name="function", type=PortType.VALUE, title="Function", help="The ARN of the function.")),
)
