"""Notebook instance: a machine with Jupyter that the template makes, to look at what the pipeline makes."""

from typing import Annotated

from pydantic import Field

from designer.catalog.form import Form
from designer.catalog.functions import bucket_statements
from designer.catalog.jobs import JobRole
from designer.catalog.kind import Category, Kind
from designer.catalog.naming import logical_id, resource_name
from designer.catalog.needs import TemplateResource
from designer.catalog.placed import Lowered, Placed
from designer.catalog.ports import Port, PortType, fixed
from designer.catalog.requests import encryption_key, execution_role, refuse_run_time, settings_of, tags, without_empty
from designer.catalog.settings import Settings

_SHAPE = "sagemaker:CreateNotebookInstance:"


class NotebookInstanceSettings(Settings):
    """The machine, its network and its code."""

    instance_type: Annotated[str, Form(editor="instance", use="notebook_instance", shape=_SHAPE + "InstanceType")] = (
        Field(default="ml.t3.medium", description="The sort of machine. It is paid for until it is stopped.")
    )
    volume_gb: Annotated[int, Form(editor="number", unit="GB", shape=_SHAPE + "VolumeSizeInGB")] = Field(
        default=5, ge=5, le=16_384, description="The size of the disk, which keeps its content while it is stopped."
    )
    repository: Annotated[str, Form(shape=_SHAPE + "DefaultCodeRepository", placeholder="https://github.com/o/r")] = (
        Field(default="", description="A git repository that is cloned to it. Empty: none.")
    )
    subnet: Annotated[str, Form(group="Network", shape=_SHAPE + "SubnetId", advanced=True)] = Field(
        default="", description="A subnet to run in. Leave empty to run outside of a VPC."
    )
    security_groups: Annotated[tuple[str, ...], Form(editor="list", group="Network", advanced=True)] = Field(
        default=(), description="Security groups, when it runs in a subnet of yours."
    )
    reaches_internet: Annotated[bool, Form(editor="flag", group="Network", advanced=True)] = Field(
        default=True, description="It reaches the internet. Without it, it needs a subnet with ways to AWS."
    )
    root_access: Annotated[bool, Form(editor="flag", group="Permissions", advanced=True)] = Field(
        default=False, description="Whoever works on it may install system packages."
    )
    lifecycle: Annotated[str, Form(group="Permissions", shape=_SHAPE + "LifecycleConfigName", advanced=True)] = Field(
        default="", description="A lifecycle configuration that exists: scripts that run when it starts."
    )
    role_arn: JobRole = ""


def lower(placed: Placed) -> Lowered:
    """Give the instance; nothing runs."""
    settings = settings_of(placed, NotebookInstanceSettings)
    if bool(settings.subnet) is not bool(settings.security_groups):
        raise ValueError("A notebook instance in a VPC needs both a subnet and security groups.")
    if not (settings.reaches_internet or settings.subnet):
        raise ValueError("Without the internet it needs a subnet of yours. Name one, or let it reach the internet.")
    name = resource_name(placed.pipeline, placed.id)
    properties = without_empty(
        {
            "NotebookInstanceName": name,
            "InstanceType": placed.resolve(settings.instance_type),
            "RoleArn": execution_role(placed, settings.role_arn),
            "VolumeSizeInGB": settings.volume_gb,
            "DefaultCodeRepository": placed.resolve(settings.repository),
            "SubnetId": placed.resolve(settings.subnet),
            "SecurityGroupIds": placed.resolve(list(settings.security_groups)),
            "DirectInternetAccess": "Enabled" if settings.reaches_internet else "Disabled",
            "RootAccess": "Enabled" if settings.root_access else "Disabled",
            "LifecycleConfigName": placed.resolve(settings.lifecycle),
            "KmsKeyId": encryption_key(placed),
            "Tags": tags(placed),
        }
    )
    refuse_run_time("A notebook instance", properties)
    made = TemplateResource(
        logical_id=logical_id(placed.id, "Notebook"),
        node=placed.id,
        type="AWS::SageMaker::NotebookInstance",
        properties=properties,
    )
    allowed = () if settings.role_arn else bucket_statements(f"{placed.id} reads and writes the pipeline's data")
    return Lowered(outputs={"name": name}, needs=(made,), statements=allowed)


KIND = Kind(
    id="notebook_instance",
    title="Notebook instance",
    summary="A machine with Jupyter beside the pipeline, which the template makes and no run touches.",
    category=Category.PREPARE,
    settings=NotebookInstanceSettings,
    lower=lower,
    outputs=fixed(Port(name="name", type=PortType.VALUE, title="Name", help="The name of the notebook instance.")),
    ends=True,
    accepts_flow=False,
)
