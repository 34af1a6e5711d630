"""A Spark job as settings: what is submitted, and to whom it belongs."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from designer.catalog.form import Form
from designer.catalog.named_ports import program_arguments
from designer.catalog.placed import Placed
from designer.catalog.requests import resolved, without_empty
from designer.catalog.tasks import AwaitedSettings

_GROUP = "Job"


class SparkJobSettings(AwaitedSettings):
    """The program, its arguments and its role."""

    script: Annotated[str, Form(group=_GROUP, placeholder="s3://bucket/job.py")] = Field(
        min_length=1, description="The program: a Python file or a jar in S3."
    )
    arguments: Annotated[tuple[str, ...], Form(editor="list", group=_GROUP)] = Field(
        default=(),
        description="What the program is given, one a line. Values joined to the input follow as --NAME and the value.",
    )
    spark_parameters: Annotated[
        str, Form(group=_GROUP, placeholder="--conf spark.executor.memory=4g", advanced=True)
    ] = Field(default="", description="Parameters of spark-submit.")
    role_arn: Annotated[str, Form(editor="role", group=_GROUP)] = Field(
        min_length=1, description="The role that the job has: its ARN. It must trust the service that runs the job."
    )


def spark_submit(placed: Placed, settings: SparkJobSettings) -> Mapping[str, object]:
    """Return what is submitted, as EMR Serverless and EMR on EKS both spell it."""
    return without_empty(
        {
            "entryPoint": resolved(placed, settings.script),
            "entryPointArguments": program_arguments(placed, settings.arguments),
            "sparkSubmitParameters": resolved(placed, settings.spark_parameters),
        }
    )
