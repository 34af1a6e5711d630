"""Studio workspace: a place in SageMaker Studio for one person, which the template makes."""

from typing import Annotated, Literal

from pydantic import Field

from designer.catalog.form import Form
from designer.catalog.functions import bucket_statements
from designer.catalog.jobs import JobRole, VpcSettings
from designer.catalog.kind import Category, Kind
from designer.catalog.naming import logical_id, resource_name
from designer.catalog.needs import TemplateResource
from designer.catalog.placed import Lowered, Placed
from designer.catalog.ports import Port, PortType, fixed
from designer.catalog.requests import encryption_key, execution_role, refuse_run_time, settings_of, tags, without_empty
from designer.catalog.values import Deployed

_NAME = r"^([a-zA-Z0-9](-*[a-zA-Z0-9]){0,62})?$"


class StudioWorkspaceSettings(VpcSettings):
    """Whose workspace, in which domain, and on which machine."""

    user: Annotated[str, Form(group="Workspace", shape="sagemaker:CreateUserProfile:UserProfileName")] = Field(
        default="", pattern=_NAME, description="The name of the user profile. Empty: pipeline and node joined."
    )
    app: Annotated[Literal["JupyterLab", "CodeEditor"], Form(editor="choice", group="Workspace")] = Field(
        default="JupyterLab", description="What one works with in the space."
    )
    instance_type: Annotated[str, Form(editor="instance", use="studio", group="Workspace")] = Field(
        default="ml.t3.medium", description="The sort of machine. It is paid for while the app runs."
    )
    volume_gb: Annotated[int, Form(editor="number", unit="GB", group="Workspace")] = Field(
        default=5, ge=5, le=16_384, description="The size of the disk of the space."
    )
    domain_id: Annotated[str, Form(group="Domain", placeholder="d-abcdefghijkl")] = Field(
        default="",
        pattern=r"^(d-(-*[a-z0-9]){1,61})?$",
        description="The id of a domain that exists. Empty: one is made, in the VPC below.",
    )
    vpc_id: Annotated[str, Form(group="Domain", shape="sagemaker:CreateDomain:VpcId", placeholder="vpc-0123")] = Field(
        default="", description="The VPC of the domain that is made; it needs subnets too."
    )
    idle_minutes: Annotated[int, Form(editor="number", unit="min", group="Domain")] = Field(
        default=120,
        ge=60,
        le=525_600,
        description="In a domain that is made, an app that nobody uses is stopped after this time.",
    )
    role_arn: JobRole = ""


def lower(placed: Placed) -> Lowered:
    """Give a user profile and its space, in a domain of its own where none is named; nothing runs."""
    settings = settings_of(placed, StudioWorkspaceSettings)
    user = settings.user or resource_name(placed.pipeline, placed.id)
    domain = _domain(placed, settings)
    domain_id = settings.domain_id or Deployed(f"{domain.logical_id}Ref")
    profile = TemplateResource(
        logical_id=logical_id(placed.id, "User"),
        node=placed.id,
        type="AWS::SageMaker::UserProfile",
        properties=without_empty(
            {
                "DomainId": domain_id,
                "UserProfileName": user,
                "UserSettings": _user_settings(placed, settings),
                "Tags": tags(placed),
            }
        ),
    )
    space = TemplateResource(
        logical_id=logical_id(placed.id, "Space"),
        node=placed.id,
        type="AWS::SageMaker::Space",
        properties=without_empty(
            {
                "DomainId": domain_id,
                "SpaceName": user,
                "OwnershipSettings": {"OwnerUserProfileName": user},
                "SpaceSharingSettings": {"SharingType": "Private"},
                "SpaceSettings": _space_settings(settings),
                "Tags": tags(placed),
            }
        ),
        after=(profile.logical_id,),
    )
    made = (profile, space) if settings.domain_id else (domain, profile, space)
    refuse_run_time("A workspace", [one.properties for one in made])
    allowed = () if settings.role_arn else bucket_statements(f"{placed.id} reads and writes the pipeline's data")
    return Lowered(outputs={"domain": domain_id, "space": user}, needs=made, statements=allowed)


def _domain(placed: Placed, settings: StudioWorkspaceSettings) -> TemplateResource:
    if not settings.domain_id and not (settings.vpc_id and settings.subnets):
        raise ValueError("Name a domain that exists, or the VPC and the subnets in which one is to be made.")
    idle = {"LifecycleManagement": "ENABLED", "IdleTimeoutInMinutes": settings.idle_minutes}
    properties = without_empty(
        {
            "DomainName": resource_name(placed.pipeline, placed.id),
            "AuthMode": "IAM",
            "VpcId": placed.resolve(settings.vpc_id),
            "SubnetIds": placed.resolve(list(settings.subnets)),
            "DefaultUserSettings": {
                **_user_settings(placed, settings),
                f"{settings.app}AppSettings": {"AppLifecycleManagement": {"IdleSettings": idle}},
            },
            "KmsKeyId": encryption_key(placed),
            "Tags": tags(placed),
        }
    )
    return TemplateResource(
        logical_id=logical_id(placed.id, "Domain"),
        node=placed.id,
        type="AWS::SageMaker::Domain",
        properties=properties,
    )


def _user_settings(placed: Placed, settings: StudioWorkspaceSettings) -> dict[str, object]:
    return without_empty(
        {
            "ExecutionRole": execution_role(placed, settings.role_arn),
            "SecurityGroups": placed.resolve(list(settings.security_groups)),
        }
    )


def _space_settings(settings: StudioWorkspaceSettings) -> dict[str, object]:
    return {
        "AppType": settings.app,
        f"{settings.app}AppSettings": {"DefaultResourceSpec": {"InstanceType": settings.instance_type}},
        "SpaceStorageSettings": {"EbsStorageSettings": {"EbsVolumeSizeInGb": settings.volume_gb}},
    }


KIND = Kind(
    id="studio_workspace",
    title="Studio workspace",
    summary="A user profile and a space of SageMaker Studio, which the template makes and no run touches.",
    category=Category.PREPARE,
    settings=StudioWorkspaceSettings,
    lower=lower,
    outputs=fixed(
        Port(name="domain", type=PortType.VALUE, title="Domain", help="The id of the domain."),
        Port(name="space", type=PortType.VALUE, title="Space", help="The name of the space, and of its owner."),
    ),
    ends=True,
    accepts_flow=False,
)
