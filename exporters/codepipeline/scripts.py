"""What a build does for a step: the lines of its script."""

import json
import re
import shlex
from collections.abc import Iterator

from designer.catalog.steps import (
    ELSE,
    THEN,
    AllOf,
    AnyOf,
    Approval,
    Call,
    Choice,
    Comparison,
    Condition,
    Failure,
    Not,
    Pause,
    Step,
    Wait,
)
from designer.catalog.values import FileValue, ParameterValue, StepOutput, Value, is_expression
from designer.workflow.arn_patterns import generated_prefix
from exporters.codepipeline.guards import BRANCH
from exporters.codepipeline.shell_values import EXECUTION_ID, as_text, jq, jq_path, output_variable

_NAME = "RESOURCE_NAME"
_LONGEST_NAME = {"HyperParameterTuningJobName": 32}
_SUFFIX = 9
_PAYLOAD = "Payload"


def kebab(operation: str) -> str:
    """Return an operation as the AWS CLI spells it (`create-auto-ml-job`)."""
    text = re.sub(r"(.)([A-Z][a-z]+)", r"\1-\2", operation)
    text = re.sub(r"([a-z0-9])([A-Z])", r"\1-\2", text)
    return text.lower()


def script(step: Step, pipeline: str, reads: tuple[StepOutput, ...]) -> Iterator[str]:
    """Yield the lines that do what a step does; `reads` are the members of its answer that others need."""
    if isinstance(step, Call):
        yield from _lambda(step, pipeline) if _is_invoke(step) else _call(step, pipeline)
        yield from _exports(step, reads)
    elif isinstance(step, Choice):
        test = _condition(step.condition, pipeline)
        yield f'if [ "$(jq -n {shlex.quote(test)})" = true ]; then {BRANCH}={THEN}; else {BRANCH}={ELSE}; fi'
        yield f"export {BRANCH}"
        yield f'echo "Going on by ${BRANCH}"'
    elif isinstance(step, Pause):
        yield f'sleep "$(jq -nr {shlex.quote(as_text(step.seconds, pipeline))})"'
    elif isinstance(step, Failure):
        yield f"jq -nr {shlex.quote(as_text(step.cause, pipeline))} >&2"
        yield f"echo {shlex.quote(step.error)} >&2"
        yield "exit 1"
    elif isinstance(step, Approval):
        raise TypeError(step)


def _is_invoke(step: Call) -> bool:
    return step.service == "lambda" and step.operation == "Invoke"


def _call(step: Call, pipeline: str) -> Iterator[str]:
    request = dict(step.request)
    if step.name_member and step.name_member not in request:
        yield from _make_name(step, pipeline)
        yield from _document("request", f"{{{json.dumps(step.name_member)}: env.{_NAME}}} + {jq(request, pipeline)}")
    else:
        yield from _document("request", jq(request, pipeline))
    if step.name_member in request:
        yield f'export {_NAME}="$(jq -r {shlex.quote(jq_path((step.name_member,)))} request.json)"'
    yield from _send(step)
    if step.wait and step.wait.answer:
        yield f'export {_NAME}="$(jq -r {shlex.quote(jq_path(step.wait.answer))} answer.json)"'
    if step.wait:
        yield from _await(step, step.wait)


def _make_name(step: Call, pipeline: str) -> Iterator[str]:
    words = re.sub(r"[^A-Za-z0-9]+", "-", f"{generated_prefix(pipeline)}{step.id}").strip("-")
    stem = words[: _LONGEST_NAME.get(step.name_member, 63) - _SUFFIX].strip("-")
    yield f'export {_NAME}="{stem}-${{{EXECUTION_ID}:0:8}}"'


def _document(name: str, program: str) -> Iterator[str]:
    yield f"cat > {name}.jq <<'PROGRAM'"
    yield from program.splitlines()
    yield "PROGRAM"
    yield f"jq -n -f {name}.jq > {name}.json"


def _send(step: Call) -> Iterator[str]:
    send = f"aws {_cli_service(step.service)} {{}} --cli-input-json file://request.json --output json > answer.json"
    if not step.update or step.wait is None:
        yield send.format(kebab(step.operation))
        return
    yield f"if {_describe(step, step.wait)} > /dev/null 2>&1; then"
    yield "  " + send.format(kebab(step.update))
    yield "else"
    yield "  " + send.format(kebab(step.operation))
    yield "fi"


def _cli_service(service: str) -> str:
    return {"stepfunctions": "stepfunctions", "s3": "s3api"}.get(service, service)


def _describe(step: Call, wait: Wait) -> str:
    return (
        f'aws {_cli_service(step.service)} {kebab(wait.describe)} --{kebab(wait.identifier)} "${_NAME}" --output json'
    )


def _await(step: Call, wait: Wait) -> Iterator[str]:
    yield "while :; do"
    yield f"  {_describe(step, wait)} > answer.json"
    yield f'  STATUS="$(jq -r {shlex.quote(jq_path(wait.status))} answer.json)"'
    yield '  echo "$(date -u +%H:%M:%S) $STATUS"'
    yield '  case "$STATUS" in'
    yield f"    {'|'.join(wait.succeeded)}) break ;;"
    reason = jq_path(wait.reason or wait.status)
    yield f"    {'|'.join(wait.failed)}) jq -r {shlex.quote(reason)} answer.json >&2; exit 1 ;;"
    yield "  esac"
    yield f"  sleep {wait.poll_seconds}"
    yield "done"


def _lambda(step: Call, pipeline: str) -> Iterator[str]:
    yield from _document("payload", jq(step.request.get(_PAYLOAD, {}), pipeline))
    name = as_text(_plain_value(step.request["FunctionName"]), pipeline)
    yield f'FUNCTION="$(jq -nr {shlex.quote(name)})"'
    yield (
        'aws lambda invoke --function-name "$FUNCTION" --payload file://payload.json '
        "--cli-binary-format raw-in-base64-out --cli-read-timeout 900 --output json payload-answer.json > call.json"
    )
    yield "if [ \"$(jq -r '.FunctionError // empty' call.json)\" ]; then cat payload-answer.json >&2; exit 1; fi"
    yield "jq -n --slurpfile payload payload-answer.json '{Payload: $payload[0]}' > answer.json"


def _plain_value(value: object) -> Value:
    return value if is_expression(value) or isinstance(value, str) else str(value)  # type: ignore[return-value]


def _exports(step: Call, reads: tuple[StepOutput, ...]) -> Iterator[str]:
    for path in dict.fromkeys(one.path for one in reads):
        if path == (step.name_member,):
            yield f'export {output_variable(path)}="${_NAME}"'
        else:
            wanted = shlex.quote(f'{jq_path(path)} | if type == "string" then . else tojson end')
            yield f'export {output_variable(path)}="$(jq -r {wanted} answer.json)"'


def read_file(name: str, value: FileValue, pipeline: str) -> Iterator[str]:
    """Yield the lines that read a value of a JSON file in S3 into a variable, as JSON."""
    address = f"{as_text(value.uri, pipeline)} + {json.dumps('/' + value.file)}"
    yield f'aws s3 cp --quiet "$(jq -nr {shlex.quote(address)})" {name}.json'
    yield f'export {name}="$(jq -c {shlex.quote(jq_path(value.path))} {name}.json)"'


def _condition(condition: Condition, pipeline: str) -> str:
    if isinstance(condition, Not):
        return f"({_condition(condition.member, pipeline)} | not)"
    if isinstance(condition, AllOf):
        return "(" + " and ".join(_condition(one, pipeline) for one in condition.members) + ")"
    if isinstance(condition, AnyOf):
        return "(" + " or ".join(_condition(one, pipeline) for one in condition.members) + ")"
    return _comparison(condition, pipeline)


def _comparison(one: Comparison, pipeline: str) -> str:
    return f"({_side(one.left, one.right, pipeline)} {one.operator} {_side(one.right, one.left, pipeline)})"


def _side(value: Value, other: Value, pipeline: str) -> str:
    """Return one side; what a step exports is text, so it is read as what it is compared to."""
    written = jq(value, pipeline)
    if not isinstance(value, StepOutput):
        return written
    if isinstance(other, str) or (isinstance(other, ParameterValue) and other.type == "String"):
        return written
    return f"({written} | fromjson)"
