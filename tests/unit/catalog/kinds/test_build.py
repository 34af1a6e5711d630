from collections.abc import Mapping

import pytest

from designer.catalog.kinds.build import KIND
from designer.catalog.needs import BuildProject, Repository
from designer.catalog.ports import PortType
from designer.catalog.values import Deployed, ExecutionValue, Joined, ParameterValue
from tests.unit.catalog.kinds.placing import complaints, names, place, the_call

SPEC = "version: 0.2\nphases:\n  build:\n    commands: [make]\n"


def variables(settings: Mapping[str, object], **inputs: str) -> dict[str, object]:
    found = the_call(place(KIND, settings, inputs=inputs)).request["environmentVariablesOverride"]
    return {one["name"]: one["value"] for one in found}  # type: ignore[attr-defined]


def test_botocore_accepts_the_request() -> None:
    settings = {"image_repository": "my/model", "environment": {"MACHINE": "${params.Machine}"}}

    assert complaints(the_call(place(KIND, settings))) == ""


def test_the_end_of_the_build_is_asked_for_by_the_id_in_the_answer() -> None:
    wait = the_call(place(KIND, {})).wait

    assert wait is not None
    assert (wait.describe, wait.identifier, wait.answer, wait.many) == ("BatchGetBuilds", "ids", ("build", "id"), True)


def test_a_folder_is_the_projects_source() -> None:
    lowered = place(KIND, {"folder": "app", "buildspec_file": "app/spec.yml"}, files={"app/spec.yml": SPEC.encode()})

    asset, project = lowered.needs
    assert isinstance(project, BuildProject)
    assert project.source_key == asset.key  # type: ignore[union-attr]
    assert project.buildspec == SPEC


def test_inputs_and_outputs_are_variables() -> None:
    settings = {"inputs": {"raw-data": "dataset"}, "outputs": {"model": "model_artifact"}}

    found = variables(settings, **{"raw-data": "s3://a/b"})

    folder = ("s3://", Deployed("ArtifactBucket"), "/churn/node/model/", ExecutionValue("id"), "/model.tar.gz")
    assert found == {"INPUT_RAW_DATA": "s3://a/b", "OUTPUT_MODEL": Joined(folder)}


def test_an_image_is_pushed_to_a_repository_of_the_pipeline_under_the_executions_id() -> None:
    settings = {"image_repository": "churn-model"}

    lowered = place(KIND, settings)

    repository = next(need for need in lowered.needs if isinstance(need, Repository))
    project = next(need for need in lowered.needs if isinstance(need, BuildProject))
    image = Joined((Deployed(f"{repository.logical_id}Uri"), ":", ExecutionValue("id")))
    assert lowered.outputs == {"image": image}
    assert variables(settings) == {"IMAGE_URI": image}
    assert project.privileged
    assert names(KIND.outputs(settings)) == {"image": PortType.IMAGE}


def test_variables_hold_references() -> None:
    assert variables({"environment": {"MACHINE": "${params.Machine}"}}) == {"MACHINE": ParameterValue("Machine")}


@pytest.mark.parametrize("spec", ["phases: {}", "- a\n- b", "version: [", ""])
def test_a_buildspec_that_codebuild_cannot_read_is_a_mistake_in_the_setting(spec: str) -> None:
    with pytest.raises(ValueError, match="buildspec"):
        KIND.settings.model_validate({"buildspec": spec})


def test_an_artifact_is_given_only_where_the_buildspec_lists_one() -> None:
    spec = "version: 0.2\nphases: {build: {commands: [make]}}\nartifacts: {files: ['**/*']}\n"

    assert [port.name for port in KIND.outputs({"gives_artifact": True})] == ["artifact"]
    assert place(KIND, {"gives_artifact": True, "buildspec": spec}).outputs["artifact"] == "node"
    with pytest.raises(ValueError, match="lists no 'artifacts'"):
        place(KIND, {"gives_artifact": True})
