"""Kubernetes deploy: rolls out manifests or a Helm chart of an artifact to an EKS cluster."""

from typing import Annotated

from pydantic import Field

from designer.catalog.delivery import DeliverySettings, delivered, here, logging, needs, source_input, where
from designer.catalog.form import Form
from designer.catalog.kind import Category, Kind
from designer.catalog.needs import Statement
from designer.catalog.placed import Lowered, Placed
from designer.catalog.ports import fixed
from designer.catalog.requests import resolved, settings_of
from designer.catalog.steps import Action
from designer.catalog.values import joined

_NETWORK = (
    "ec2:CreateNetworkInterface",
    "ec2:DeleteNetworkInterface",
    "ec2:DescribeDhcpOptions",
    "ec2:DescribeNetworkInterfaces",
    "ec2:DescribeRouteTables",
    "ec2:DescribeSecurityGroups",
    "ec2:DescribeSubnets",
    "ec2:DescribeVpcs",
)
_FROM_CODEBUILD = {"StringEquals": {"ec2:AuthorizedService": "codebuild.amazonaws.com"}}


class KubernetesDeploySettings(DeliverySettings):
    """Which cluster, and what is rolled out."""

    cluster: Annotated[str, Form(shape="eks:DescribeCluster:name", group="Cluster")] = Field(
        min_length=1, description="The name of an EKS cluster that exists."
    )
    namespace: Annotated[str, Form(group="Cluster")] = Field(
        default="", description="The namespace. Empty: the one that the manifests or the chart name."
    )
    manifests: Annotated[tuple[str, ...], Form(editor="list", group="Manifests")] = Field(
        default=(), description="Manifest files in the artifact, applied with kubectl."
    )
    chart: Annotated[str, Form(group="Helm chart", placeholder="./chart")] = Field(
        default="", description="The folder of a Helm chart in the artifact, instead of manifests."
    )
    release: Annotated[str, Form(group="Helm chart")] = Field(default="", description="The name of the release.")
    values_files: Annotated[tuple[str, ...], Form(editor="list", group="Helm chart")] = Field(
        default=(), description="Files in the artifact with values for the chart."
    )
    subnets: Annotated[tuple[str, ...], Form(editor="list", group="Network", advanced=True)] = Field(
        default=(), description="Subnets from which a private cluster is reached."
    )
    security_groups: Annotated[tuple[str, ...], Form(editor="list", group="Network", advanced=True)] = Field(
        default=(), description="Security groups for those subnets."
    )


def lower(placed: Placed) -> Lowered:
    """Make an EKS deploy action."""
    settings = settings_of(placed, KubernetesDeploySettings)
    if bool(settings.manifests) is bool(settings.chart):
        raise ValueError("Name manifest files or a Helm chart: one of the two.")
    if settings.chart and not settings.release:
        raise ValueError("Name the release of the Helm chart.")
    cluster = resolved(placed, settings.cluster)
    action = Action(
        category="Deploy",
        provider="EKS",
        configuration={
            "ClusterName": cluster,
            "Namespace": resolved(placed, settings.namespace),
            "ManifestFiles": ",".join(settings.manifests),
            "HelmReleaseName": resolved(placed, settings.release),
            "HelmChartLocation": resolved(placed, settings.chart),
            "HelmValuesFiles": ",".join(settings.values_files),
            "Subnets": resolved(placed, ",".join(settings.subnets)),
            "SecurityGroupIds": resolved(placed, ",".join(settings.security_groups)),
        },
    )
    finding = needs(
        placed, "find the cluster", ("eks:DescribeCluster",), here(placed, "eks", joined("cluster/", cluster))
    )
    network = _network(placed) if settings.subnets else ()
    return delivered(placed, action, (finding, *network, logging(placed, where(placed))))


def _network(placed: Placed) -> tuple[Statement, ...]:
    return (
        needs(placed, "reach the cluster from its subnets", _NETWORK, "*"),
        Statement(
            actions=("ec2:CreateNetworkInterfacePermission",),
            resources=(here(placed, "ec2", "network-interface/*"),),
            reason=f"{placed.id}: let the machines of the action use the network interface",
            conditions=_FROM_CODEBUILD,
        ),
    )


KIND = Kind(
    id="kubernetes_deploy",
    title="Kubernetes deploy",
    summary="Rolls out manifests or a Helm chart of an artifact to an EKS cluster.",
    category=Category.DEPLOY,
    settings=KubernetesDeploySettings,
    lower=lower,
    inputs=fixed(source_input("The manifests or the chart.")),
)
