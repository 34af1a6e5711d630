"""The outputs of executions: JSON text, whatever they are. moto leaves text without its quotes and null away."""

import json

from moto.core.responses import ActionResult
from moto.stepfunctions.responses import StepFunctionResponse

from designer.sandbox.documents import Value
from designer.sandbox.interpreter.replacing import replace_in


def install_outputs() -> None:
    """Let DescribeExecution tell every output as JSON."""
    moto_describe = StepFunctionResponse.describe_execution

    def describe(response: Value) -> ActionResult:
        told: Value = moto_describe(response).result
        if told.get("status") == "SUCCEEDED":
            execution = response.stepfunction_backend.describe_execution(told["executionArn"])
            told = {**told, "output": json.dumps(execution.output, default=str)}
        return ActionResult(told)

    replace_in(StepFunctionResponse, "describe_execution", describe)
