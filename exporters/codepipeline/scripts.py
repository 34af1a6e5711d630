"""What a build does for a step: the lines of its script.

jq makes every request, so lines may be moved to the right at will: no text of a user's is spread over lines.
"""

import re
import shlex
from collections.abc import Iterator

from designer.catalog.branches import ELSE, THEN
from designer.catalog.steps import Call, Choice, Failure, Pause, Step, Wait
from designer.catalog.values import FileValue, StepOutput
from designer.workflow.arn_patterns import generated_prefix
from exporters.codepipeline.conditions import jq_condition
from exporters.codepipeline.guards import BRANCH
from exporters.codepipeline.shell_values import (
    EXECUTION_ID,
    EXECUTION_START,
    as_text,
    jq,
    jq_path,
    literal,
    output_variable,
)

_NAME = "RESOURCE_NAME"
_LONGEST_NAME = {"HyperParameterTuningJobName": 32, "AutoMLJobName": 32}
_LONGEST_OTHER_NAME = 63
_SUFFIX = 9
_PAYLOAD = "Payload"


def kebab(operation: str) -> str:
    """Return an operation or a member as the AWS CLI spells it (`create-auto-ml-job`)."""
    text = re.sub(r"(.)([A-Z][a-z]+)", r"\1-\2", operation)
    text = re.sub(r"([a-z0-9])([A-Z])", r"\1-\2", text)
    return text.lower()


def script(step: Step, pipeline: str, reads: tuple[StepOutput, ...]) -> Iterator[str]:
    """Yield the lines that do what a step does; `reads` are the members of its answer that others need."""
    if isinstance(step, Call):
        yield from _lambda(step, pipeline) if _is_invoke(step) else _call(step, pipeline)
        yield from _exports(step, reads)
    elif isinstance(step, Choice):
        yield f'if [ "$(jq -n {shlex.quote(jq_condition(step.condition, pipeline))})" = true ]; then'
        yield f"  export {BRANCH}={THEN}"
        yield "else"
        yield f"  export {BRANCH}={ELSE}"
        yield "fi"
        yield f'echo "Going on by ${BRANCH}"'
    elif isinstance(step, Pause) and step.until != "":
        yield f'UNTIL="$(jq -nr {shlex.quote(as_text(step.until, pipeline))})"'
        yield 'LEFT=$(( $(date -d "$UNTIL" +%s) - $(date +%s) ))'
        yield 'if [ "$LEFT" -gt 0 ]; then sleep "$LEFT"; fi'
    elif isinstance(step, Pause):
        yield f'sleep "$(jq -nr {shlex.quote(as_text(step.seconds, pipeline))})"'
    elif isinstance(step, Failure):
        yield f"jq -nr {shlex.quote(as_text(step.cause, pipeline))} >&2"
        yield f"jq -nr {shlex.quote(literal(step.error))} >&2"
        yield "exit 1"
    else:
        raise TypeError(step)


def read_file(name: str, value: FileValue, pipeline: str) -> Iterator[str]:
    """Yield the lines that read a value of a JSON file in S3 into a variable, as JSON."""
    address = f"{as_text(value.uri, pipeline)} + {literal('/' + value.file)}"
    yield f'aws s3 cp --quiet "$(jq -nr {shlex.quote(address)})" {name}.json'
    yield f'{name}="$(jq -c {shlex.quote(jq_path(value.path))} {name}.json)"'
    yield f"export {name}"


def read_start(pipeline: str) -> Iterator[str]:
    """Yield the lines that look up when the execution started: CodePipeline has no variable for that."""
    wanted = (
        f".pipelineExecutionSummaries[] | select(.pipelineExecutionId == env.{EXECUTION_ID}) | .startTime "
        '| sub("[.][0-9]+"; "") | sub("[+]00:00$"; "Z")'
    )
    yield f"aws codepipeline list-pipeline-executions --pipeline-name {pipeline} --output json > executions.json"
    yield f'{EXECUTION_START}="$(jq -r {shlex.quote(wanted)} executions.json)"'
    yield f"export {EXECUTION_START}"


def _is_invoke(step: Call) -> bool:
    return step.service == "lambda" and step.operation == "Invoke"


def _call(step: Call, pipeline: str) -> Iterator[str]:
    program = jq(step.request, pipeline)
    if step.name_member in step.request:
        yield from _document("request", program)
        yield from _taken(_NAME, (step.name_member,), "request")
    elif step.name_member:
        yield from _made_name(step, pipeline)
        yield from _document("request", f"{{{literal(step.name_member)}: env.{_NAME}}} + {program}")
    else:
        yield from _document("request", program)
    if step.wait and not step.wait.answer and step.wait.identifier != step.name_member:
        yield from _taken(_NAME, (step.wait.identifier,), "request")
    yield from _send(step)
    if step.wait and step.wait.answer:
        yield from _taken(_NAME, step.wait.answer, "answer")
    if step.wait:
        yield from _await(step, step.wait)


def _made_name(step: Call, pipeline: str) -> Iterator[str]:
    """Yield the lines that make a name; it is new in every attempt, because names of jobs cannot be used again."""
    words = re.sub(r"[^A-Za-z0-9]+", "-", f"{generated_prefix(pipeline)}{step.id}").strip("-")
    stem = words[: _LONGEST_NAME.get(step.name_member, _LONGEST_OTHER_NAME) - _SUFFIX].strip("-")
    made = f'{literal(stem + "-")} + (env.CODEBUILD_BUILD_ID | split(":")[-1][:8])'
    yield f'{_NAME}="$(jq -nr {shlex.quote(made)})"'
    yield f"export {_NAME}"


def _taken(name: str, path: tuple[str | int, ...], document: str) -> Iterator[str]:
    yield f'{name}="$(jq -r {shlex.quote(jq_path(path))} {document}.json)"'
    yield f"export {name}"


def _document(name: str, program: str) -> Iterator[str]:
    yield f"jq -n {shlex.quote(program)} > {name}.json"


def _send(step: Call) -> Iterator[str]:
    if (step.service, step.operation) == ("emr", "AddJobFlowSteps"):
        yield from _add_steps()
        return
    send = f"aws {_cli_service(step.service)} {{}} --cli-input-json file://request.json --output json > answer.json"
    if not step.update or step.wait is None:
        yield send.format(kebab(step.operation))
        return
    yield f"if {_describe(step, step.wait)} > /dev/null 2>&1; then"
    yield "  " + send.format(kebab(step.update))
    yield "else"
    yield "  " + send.format(kebab(step.operation))
    yield "fi"


def _exit_codes(wait: Wait) -> Iterator[str]:
    """Yield the lines that fail when a container did: a task that has stopped says so by its exit codes alone."""
    good = shlex.quote("[.tasks[].containers[] | .exitCode // 1] | all(. == 0)")
    told = f"jq -r {shlex.quote(jq_path(wait.reason))} answer.json >&2"
    yield f"jq -e {good} answer.json > /dev/null || {{ {told}; exit 1; }}"


def _add_steps() -> Iterator[str]:
    """Yield the lines that add steps to a cluster: the AWS CLI has a command of its own in the place of the operation."""
    step = (
        '{Type: "CUSTOM_JAR", Name, ActionOnFailure, Jar: .HadoopJarStep.Jar, Args: .HadoopJarStep.Args, '
        "MainClass: .HadoopJarStep.MainClass, "
        'Properties: (.HadoopJarStep.Properties | if . then map("\\(.Key)=\\(.Value)") | join(",") else null end)}'
    )
    program = f"[.Steps[] | {step} | with_entries(select(.value != null))]"
    yield f"jq {shlex.quote(program)} request.json > steps.json"
    yield (
        'aws emr add-steps --cluster-id "$(jq -r .JobFlowId request.json)" --steps file://steps.json '
        "--output json > answer.json"
    )


def _cli_service(service: str) -> str:
    return {"s3": "s3api"}.get(service, service)


def _describe(step: Call, wait: Wait) -> str:
    beside = "".join(
        f' --{kebab(name)} "$(jq -r {shlex.quote(jq_path((member,)))} request.json)"' for name, member in wait.beside
    )
    named = f'--{kebab(wait.identifier)} "${_NAME}"{beside}'
    return f"aws {_cli_service(step.service)} {kebab(wait.describe)} {named} --output json"


def _await(step: Call, wait: Wait) -> Iterator[str]:
    yield "while :; do"
    yield f"  {_describe(step, wait)} > answer.json"
    yield f'  STATUS="$(jq -r {shlex.quote(jq_path(wait.status))} answer.json)"'
    yield '  echo "$(date -u +%H:%M:%S) $STATUS"'
    yield '  case "$STATUS" in'
    yield f"    {'|'.join(wait.succeeded)}) break ;;"
    yield f"    {'|'.join(wait.failed)}) jq -r {shlex.quote(jq_path(wait.reason or wait.status))} answer.json >&2; exit 1 ;;"
    yield "  esac"
    yield f"  sleep {wait.poll_seconds}"
    yield "done"
    if (step.service, step.operation) == ("ecs", "RunTask"):
        yield from _exit_codes(wait)


def _lambda(step: Call, pipeline: str) -> Iterator[str]:
    yield from _document("request", jq({name: one for name, one in step.request.items() if name != _PAYLOAD}, pipeline))
    yield from _document("payload", jq(step.request.get(_PAYLOAD, {}), pipeline))
    yield (
        "aws lambda invoke --cli-input-json file://request.json --payload file://payload.json "
        "--cli-binary-format raw-in-base64-out --cli-read-timeout 900 --output json payload-answer.json > call.json"
    )
    yield "if [ \"$(jq -r '.FunctionError // empty' call.json)\" ]; then cat payload-answer.json >&2; exit 1; fi"
    yield "jq -n --slurpfile payload payload-answer.json '{Payload: $payload[0]}' > answer.json"


def _exports(step: Call, reads: tuple[StepOutput, ...]) -> Iterator[str]:
    for path in dict.fromkeys(one.path for one in reads):
        name = output_variable(path)
        if path == (step.name_member,):
            yield f'export {name}="${_NAME}"'
        else:
            wanted = shlex.quote(f'{jq_path(path)} | if type == "string" then . else tojson end')
            yield f'{name}="$(jq -r {wanted} answer.json)"'
            yield f"export {name}"
