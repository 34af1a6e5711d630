"""Bedrock model: asks a foundation model and gives its answer."""

from typing import Annotated

from pydantic import Field

from designer.catalog.form import Form
from designer.catalog.kind import Category, Kind
from designer.catalog.placed import Lowered, Placed
from designer.catalog.ports import Port, PortType, fixed
from designer.catalog.requests import resolved, settings_of
from designer.catalog.steps import Call
from designer.catalog.tasks import TaskSettings
from designer.catalog.values import Deployed, StepOutput, Value, joined

_SHAPE = "bedrock-runtime:Converse:"


class BedrockInvokeSettings(TaskSettings):
    """Which model, and what it is asked."""

    model: Annotated[str, Form(shape=_SHAPE + "modelId", group="Model", placeholder="amazon.nova-lite-v1:0")] = Field(
        min_length=1, description="The id of a model that the account may use, or the ARN of an inference profile."
    )
    prompt: Annotated[str, Form(editor="multiline", group="Model")] = Field(
        min_length=1, description="What the model is asked. References may stand in it."
    )
    system: Annotated[str, Form(editor="multiline", group="Model", advanced=True)] = Field(
        default="", description="How the model should behave."
    )
    max_tokens: Annotated[int, Form(editor="number", group="Model", advanced=True)] = Field(
        default=1024, ge=1, description="The answer has so many tokens at most."
    )


def lower(placed: Placed) -> Lowered:
    """Make one Converse request."""
    settings = settings_of(placed, BedrockInvokeSettings)
    request: dict[str, object] = {
        "modelId": resolved(placed, settings.model),
        "messages": [{"role": "user", "content": [{"text": resolved(placed, settings.prompt)}]}],
        "inferenceConfig": {"maxTokens": settings.max_tokens},
    }
    if settings.system:
        request["system"] = [{"text": resolved(placed, settings.system)}]
    call = Call(
        id=placed.id,
        node=placed.id,
        service="bedrock-runtime",
        operation="Converse",
        request=request,
        resources=_profile(request["modelId"]),
        timeout_seconds=300,
    )
    answer = StepOutput(placed.id, ("output", "message", "content", 0, "text"))
    return Lowered(steps=(call,), outputs={"answer": answer})


def _profile(model: object) -> tuple[Value, ...]:
    """Return what an inference profile may touch: itself, and the models that it leads to in any region."""
    if not str(model).startswith("arn:"):
        return ()
    return (str(model), joined("arn:", Deployed("Partition"), ":bedrock:*::foundation-model/*"))


KIND = Kind(
    id="bedrock_invoke",
    title="Bedrock model",
    summary="Asks a foundation model in Amazon Bedrock, and gives its answer.",
    category=Category.PREPARE,
    settings=BedrockInvokeSettings,
    lower=lower,
    outputs=fixed(Port(name="answer", type=PortType.VALUE, title="Answer", help="What the model answered.")),
)
