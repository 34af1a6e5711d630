import yaml

from designer.catalog.kinds.deploy_eks import KIND
from designer.catalog.needs import BuildProject
from designer.catalog.values import StepOutput
from tests.unit.catalog.kinds.placing import complaints, place, the_call

SETTINGS: dict[str, object] = {"cluster": "ml", "manifests": "k8s"}
FILES = {"k8s/deployment.yaml": b"kind: Deployment"}
MODEL = StepOutput("train", ("ModelArtifacts", "S3ModelArtifacts"))


def test_botocore_accepts_the_request() -> None:
    assert complaints(the_call(place(KIND, SETTINGS, inputs={"image": "a:1", "model": MODEL}, files=FILES))) == ""


def test_the_build_is_told_cluster_namespace_image_and_model() -> None:
    lowered = place(KIND, SETTINGS, inputs={"image": "a:1", "model": MODEL}, files=FILES)

    found = the_call(lowered).request["environmentVariablesOverride"]
    assert {one["name"]: one["value"] for one in found} == {  # type: ignore[attr-defined]
        "CLUSTER": "ml",
        "NAMESPACE": "default",
        "IMAGE_URI": "a:1",
        "MODEL_URI": MODEL,
    }


def test_the_buildspec_is_yaml_with_the_commands_as_text() -> None:
    project = next(need for need in place(KIND, SETTINGS, files=FILES).needs if isinstance(need, BuildProject))

    spec = yaml.safe_load(project.buildspec)
    commands = [command for phase in spec["phases"].values() for command in phase["commands"]]
    assert all(isinstance(command, str) for command in commands)
    assert any(command.startswith("aws eks update-kubeconfig") for command in commands)


def test_the_build_may_ask_for_this_cluster_alone() -> None:
    project = next(need for need in place(KIND, SETTINGS, files=FILES).needs if isinstance(need, BuildProject))

    (statement,) = project.statements
    assert statement.actions == ("eks:DescribeCluster",)
    assert str(statement.resources[0]).endswith("':cluster/ml'))")
