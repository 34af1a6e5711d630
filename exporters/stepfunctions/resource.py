"""The state machine's own resource in the template, its role, and how a trigger starts it."""

import json
from collections.abc import Mapping

from designer.catalog.needs import Statement
from designer.catalog.steps import Approval
from designer.catalog.values import Deployed
from designer.workflow.model import Workflow
from designer.workflow.permissions import engine_statements
from exporters.cloudformation.engine import EngineResource, Start
from exporters.stepfunctions.distribution import distribution_statements
from exporters.stepfunctions.machine_name import machine_name

TYPE = "AWS::StepFunctions::StateMachine"
ID = "stepfunctions"


def engine_resource(workflow: Workflow, machine: Mapping[str, object]) -> EngineResource:
    """Return what the template needs to know about the state machine, given its definition."""
    name = machine_name(workflow)
    logs = {"CloudWatchLogsLogGroup": {"LogGroupArn": Deployed("PipelineLogsArn")}}
    properties: dict[str, object] = {
        "StateMachineName": name,
        "StateMachineType": "STANDARD",
        "DefinitionString": json.dumps(machine, indent=1, ensure_ascii=False),
        "RoleArn": Deployed("EngineRoleArn"),
        "LoggingConfiguration": {"Level": "ERROR", "IncludeExecutionData": True, "Destinations": [logs]},
        "TracingConfiguration": {"Enabled": True},
    }
    arn = f"arn:${{Partition}}:states:${{Region}}:${{AccountId}}:stateMachine:{name}"
    return EngineResource(
        id=ID,
        type=TYPE,
        properties=properties,
        role_service="states.amazonaws.com",
        statements=(
            *engine_statements(workflow, ID),
            *_approval_events(workflow),
            *distribution_statements(workflow, name),
        ),
        start=Start(action="states:StartExecution", arn=arn, target={"Input": "{}"}),
        log_group=f"/aws/vendedlogs/states/{name}",
        outputs={
            "PipelineName": ("The name of the state machine", {"Fn::GetAtt": ["Pipeline", "Name"]}),
            "PipelineArn": ("The ARN of the state machine", {"Ref": "Pipeline"}),
        },
    )


def _approval_events(workflow: Workflow) -> tuple[Statement, ...]:
    waiting = [step.node for step in workflow.steps if isinstance(step, Approval) and not step.topic_arn]
    if not waiting:
        return ()
    bus = "arn:${Partition}:events:${Region}:${AccountId}:event-bus/default"
    reason = f"{', '.join(waiting)}: tell who approves, by an event"
    return (Statement(actions=("events:PutEvents",), resources=(bus,), reason=reason),)
