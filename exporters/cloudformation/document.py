"""The template as a document: what the workflow needs, around the engine's own resource."""

from collections.abc import Mapping

from designer.catalog.needs import BuildProject, Function, Need, Statement, TemplateResource
from designer.workflow.data_permissions import key_statement
from designer.workflow.model import Workflow
from exporters.cloudformation.buckets import artifact_bucket
from exporters.cloudformation.engine import EngineResource
from exporters.cloudformation.functions import function_resources
from exporters.cloudformation.intrinsics import rendered
from exporters.cloudformation.named_resources import named_resources
from exporters.cloudformation.names import ENGINE_ROLE, EXECUTION_ROLE, LOGS, deployed_names
from exporters.cloudformation.outputs import outputs
from exporters.cloudformation.parameters import conditions, parameters
from exporters.cloudformation.projects import project_resources
from exporters.cloudformation.resource import Resource, log_group, resource
from exporters.cloudformation.roles import role
from exporters.cloudformation.state_machines import STATE_MACHINE, with_substitutions
from exporters.cloudformation.triggers import trigger_resources, watches_artifact_bucket

_RETENTION_DAYS = 30
_DESCRIPTION_CHARACTERS = 1000


def template_document(
    workflow: Workflow, engine: EngineResource, statements: tuple[Statement, ...]
) -> dict[str, object]:
    """Return the whole template, in the order in which people read it; `statements` say what the execution role may do."""
    needs = (*workflow.needs, *engine.needs)
    names = deployed_names(engine, needs)
    resources = {**_around(workflow, engine, needs, names), **_engine(workflow, engine, names)}
    jobs = _uses_execution_role(resources) or bool(workflow.statements)
    if jobs:
        described = f"Role of the jobs of the pipeline {workflow.name}"
        made = role(("sagemaker.amazonaws.com",), (*statements, *_key(workflow)), names, description=described)
        resources = {EXECUTION_ROLE: made, **resources}
    description = (workflow.description or f"The pipeline {workflow.name}")[:_DESCRIPTION_CHARACTERS]
    return {
        "AWSTemplateFormatVersion": "2010-09-09",
        "Description": description,
        "Parameters": parameters(workflow, needs),
        "Conditions": conditions(needs),
        "Resources": resources,
        "Outputs": outputs(engine, needs, names, has_execution_role=jobs),
    }


def _around(
    workflow: Workflow, engine: EngineResource, needs: tuple[Need, ...], names: Mapping[str, object]
) -> dict[str, Resource]:
    days = retention_days(workflow)
    made: dict[str, Resource] = {}
    made |= artifact_bucket(kms_key=_kms_key(workflow), notifies=watches_artifact_bucket(needs))
    for need in needs:
        if isinstance(need, Function):
            made |= function_resources(need, names, days)
        elif isinstance(need, BuildProject):
            made |= project_resources(need, names, days, in_code_pipeline=engine.id == "codepipeline")
        elif isinstance(need, TemplateResource):
            properties = {key: rendered(value, names) for key, value in need.properties.items()}
            made[need.logical_id] = resource(need.type, properties, depends_on=need.after)
        else:
            made |= named_resources(need)
    for logical_id, extra in engine.extra.items():
        made[logical_id] = {key: rendered(value, names) for key, value in extra.items()}
    return made | trigger_resources(workflow, needs, engine, names)


def _engine(workflow: Workflow, engine: EngineResource, names: Mapping[str, object]) -> dict[str, Resource]:
    described = f"Role of the pipeline {workflow.name}"
    statements = (*engine.statements, *_key(workflow))
    made = {ENGINE_ROLE: role((engine.role_service,), statements, names, description=described)}
    if engine.log_group:
        made[LOGS] = log_group(rendered(engine.log_group, names), retention_days(workflow))
    given = with_substitutions(engine.properties, names) if engine.type == STATE_MACHINE else engine.properties
    properties = {key: rendered(value, names) for key, value in given.items()}
    made["Pipeline"] = resource(engine.type, properties, depends_on=engine.depends_on)
    return made


def retention_days(workflow: Workflow) -> int:
    """Return for how many days logs are kept."""
    days = workflow.document.settings.get("log_retention_days")
    return days if isinstance(days, int) and not isinstance(days, bool) else _RETENTION_DAYS


def _kms_key(workflow: Workflow) -> str:
    return str(workflow.document.settings.get("kms_key") or "")


def _key(workflow: Workflow) -> tuple[Statement, ...]:
    key = _kms_key(workflow)
    return (key_statement(key),) if key else ()


def _uses_execution_role(value: object) -> bool:
    if value == [EXECUTION_ROLE, "Arn"]:
        return True
    if isinstance(value, Mapping):
        return any(_uses_execution_role(member) for member in value.values())
    return isinstance(value, list | tuple) and any(_uses_execution_role(member) for member in value)
