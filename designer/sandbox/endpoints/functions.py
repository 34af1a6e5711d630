"""Lambda: invocations, which run the function's code for real."""

import json
import threading
import time
from urllib.parse import unquote

from moto.awslambda.utils import get_backend
from moto.core.exceptions import ServiceException

from designer.sandbox.address import ACCOUNT_ID, REGION
from designer.sandbox.clients import ClientOf
from designer.sandbox.documents import Record, Value
from designer.sandbox.interpreter.function_code import FunctionCode, FunctionRunner, Invocation
from designer.sandbox.settings import SandboxSettings
from designer.sandbox.wire.front import Answer, Route
from designer.sandbox.wire.recognise import invoked_function

_JSON = "application/json"


def invocation_route(client_of: ClientOf, runner: FunctionRunner, settings: SandboxSettings) -> Route:
    """Return the route that answers invocations."""

    def route(environ: Record, body: bytes) -> Answer | None:
        named = invoked_function(environ)
        if named is None:
            return None
        function = find_function(unquote(named))
        if function is None:
            message = json.dumps({"Type": "User", "Message": f"Function not found: {unquote(named)}"})
            return Answer(
                status=404, content_type=_JSON, body=message.encode(),
                headers=(("x-amzn-errortype", "ResourceNotFoundException"),),
            )  # fmt: skip
        kind = str(environ.get("HTTP_X_AMZ_INVOCATION_TYPE", "RequestResponse"))
        if kind == "DryRun":
            return Answer(status=204, content_type=_JSON, body=b"")
        event = json.loads(body or b"null")
        if kind == "Event":
            work = threading.Thread(target=_invoke, args=(client_of, runner, settings, function, event), daemon=True)
            work.start()
            return Answer(status=202, content_type=_JSON, body=b"")
        return _answer(_invoke(client_of, runner, settings, function, event))

    return route


def find_function(name_or_arn: str) -> FunctionCode | None:
    """Return a function of moto's by name or ARN, or None."""
    name = name_or_arn.rpartition(":function:")[2].partition(":")[0]
    try:
        found = get_backend(ACCOUNT_ID, REGION).get_function(name)
    except ServiceException:
        return None
    return FunctionCode(
        name=name,
        arn=str(found.function_arn),
        runtime=str(found.run_time or ""),
        handler=str(found.handler or ""),
        timeout_seconds=float(found.timeout or 3),
        memory_mib=int(found.memory_size or 128),
        variables={key: str(value) for key, value in (found.environment_vars or {}).items()},
        archive=bytes(found.code_bytes or b""),
    )


def _invoke(
    client_of: ClientOf, runner: FunctionRunner, settings: SandboxSettings, function: FunctionCode, event: Value
) -> Invocation:
    if function.name in settings.failing:
        message = f"{function.name} was told to fail by the sandbox's settings"
        return Invocation(payload={"errorType": "SandboxFailure", "errorMessage": message}, failed=True, log=message)
    invocation = runner.run(function, event)
    write_log(client_of, f"/aws/lambda/{function.name}", "sandbox", invocation.log.splitlines())
    return invocation


def write_log(client_of: ClientOf, group: str, stream: str, lines: list[str]) -> None:
    """Add lines to a log stream, making group and stream where they are missing."""
    client = client_of("logs")
    for operation, place in (
        (client.create_log_group, {"logGroupName": group}),
        (client.create_log_stream, {"logGroupName": group, "logStreamName": stream}),
    ):
        try:
            operation(**place)
        except client.exceptions.ResourceAlreadyExistsException:
            continue
    stamp = int(time.time() * 1000)
    events = [{"timestamp": stamp, "message": line} for line in lines if line]
    if events:
        client.put_log_events(logGroupName=group, logStreamName=stream, logEvents=events)


def _answer(invocation: Invocation) -> Answer:
    headers = (("X-Amz-Function-Error", "Unhandled"),) if invocation.failed else ()
    body = json.dumps(invocation.payload).encode()
    return Answer(status=200, content_type=_JSON, body=body, headers=(*headers, ("X-Amz-Executed-Version", "$LATEST")))
