"""Deploy to EKS: applies Kubernetes manifests with CodeBuild."""

from typing import Annotated

from pydantic import Field

from designer.catalog.archives import folder_beside, zipped
from designer.catalog.builds import build_call
from designer.catalog.form import Form
from designer.catalog.kind import Category, Kind
from designer.catalog.naming import asset_key, logical_id
from designer.catalog.needs import Asset, BuildProject, Statement
from designer.catalog.placed import Lowered, Placed
from designer.catalog.ports import Port, PortType, fixed
from designer.catalog.requests import arn, as_text, one_input, resolved, settings_of
from designer.catalog.tasks import TaskSettings
from designer.catalog.values import Value, joined

_BUILDSPEC = """version: 0.2
phases:
  install:
    commands:
      - command -v kubectl || curl -fsSLo /usr/local/bin/kubectl "$KUBECTL_URL"
      - chmod +x "$(command -v kubectl || echo /usr/local/bin/kubectl)"
  build:
    commands:
      - aws eks update-kubeconfig --name "$CLUSTER" --region "$AWS_REGION"
      - sed -i "s|IMAGE_URI|$IMAGE_URI|g; s|MODEL_URI|$MODEL_URI|g" *.y*ml
      - for manifest in *.y*ml; do kubectl apply --namespace "$NAMESPACE" -f "$manifest"; done
      - kubectl rollout status --namespace "$NAMESPACE" --timeout 10m -f . || kubectl get --namespace "$NAMESPACE" -f .
"""
_KUBECTL_URL = "https://dl.k8s.io/release/v1.31.4/bin/linux/amd64/kubectl"


class DeployEksSettings(TaskSettings):
    """The cluster and what is applied to it."""

    cluster: Annotated[str, Form(shape="eks:DescribeCluster:name")] = Field(
        min_length=1, description="The cluster; it exists already, and its access entries allow the build's role."
    )
    namespace: Annotated[str, Form()] = Field(
        default="default", min_length=1, description="The Kubernetes namespace; it exists already."
    )
    manifests: Annotated[str, Form(editor="folder")] = Field(
        min_length=1,
        description="A folder beside the document with YAML manifests. IMAGE_URI and MODEL_URI in them are replaced by "
        "the image and the model that are joined to this node.",
    )
    timeout_minutes: Annotated[int, Form(editor="number", unit="min", advanced=True)] = Field(
        default=30, ge=5, le=480, description="The deployment is given up after this time."
    )


def lower(placed: Placed) -> Lowered:
    """Make a CodeBuild project that applies the manifests, and one StartBuild request."""
    settings = settings_of(placed, DeployEksSettings)
    content = zipped(folder_beside(placed.files, settings.manifests))
    code = Asset(key=asset_key(content, f"{placed.id}.zip"), content=content)
    cluster = resolved(placed, settings.cluster)
    project = BuildProject(
        logical_id=logical_id(placed.id, "Build"),
        node=placed.id,
        buildspec=_BUILDSPEC,
        environment={"KUBECTL_URL": _KUBECTL_URL},
        source_key=code.key,
        timeout_minutes=settings.timeout_minutes,
        statements=(
            Statement(
                actions=("eks:DescribeCluster",),
                resources=(arn("eks", joined("cluster/", cluster)),),
                reason=f"{placed.id} asks where the cluster is",
            ),
        ),
    )
    call = build_call(placed, project, _variables(placed, settings, cluster))
    return Lowered(steps=(call,), needs=(code, project))


def _variables(placed: Placed, settings: DeployEksSettings, cluster: Value) -> dict[str, Value]:
    variables = {"CLUSTER": cluster, "NAMESPACE": resolved(placed, settings.namespace)}
    for port, name in (("image", "IMAGE_URI"), ("model", "MODEL_URI")):
        value = one_input(placed, port)
        if value != "":
            variables[name] = as_text(value)
    return variables


KIND = Kind(
    id="deploy_eks",
    title="Deploy to EKS",
    summary="Applies Kubernetes manifests to an Amazon EKS cluster, with the new image filled in, and waits for them.",
    category=Category.DEPLOY,
    settings=DeployEksSettings,
    lower=lower,
    inputs=fixed(
        Port(name="image", type=PortType.IMAGE, title="Image", help="The container image to run."),
        Port(name="model", type=PortType.MODEL_ARTIFACT, title="Model file", help="The model to serve."),
    ),
)
