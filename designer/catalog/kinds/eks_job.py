"""EKS job: runs a container as a Kubernetes job and waits for its end."""

import re
from typing import Annotated

from pydantic import Field

from designer.catalog.form import Form
from designer.catalog.kind import Category, Kind
from designer.catalog.named_ports import environment_variables, values_input
from designer.catalog.placed import Lowered, Placed
from designer.catalog.ports import fixed
from designer.catalog.requests import names_and_values, resolved, settings_of, without_empty
from designer.catalog.steps import NativeTask
from designer.catalog.tasks import CatchingSettings
from designer.catalog.values import ExecutionValue, ItemIndex, Value, joined

_SHAPE = "eks:DescribeCluster:"


class EksJobSettings(CatchingSettings):
    """Which cluster, and what runs there."""

    cluster: Annotated[str, Form(shape=_SHAPE + "name", group="Cluster")] = Field(
        min_length=1,
        description="The name of a cluster whose API can be reached from the internet, and which lets the machine's role "
        "make jobs.",
    )
    endpoint: Annotated[str, Form(group="Cluster", placeholder="https://ABC.gr7.us-east-1.eks.amazonaws.com")] = Field(
        pattern=r"^https://|^\$\{", description="The address of the cluster's API."
    )
    certificate_authority: Annotated[str, Form(editor="multiline", group="Cluster")] = Field(
        min_length=1, description="The certificate of the cluster's API, in base64: 'certificateAuthority.data'."
    )
    namespace: Annotated[str, Form(group="Cluster", advanced=True)] = Field(
        default="default", min_length=1, description="The namespace that the job runs in."
    )
    image: Annotated[str, Form(editor="registry", group="Container")] = Field(
        min_length=1, description="The image of the container."
    )
    command: Annotated[tuple[str, ...], Form(editor="list", group="Container")] = Field(
        default=(), description="The command, when it is another than the image's."
    )
    environment: Annotated[dict[str, str], Form(editor="table", group="Container")] = Field(
        default_factory=dict,
        description="Environment variables. Values joined to the input are added under their names in capitals.",
    )
    service_account: Annotated[str, Form(group="Container", advanced=True)] = Field(
        default="", description="The account in the cluster that the container runs as."
    )
    tries: Annotated[int, Form(editor="number", group="Limits", advanced=True)] = Field(
        default=1, ge=1, le=20, description="How often Kubernetes starts the container before the job has failed."
    )
    keeps_logs: Annotated[bool, Form(editor="flag", group="Limits", advanced=True)] = Field(
        default=True, description="Take the logs of the container into the answer."
    )
    timeout_seconds: Annotated[int, Form(editor="number", unit="s", group="Limits", advanced=True)] = Field(
        default=86_400, ge=60, le=604_800, description="The job is given up after this time."
    )


def lower(placed: Placed) -> Lowered:
    """Make a task that runs the job."""
    settings = settings_of(placed, EksJobSettings)
    arguments = {
        "ClusterName": resolved(placed, settings.cluster),
        "CertificateAuthority": resolved(placed, settings.certificate_authority),
        "Endpoint": resolved(placed, settings.endpoint),
        "Namespace": resolved(placed, settings.namespace),
        "LogOptions": {"RetrieveLogs": settings.keeps_logs},
        "Job": {
            "apiVersion": "batch/v1",
            "kind": "Job",
            "metadata": {"name": _name(placed)},
            "spec": {"backoffLimit": settings.tries - 1, "template": {"spec": _pod(placed, settings)}},
        },
    }
    task = NativeTask(
        id=placed.id,
        node=placed.id,
        integration="eks:runJob.sync",
        arguments=arguments,
        timeout_seconds=settings.timeout_seconds,
    )
    return Lowered(steps=(task,))


def _name(placed: Placed) -> Value:
    """Return a name of its own for each execution, and in a map for each item."""
    begin = re.sub(r"[^a-z0-9-]+", "-", placed.id.lower())[:18].strip("-")
    items = [part for one in placed.each for part in ("-", ItemIndex(one))]
    return joined(f"{begin}-", ExecutionValue("id"), *items)


def _pod(placed: Placed, settings: EksJobSettings) -> dict[str, object]:
    container = without_empty(
        {
            "name": "job",
            "image": resolved(placed, settings.image),
            "command": placed.resolve(list(settings.command)),
            "env": names_and_values(environment_variables(placed, settings.environment)),
        }
    )
    account = without_empty({"serviceAccountName": resolved(placed, settings.service_account)})
    return {"containers": [container], "restartPolicy": "Never", **account}


KIND = Kind(
    id="eks_job",
    title="EKS job",
    summary="Runs a container as a Kubernetes job in an EKS cluster, and waits for its end.",
    category=Category.PREPARE,
    settings=EksJobSettings,
    lower=lower,
    inputs=fixed(values_input("Values for the container's environment.")),
)
