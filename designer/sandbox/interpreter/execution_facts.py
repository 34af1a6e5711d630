"""What an execution tells of itself: a name, and its output as JSON.

moto gives no name to an execution that is started without one, leaves text outputs without their quotes and null away.
"""

import json
from uuid import uuid4

from moto.core.responses import ActionResult
from moto.stepfunctions.parser.models import StepFunctionsParserBackend
from moto.stepfunctions.responses import StepFunctionResponse

from designer.sandbox.documents import Value
from designer.sandbox.interpreter.replacing import replace_in


def install_execution_facts() -> None:
    """Name every execution, and let DescribeExecution tell every output as JSON."""
    moto_start = StepFunctionsParserBackend.start_execution

    def start(memory: Value, state_machine_arn: str, name: str | None = None, *more: Value, **named: Value) -> Value:
        return moto_start(memory, state_machine_arn, name or str(uuid4()), *more, **named)

    replace_in(StepFunctionsParserBackend, "start_execution", start)
    moto_describe = StepFunctionResponse.describe_execution

    def describe(response: Value) -> ActionResult:
        told: Value = moto_describe(response).result
        if told.get("status") == "SUCCEEDED":
            execution = response.stepfunction_backend.describe_execution(told["executionArn"])
            told = {**told, "output": json.dumps(execution.output, default=str)}
        return ActionResult(told)

    replace_in(StepFunctionResponse, "describe_execution", describe)
