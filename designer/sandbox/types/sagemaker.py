"""SageMaker's types."""

import json
from dataclasses import replace

from designer.sandbox.documents import Record, Value
from designer.sandbox.types.resource_type import ResourceType, Work
from designer.sandbox.types.row import Row, last_part, ordinary


def _pipeline_request(_work: Work, properties: Record) -> Record:
    """Turn PipelineDefinition, which is an object with a body or a place, into the API's two parameters."""
    request = {name: value for name, value in properties.items() if name != "PipelineDefinition"}
    definition: Value = properties.get("PipelineDefinition", {})
    location = definition.get("PipelineDefinitionS3Location")
    if location:
        places = {"Bucket": "Bucket", "Key": "ObjectKey", "Version": "VersionId"}
        request["PipelineDefinitionS3Location"] = {
            places[name]: item for name, item in location.items() if name in places
        }
    else:
        body = definition.get("PipelineDefinitionBody", "")
        request["PipelineDefinition"] = body if isinstance(body, str) else json.dumps(body)
    return request


def _pipeline_properties(work: Work, answer: Record) -> Record:
    found = {name: value for name, value in answer.items() if name != "PipelineDefinition"}
    if "PipelineDefinitionBody" in work.properties.get("PipelineDefinition", {}):
        found["PipelineDefinition"] = {"PipelineDefinitionBody": answer.get("PipelineDefinition", "")}
    return found


PIPELINE = Row(
    name="AWS::SageMaker::Pipeline",
    service="sagemaker",
    create="create_pipeline",
    update="update_pipeline",
    delete="delete_pipeline",
    read="describe_pipeline",
    named_by="PipelineName",
    key={"PipelineName": "{id}"},
    tag_arn="PipelineArn",
    adapt=_pipeline_request,
    restore=_pipeline_properties,
)
MODEL_PACKAGE_GROUP = Row(
    name="AWS::SageMaker::ModelPackageGroup",
    service="sagemaker",
    create="create_model_package_group",
    delete="delete_model_package_group",
    read="describe_model_package_group",
    named_by="ModelPackageGroupName",
    physical="ModelPackageGroupArn",
    key={"ModelPackageGroupName": "{name}"},
    tag_arn="{id}",
    attributes={"ModelPackageGroupArn": "ModelPackageGroupArn", "ModelPackageGroupStatus": "ModelPackageGroupStatus"},
)
MODEL = Row(
    name="AWS::SageMaker::Model",
    service="sagemaker",
    create="create_model",
    delete="delete_model",
    read="describe_model",
    named_by="ModelName",
    physical="ModelArn",
    key={"ModelName": "{name}"},
    tag_arn="{id}",
    attributes={"ModelName": "ModelName", "ModelArn": "ModelArn"},
)
ENDPOINT_CONFIG = Row(
    name="AWS::SageMaker::EndpointConfig",
    service="sagemaker",
    create="create_endpoint_config",
    delete="delete_endpoint_config",
    read="describe_endpoint_config",
    named_by="EndpointConfigName",
    physical="EndpointConfigArn",
    key={"EndpointConfigName": "{name}"},
    tag_arn="{id}",
    attributes={"EndpointConfigName": "EndpointConfigName", "EndpointConfigArn": "EndpointConfigArn"},
)
ENDPOINT = Row(
    name="AWS::SageMaker::Endpoint",
    service="sagemaker",
    create="create_endpoint",
    update="update_endpoint",
    delete="delete_endpoint",
    read="describe_endpoint",
    named_by="EndpointName",
    physical="EndpointArn",
    key={"EndpointName": "{name}"},
    tag_arn="{id}",
    attributes={"EndpointName": "EndpointName", "EndpointArn": "EndpointArn"},
)
NOTEBOOK_INSTANCE = Row(
    name="AWS::SageMaker::NotebookInstance",
    service="sagemaker",
    create="create_notebook_instance",
    delete="delete_notebook_instance",
    read="describe_notebook_instance",
    named_by="NotebookInstanceName",
    physical="NotebookInstanceArn",
    key={"NotebookInstanceName": "{name}"},
    tag_arn="{id}",
    attributes={"NotebookInstanceName": "NotebookInstanceName"},
)


def _delete_notebook_instance(work: Work) -> None:
    client, name = work.client("sagemaker"), {"NotebookInstanceName": last_part(work.physical_id)}
    if client.describe_notebook_instance(**name)["NotebookInstanceStatus"] != "Stopped":
        client.stop_notebook_instance(**name)
    client.delete_notebook_instance(**name)


SAGEMAKER_TYPES: tuple[ResourceType, ...] = (
    *(ordinary(row) for row in (PIPELINE, MODEL_PACKAGE_GROUP, MODEL, ENDPOINT_CONFIG, ENDPOINT)),
    replace(ordinary(NOTEBOOK_INSTANCE), delete=_delete_notebook_instance),
)
