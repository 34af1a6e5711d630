"""The settings that concern a whole pipeline."""

from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from designer.catalog.form import Form
from designer.catalog.settings import Settings

_LIMITS, _CODE_PIPELINE = "Limits", "CodePipeline"


class PipelineSettings(Settings):
    """What holds for all nodes; other keys may stand beside these, such as what an import keeps."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    region: Annotated[str, Form()] = Field(
        default="us-east-1", description="Where it will run; the images of algorithms depend on it."
    )
    execution_role: Annotated[
        str, Form(editor="role", placeholder="arn:aws:iam::123456789012:role/name", advanced=True)
    ] = Field(
        default="", description="The ARN of a role that exists. Empty: one is made that may do just what is needed."
    )
    bucket: Annotated[str, Form(placeholder="my-bucket", advanced=True)] = Field(
        default="", description="A bucket that exists, for what the jobs write. Empty: one is made."
    )
    kms_key: Annotated[str, Form(advanced=True)] = Field(
        default="", description="The ARN of a key that everything written is encrypted with."
    )
    log_retention_days: Annotated[int | None, Form(editor="number", unit="days", advanced=True)] = Field(
        default=None, ge=1, le=3653, description="How long the logs of functions and machines are kept."
    )
    timeout_hours: Annotated[float | None, Form(editor="number", unit="hours", group=_LIMITS, advanced=True)] = Field(
        default=None, gt=0, description="A Step Functions execution is given up after this time."
    )
    max_parallel_steps: Annotated[int | None, Form(editor="number", group=_LIMITS, advanced=True)] = Field(
        default=None, ge=1, description="How many steps of a SageMaker pipeline run at a time."
    )
    execution_mode: Annotated[
        Literal["QUEUED", "SUPERSEDED", "PARALLEL"], Form(editor="choice", group=_CODE_PIPELINE, advanced=True)
    ] = Field(
        default="QUEUED",
        description="What happens when a new execution begins before the last one has ended: it waits, it overtakes, or "
        "both run.",
    )
    on_stage_failure: Annotated[
        Literal["stop", "retry", "rollback"], Form(editor="choice", group=_CODE_PIPELINE, advanced=True)
    ] = Field(
        default="stop",
        description="What happens when a stage fails: nothing more, its failed actions are tried once more, or it goes "
        "back to the last execution that succeeded.",
    )
    tags: Annotated[dict[str, str | int | float | bool], Form(editor="table", advanced=True)] = Field(
        default_factory=dict, description="Put on everything that is made."
    )
