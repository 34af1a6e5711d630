"""SageMaker: the calls that moto lacks, on moto's own memory."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime

from moto.backends import get_backend
from moto.sagemaker import models
from moto.sagemaker.utils import load_pipeline_definition_from_s3

from designer.sandbox.address import ACCOUNT_ID, REGION
from designer.sandbox.documents import Record, Value
from designer.sandbox.interpreter.replacing import replace_in
from designer.sandbox.wire.api_error import ApiError
from designer.sandbox.wire.front import Operation

SERVICE = "sagemaker"


def keep_definitions_as_text() -> None:
    """Let a pipeline's definition that lies in S3 be stored as text; moto keeps, and tells, a Python dictionary."""

    def load(*place: Value, **named: Value) -> str:
        return json.dumps(load_pipeline_definition_from_s3(*place, **named))

    replace_in(models, "load_pipeline_definition_from_s3", load)


def gap_operations() -> dict[tuple[str, str], Operation]:
    """Return the operations that moto's SageMaker lacks and that need its own memory."""
    calls: Mapping[str, Operation] = {
        "DeleteModelPackage": _delete_model_package,
        "DeleteModelPackageGroup": _delete_model_package_group,
        "UpdateEndpoint": _update_endpoint,
        "ListPipelineVersions": _list_pipeline_versions,
    }
    return {(SERVICE, name): call for name, call in calls.items()}


def _memory() -> Value:
    return get_backend("sagemaker")[ACCOUNT_ID][REGION]


def _delete_model_package(given: Record) -> Record:
    memory, arn = _memory(), given["ModelPackageName"]
    if arn not in memory.model_packages:
        raise ApiError("ValidationException", f"Model Package {arn} does not exist.")
    del memory.model_packages[arn]
    return {}


def _delete_model_package_group(given: Record) -> Record:
    memory, name = _memory(), given["ModelPackageGroupName"].rsplit("/", 1)[-1]
    if name not in memory.model_package_groups:
        raise ApiError("ValidationException", f"ModelPackageGroup {name} does not exist.")
    inside = [item for item in memory.model_packages.values() if item.model_package_group_name == name]
    if inside:
        raise ApiError(
            "ConflictException",
            f"Model Package Group {name} cannot be deleted because it contains {len(inside)} Model Packages.",
        )
    del memory.model_package_groups[name]
    return {}


def _update_endpoint(given: Record) -> Record:
    memory, name, configuration = _memory(), given["EndpointName"], given["EndpointConfigName"]
    if name not in memory.endpoints:
        raise ApiError("ValidationException", f'Could not find endpoint "{name}".')
    if configuration not in memory.endpoint_configs:
        raise ApiError("ValidationException", f'Could not find endpoint configuration "{configuration}".')
    endpoint = memory.endpoints[name]
    endpoint.endpoint_config_name = configuration
    endpoint.last_modified_time = datetime.now(UTC)
    return {"EndpointArn": endpoint.arn}


def _list_pipeline_versions(given: Record) -> Record:
    memory, name = _memory(), given["PipelineName"].rsplit("/", 1)[-1]
    pipeline = memory.pipelines.get(name)
    if pipeline is None:
        raise ApiError("ResourceNotFound", f"Pipeline '{name}' does not exist.")
    latest = {"PipelineArn": pipeline.arn, "PipelineVersionId": 1, "CreationTime": datetime.now(UTC)}
    return {"PipelineVersionSummaries": [latest]}
