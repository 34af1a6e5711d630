"""An `aws` command for build scripts, in front of boto3: what such scripts use of the AWS CLI, and no more.

Stands alone: it is run by path from a build's shell, with the sandbox's address in the environment.
"""

import json
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

import boto3
import jmespath  # type: ignore[import-untyped]  # comes with botocore, without stubs
from botocore import xform_name

_FLAGS_OF_THE_CLI = {"quiet", "no-cli-pager", "no-progress", "only-show-errors", "recursive", "no-paginate"}
_OPTIONS_OF_THE_CLI = {"output", "query", "region", "cli-binary-format", "cli-read-timeout", "cli-connect-timeout",
                       "profile", "endpoint-url"}  # fmt: skip
_SERVICES = {"s3api": "s3"}


def main(arguments: list[str]) -> int:
    """Run one command; print its answer and return the exit code."""
    words, options = _parsed(arguments)
    if len(words) < 2:  # noqa: PLR2004 - service and operation
        sys.stderr.write("usage: aws SERVICE OPERATION [--option value ...]\n")
        return 2
    try:
        if words[0] == "s3":
            _transfer(words[1:])
        else:
            _show(_called(words, options), options)
    except Exception as error:  # noqa: BLE001 - the end of a command: the script sees text and an exit code
        sys.stderr.write(f"\n{error}\n")
        return 254
    return 0


def _parsed(arguments: list[str]) -> tuple[list[str], dict[str, list[str]]]:
    words: list[str] = []
    options: dict[str, list[str]] = {}
    name = ""
    for argument in arguments:
        if argument.startswith("--"):
            name = argument.removeprefix("--")
            options[name] = []
            name = "" if name in _FLAGS_OF_THE_CLI else name
        elif name and not (name in _OPTIONS_OF_THE_CLI and options[name]):
            options[name].append(argument)
        else:
            words.append(argument)
    return words, options


def _called(words: list[str], options: dict[str, list[str]]) -> dict[str, Any]:
    client = boto3.client(_SERVICES.get(words[0], words[0]))
    method = words[1].replace("-", "_")
    operation = next(
        name for name in client.meta.method_to_api_mapping if name.replace("_", "") == method.replace("_", "")
    )
    model = client.meta.service_model.operation_model(client.meta.method_to_api_mapping[operation])
    request: dict[str, Any] = json.loads(_text(options.pop("cli-input-json", ["{}"])[0]))
    members = {xform_name(name).replace("_", "-"): (name, shape) for name, shape in model.input_shape.members.items()}
    out_file = ""
    for option, values in options.items():
        if option not in _OPTIONS_OF_THE_CLI | _FLAGS_OF_THE_CLI:
            name, shape = members[option.removeprefix("no-")]
            # What a command takes without an option may follow the last value: the file for the answer's stream.
            taken = values if shape.type_name == "list" else values[:1]
            out_file = values[1] if len(values) > len(taken) else out_file
            request[name] = _value(shape, taken, switch=not option.startswith("no-"))
    answer: dict[str, Any] = getattr(client, operation)(**request)
    answer.pop("ResponseMetadata", None)
    return _without_stream(answer, out_file or (words[2] if len(words) > 2 else ""))  # noqa: PLR2004 - a third word


def _value(shape: Any, values: list[str], *, switch: bool) -> Any:  # noqa: ANN401 - botocore has no types
    if shape.type_name == "boolean":
        return switch
    texts = [_text(value) for value in values]
    if shape.type_name == "list":
        return json.loads(texts[0]) if texts[0].startswith("[") else texts
    if shape.type_name in {"structure", "map"}:
        return json.loads(texts[0])
    if shape.type_name in {"integer", "long"}:
        return int(texts[0])
    return texts[0].encode() if shape.type_name == "blob" else texts[0]


def _text(value: str) -> str:
    for prefix in ("file://", "fileb://"):
        if value.startswith(prefix):
            return Path(value.removeprefix(prefix)).read_text(encoding="utf-8")
    return value


def _without_stream(answer: dict[str, Any], out_file: str) -> dict[str, Any]:
    for name, value in list(answer.items()):
        if hasattr(value, "read"):
            content = value.read()
            if out_file:
                Path(out_file).write_bytes(content)
            del answer[name]
    return answer


def _show(answer: dict[str, Any], options: dict[str, list[str]]) -> None:
    query = options.get("query")
    plain = json.loads(json.dumps(answer, default=_plain))
    value = jmespath.search(query[0], plain) if query else plain
    if options.get("output", ["json"])[0] == "text":
        items = value if isinstance(value, list) else [value]
        sys.stdout.write("\t".join("None" if item is None else str(item) for item in items) + "\n")
    elif value or query:
        sys.stdout.write(json.dumps(value, indent=4) + "\n")


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, datetime) else str(value)


def _transfer(words: list[str]) -> None:
    if len(words) != 3 or words[0] not in {"cp", "sync"}:  # noqa: PLR2004 - verb, from, to
        message = f"this sandbox's aws s3 copies only, it does not know: {' '.join(words)}"
        raise ValueError(message)
    _, source, target = words
    client = boto3.client("s3")
    if source.startswith("s3://"):
        _download(client, source, target)
    elif Path(source).is_dir():
        for path in sorted(item for item in Path(source).rglob("*") if item.is_file()):
            _upload(client, path, f"{target.rstrip('/')}/{path.relative_to(source)}")
    else:
        _upload(client, Path(source), f"{target}{Path(source).name}" if target.endswith("/") else target)


def _download(client: Any, source: str, target: str) -> None:  # noqa: ANN401 - boto3's clients have no static type
    bucket, _, key = source.removeprefix("s3://").partition("/")
    content = client.get_object(Bucket=bucket, Key=key)["Body"].read()
    if target == "-":
        sys.stdout.buffer.write(content)
        return
    path = Path(target)
    path = path / key.rsplit("/", 1)[-1] if path.is_dir() or target.endswith("/") else path
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _upload(client: Any, path: Path, target: str) -> None:  # noqa: ANN401 - boto3's clients have no static type
    bucket, _, key = target.removeprefix("s3://").partition("/")
    client.put_object(Bucket=bucket, Key=key, Body=path.read_bytes())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
