"""What a deployed template tells."""

from collections.abc import Iterable, Mapping

from designer.catalog.needs import BuildProject, Function, Need
from exporters.cloudformation.engine import EngineResource
from exporters.cloudformation.intrinsics import attribute, ref, rendered

_NAME: Mapping[str, object] = {"AWS::StepFunctions::StateMachine": attribute("Pipeline", "Name")}


def outputs(
    engine: EngineResource, needs: Iterable[Need], names: Mapping[str, object], *, has_execution_role: bool
) -> dict[str, object]:
    """Return the names and ARNs that people and the program ask for after a deployment."""
    told: dict[str, object] = {
        "PipelineName": _output("The name of the pipeline.", _NAME.get(engine.type, ref("Pipeline"))),
        "PipelineArn": _output("The ARN of the pipeline.", rendered(engine.start.arn, names)),
        "ArtifactBucket": _output("The bucket that artifacts are written to.", names["ArtifactBucket"]),
        "AssetsBucket": _output("The bucket that the code was uploaded to.", names["AssetsBucket"]),
        "EngineRoleArn": _output("The role that the pipeline runs under.", names["EngineRoleArn"]),
    }
    if has_execution_role:
        told["ExecutionRoleArn"] = _output("The role that jobs run under.", names["ExecutionRoleArn"])
    for need in needs:
        if isinstance(need, Function):
            told[f"{need.logical_id}Name"] = _output(f"The function of {need.node}.", ref(need.logical_id))
        elif isinstance(need, BuildProject):
            told[f"{need.logical_id}Name"] = _output(f"The build project of {need.node}.", ref(need.logical_id))
    for name, (description, value) in engine.outputs.items():
        told[name] = _output(description, rendered(value, names))
    return told


def _output(description: str, value: object) -> dict[str, object]:
    return {"Description": description, "Value": value}
