"""The pipeline's own resource in the template, its role, and how a trigger starts it."""

import json

from designer.catalog.values import Deployed
from designer.workflow.model import Workflow
from designer.workflow.permissions import engine_statements
from exporters.cloudformation.engine import EngineResource, Start
from exporters.sagemaker.definition import definition
from exporters.sagemaker.naming import pipeline_name

TYPE = "AWS::SageMaker::Pipeline"
ID = "sagemaker"


def engine_resource(workflow: Workflow) -> EngineResource:
    """Return what the template needs to know about the pipeline."""
    name = pipeline_name(workflow)
    properties: dict[str, object] = {
        "PipelineName": name,
        "PipelineDisplayName": name,
        "PipelineDefinition": {"PipelineDefinitionBody": json.dumps(definition(workflow), indent=1)},
        "RoleArn": Deployed("EngineRoleArn"),
    }
    if workflow.description:
        properties["PipelineDescription"] = workflow.description
    arn = f"arn:${{Partition}}:sagemaker:${{Region}}:${{AccountId}}:pipeline/{name.lower()}"
    return EngineResource(
        id=ID,
        type=TYPE,
        properties=properties,
        role_service="sagemaker.amazonaws.com",
        statements=engine_statements(workflow, ID),
        start=Start(action="sagemaker:StartPipelineExecution", arn=arn),
        outputs={
            "PipelineName": ("The name of the pipeline", {"Ref": "Pipeline"}),
            "PipelineArn": ("The ARN of the pipeline", arn),
        },
    )
