"""The pipeline's own resource in the template, its role, and how a trigger starts it."""

import json
from collections.abc import Mapping

from designer.catalog.needs import Statement
from designer.catalog.values import Deployed
from designer.workflow.model import Workflow
from designer.workflow.permissions import engine_statements
from exporters.cloudformation.engine import EngineResource, Start
from exporters.sagemaker.naming import pipeline_name

TYPE = "AWS::SageMaker::Pipeline"
ID = "sagemaker"
_HERE = "arn:${Partition}:sagemaker:${Region}:${AccountId}"


def engine_resource(workflow: Workflow, pipeline: Mapping[str, object]) -> EngineResource:
    """Return what the template needs to know about the pipeline, given its definition."""
    name = pipeline_name(workflow)
    properties: dict[str, object] = {
        "PipelineName": name,
        "PipelineDisplayName": name,
        "PipelineDefinition": {"PipelineDefinitionBody": json.dumps(pipeline, indent=1)},
        "RoleArn": Deployed("EngineRoleArn"),
    }
    if workflow.description:
        properties["PipelineDescription"] = workflow.description
    at_a_time = workflow.settings.get("max_parallel_steps")
    if isinstance(at_a_time, int) and at_a_time > 0:
        properties["ParallelismConfiguration"] = {"MaxParallelExecutionSteps": at_a_time}
    arn = f"{_HERE}:pipeline/{name.lower()}"
    return EngineResource(
        id=ID,
        type=TYPE,
        properties=properties,
        role_service="sagemaker.amazonaws.com",
        statements=(*engine_statements(workflow, ID), *_experiment_statements(name)),
        start=Start(action="sagemaker:StartPipelineExecution", arn=arn),
        outputs={
            "PipelineName": ("The name of the pipeline", {"Ref": "Pipeline"}),
            "PipelineArn": ("The ARN of the pipeline", arn),
        },
    )


def _experiment_statements(name: str) -> tuple[Statement, ...]:
    """Return what the records of executions need that a pipeline keeps as an experiment of its own name."""
    experiment = f"{_HERE}:experiment/{name.lower()}"
    trials, components = f"{_HERE}:experiment-trial/*", f"{_HERE}:experiment-trial-component/*"
    return (
        Statement(
            actions=("sagemaker:CreateExperiment", "sagemaker:DescribeExperiment", "sagemaker:AddTags"),
            resources=(experiment,),
            reason="Keep an experiment of the pipeline's name",
        ),
        Statement(
            actions=("sagemaker:CreateTrial", "sagemaker:DescribeTrial"),
            resources=(experiment, trials),
            reason="Keep a record of each execution, named by its id",
        ),
        Statement(
            actions=("sagemaker:AssociateTrialComponent",),
            resources=(trials, components),
            reason="Put the jobs of an execution into its record",
        ),
    )
