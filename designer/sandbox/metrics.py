"""The evaluation files that processing jobs leave behind, since no container runs to write them.

When a processing job completes, each of its S3 outputs whose name contains `metrics` or `evaluation` gets an
`evaluation.json`. It holds every figure of the sandbox's settings flat, and again in the forms that SageMaker's
examples use, so that a condition can be evaluated. `POST /sandbox/metrics` sets the figures.
"""

import json
from collections.abc import Iterator, Sequence

from designer.sandbox.clients import ClientOf
from designer.sandbox.documents import Record, Value
from designer.sandbox.settings import SandboxSettings

FILE_NAME = "evaluation.json"
_MARKS = ("metrics", "evaluation")
_GROUPS = ("metrics", "regression_metrics", "binary_classification_metrics", "multiclass_classification_metrics")


def evaluation(settings: SandboxSettings) -> Record:
    """Return the content of an evaluation file."""
    valued = {name: {"value": value} for name, value in settings.metrics.items()}
    return {**settings.metrics, **{group: dict(valued) for group in _GROUPS}}


def with_paths(document: Record, paths: Sequence[str], settings: SandboxSettings) -> Record:
    """Return a document that also has a figure at each dotted path that a condition reads."""
    result: Record = json.loads(json.dumps(document))
    for path in paths:
        _put_figure(result, path.split("."), settings)
    return result


def _put_figure(target: Record, names: list[str], settings: SandboxSettings) -> None:
    measured = next((name for name in reversed(names) if name not in {"value", "standard_deviation"}), "")
    for name in names[:-1]:
        inner = target.get(name)
        if not isinstance(inner, dict):
            inner = target[name] = {}
        target = inner
    target.setdefault(names[-1], settings.figure(measured))


def write_evaluations(client_of: ClientOf, settings: SandboxSettings, request: Record) -> None:
    """Write the evaluation files of a processing job, given its CreateProcessingJob request."""
    for _name, place in evaluation_outputs(request):
        put_json(client_of, f"{place.rstrip('/')}/{FILE_NAME}", evaluation(settings))


def evaluation_outputs(request: Record) -> Iterator[tuple[str, str]]:
    """Yield name and S3 URI of each output of a processing job that is meant for figures."""
    for output in request.get("ProcessingOutputConfig", {}).get("Outputs", []):
        place = output.get("S3Output", {}).get("S3Uri", "")
        if place.startswith("s3://") and any(mark in output["OutputName"].lower() for mark in _MARKS):
            yield output["OutputName"], place


def put_json(client_of: ClientOf, uri: str, document: Value) -> None:
    """Write a document to S3, making the bucket where it is missing, so that the step after it finds it."""
    bucket, _, key = uri.removeprefix("s3://").partition("/")
    client = client_of("s3")
    try:
        client.head_bucket(Bucket=bucket)
    except client.exceptions.ClientError:
        client.create_bucket(Bucket=bucket)
    client.put_object(Bucket=bucket, Key=key, Body=json.dumps(document, indent=1).encode())


def get_json(client_of: ClientOf, uri: str) -> Value:
    """Read a document from S3."""
    bucket, _, key = uri.removeprefix("s3://").partition("/")
    return json.loads(client_of("s3").get_object(Bucket=bucket, Key=key)["Body"].read())
