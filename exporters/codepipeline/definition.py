"""The pipeline as `aws codepipeline create-pipeline --cli-input-json` takes it."""

from designer.catalog.steps import NativeAction
from designer.document.model import Parameter
from designer.workflow.model import Workflow
from exporters.codepipeline.kept import imported_definition, is_imported
from exporters.codepipeline.plan import Plan
from exporters.codepipeline.sources import source_stage, triggers
from exporters.codepipeline.stages import stages


def definition(plan: Plan) -> dict[str, object]:
    """Return a V2 pipeline as CreatePipeline takes it; `${...}` is filled in by the template."""
    workflow = plan.workflow
    variables = [_variable(one) for one in workflow.parameters if one.default != ""]
    if is_imported(workflow):
        return imported_definition(workflow, variables)
    pipeline: dict[str, object] = {
        "name": workflow.name,
        "roleArn": "${EngineRoleArn}",
        **_artifact_stores(workflow),
        "stages": [source_stage(workflow), *stages(plan)],
        "executionMode": str(workflow.settings.get("execution_mode") or "QUEUED"),
        "pipelineType": "V2",
    }
    if variables:
        pipeline["variables"] = variables
    found = triggers(workflow)
    if found:
        pipeline["triggers"] = found
    return pipeline


def _artifact_stores(workflow: Workflow) -> dict[str, object]:
    """Return the one bucket for artifacts, or one for each Region where there are several."""
    store = {"type": "S3", "location": "${ArtifactBucket}"}
    actions = [step.action for step in workflow.steps if isinstance(step, NativeAction)]
    elsewhere = {one.region: {"type": "S3", "location": one.artifact_bucket} for one in actions if one.region}
    elsewhere.pop(workflow.region, None)
    return (
        {"artifactStores": {workflow.region or "${Region}": store, **elsewhere}}
        if elsewhere
        else {"artifactStore": store}
    )


def _variable(parameter: Parameter) -> dict[str, object]:
    variable: dict[str, object] = {"name": parameter.name}
    if parameter.default is not None:
        default = parameter.default
        variable["defaultValue"] = str(default).lower() if isinstance(default, bool) else str(default)
    if parameter.description:
        variable["description"] = parameter.description[:200]
    return variable
