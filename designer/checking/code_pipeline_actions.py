"""Actions of an imported CodePipeline in their stages, and which configuration each provider takes.

Source: the action structure reference of the CodePipeline user guide
(https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference.html).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from designer.document.kept import CODE_PIPELINE
from designer.graph.model import Graph

KIND = "codepipeline_action"


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys of a provider's configuration: those that must be there, and all others."""

    needed: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


_CODEBUILD = Keys(("ProjectName",), ("PrimarySource", "EnvironmentVariables", "BatchEnabled", "CombineArtifacts"))
_IMAGES = tuple(f"Image{number}{part}" for number in range(1, 5) for part in ("ArtifactName", "ContainerName"))
_TARGETS = ("DeploymentTargets", "Regions", "FailureTolerancePercentage", "MaxConcurrentPercentage")
_DEVICES = (
    "RadioBluetoothEnabled",
    "RecordAppPerformanceData",
    "RecordVideo",
    "RadioWifiEnabled",
    "RadioNfcEnabled",
    "RadioGpsEnabled",
    "FuzzEventCount",
    "FuzzEventThrottle",
    "FuzzRandomizerSeed",
    "CustomHostMachineArtifacts",
    "CustomDeviceArtifacts",
    "UnmeteredDevicesOnly",
    "JobTimeoutMinutes",
    "Latitude",
    "Longitude",
)
PROVIDERS: Mapping[tuple[str, str], Keys | None] = {
    ("Source", "S3"): Keys(("S3Bucket", "S3ObjectKey"), ("PollForSourceChanges", "AllowOverrideForS3ObjectKey")),
    ("Source", "CodeCommit"): Keys(("RepositoryName", "BranchName"), ("PollForSourceChanges", "OutputArtifactFormat")),
    ("Source", "CodeStarSourceConnection"): Keys(
        ("ConnectionArn", "FullRepositoryId", "BranchName"), ("OutputArtifactFormat", "DetectChanges")
    ),
    ("Source", "ECR"): Keys(("RepositoryName",), ("ImageTag",)),
    ("Source", "GitHub"): Keys(("Owner", "Repo", "Branch", "OAuthToken"), ("PollForSourceChanges",)),
    ("Build", "CodeBuild"): _CODEBUILD,
    ("Test", "CodeBuild"): _CODEBUILD,
    ("Build", "ECRBuildAndPublish"): Keys(("ECRRepositoryName",), ("DockerFilePath", "ImageTags", "RegistryType")),
    ("Test", "DeviceFarm"): Keys(
        ("AppType", "ProjectId", "App", "DevicePoolArn", "TestType"), ("AppiumVersion", "Test", *_DEVICES)
    ),
    ("Compute", "Commands"): Keys(),
    ("Deploy", "S3"): Keys(
        ("BucketName", "Extract"), ("ObjectKey", "KMSEncryptionKeyARN", "CannedACL", "CacheControl")
    ),
    ("Deploy", "CloudFormation"): Keys(
        ("ActionMode",),
        (
            "StackName",
            "ChangeSetName",
            "TemplatePath",
            "TemplateConfiguration",
            "Capabilities",
            "RoleArn",
            "OutputFileName",
            "ParameterOverrides",
        ),
    ),
    ("Deploy", "CloudFormationStackSet"): Keys(
        ("StackSetName", "TemplatePath"),
        (
            "Description",
            "Parameters",
            "Capabilities",
            "PermissionModel",
            "AdministrationRoleArn",
            "ExecutionRoleName",
            "OrganizationsAutoDeployment",
            *_TARGETS,
        ),
    ),
    ("Deploy", "CloudFormationStackInstances"): Keys(
        ("StackSetName", "DeploymentTargets", "Regions"), ("ParameterOverrides", *_TARGETS)
    ),
    ("Deploy", "CodeDeploy"): Keys(("ApplicationName", "DeploymentGroupName")),
    ("Deploy", "ECS"): Keys(("ClusterName", "ServiceName"), ("FileName", "DeploymentTimeout")),
    ("Deploy", "CodeDeployToECS"): Keys(
        ("ApplicationName", "DeploymentGroupName", "TaskDefinitionTemplateArtifact", "AppSpecTemplateArtifact"),
        ("TaskDefinitionTemplatePath", "AppSpecTemplatePath", *_IMAGES),
    ),
    ("Deploy", "ElasticBeanstalk"): Keys(("ApplicationName", "EnvironmentName")),
    ("Deploy", "AppConfig"): Keys(
        ("Application", "Environment", "ConfigurationProfile", "InputArtifactConfigurationPath"),
        ("DeploymentStrategy",),
    ),
    ("Deploy", "ServiceCatalog"): Keys(
        ("ProductId",),
        (
            "ConfigurationFilePath",
            "ProductType",
            "ProductVersionName",
            "ProductVersionDescription",
            "TemplateFilePath",
        ),
    ),
    ("Deploy", "OpsWorks"): None,
    ("Deploy", "AlexaSkillsKit"): None,
    ("Deploy", "EKS"): Keys(
        ("ClusterName",),
        (
            "Namespace",
            "ManifestFiles",
            "HelmReleaseName",
            "HelmChartLocation",
            "HelmValuesFiles",
            "Subnets",
            "SecurityGroupIds",
            "EnvironmentVariables",
        ),
    ),
    ("Deploy", "EC2"): Keys(
        ("InstanceTagKey", "InstanceType"),
        (
            "InstanceTagValue",
            "TargetDirectory",
            "PreScript",
            "PostScript",
            "DeploySpec",
            "MaxBatch",
            "MaxError",
            "TargetGroupNameList",
        ),
    ),
    ("Deploy", "Lambda"): Keys(
        ("FunctionName",), ("FunctionAlias", "PublishedTargetVersion", "DeployStrategy", "Alarms")
    ),
    ("Invoke", "Lambda"): Keys(("FunctionName",), ("UserParameters",)),
    ("Invoke", "StepFunctions"): Keys(("StateMachineArn",), ("ExecutionNamePrefix", "Input", "InputType")),
    ("Invoke", "CodePipeline"): Keys(("PipelineName",), ("SourceRevisions", "Variables")),
    ("Invoke", "InspectorScan"): Keys(
        ("InspectorRunMode",),
        ("ECRRepositoryName", "ImageTag", "CriticalThreshold", "HighThreshold", "MediumThreshold", "LowThreshold"),
    ),
    ("Approval", "Manual"): Keys((), ("NotificationArn", "CustomData", "ExternalEntityLink", "ExternalReviewer")),
}
"""By category and provider of AWS's own; None where the keys are not held against anything."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenAction:
    """An action as it was written: its node, the number of its stage from 0, and when in the stage it runs."""

    node: str
    stage: int
    order: int
    body: Mapping[str, object]

    @property
    def type_id(self) -> Mapping[str, object]:
        """Return category, owner, provider and version."""
        found = self.body.get("actionTypeId")
        return found if isinstance(found, Mapping) else {}

    @property
    def configuration(self) -> Mapping[str, object]:
        """Return the configuration, empty where there is none."""
        found = self.body.get("configuration")
        return found if isinstance(found, Mapping) else {}

    @property
    def namespace(self) -> str:
        """Return the namespace of the action's variables, or nothing."""
        return str(self.body.get("namespace") or "")

    def artifacts(self, key: str) -> Iterator[str]:
        """Yield the names of the `inputArtifacts` or `outputArtifacts`."""
        listed = self.body.get(key)
        for one in listed if isinstance(listed, list) else ():
            if isinstance(one, Mapping) and isinstance(one.get("name"), str):
                yield str(one["name"])


def pipeline_of(graph: Graph) -> Mapping[str, object]:
    """Return what is kept of an imported pipeline beside its actions; nothing where none was imported."""
    found = graph.document.settings.get(CODE_PIPELINE)
    return found if isinstance(found, Mapping) else {}


def actions_of(graph: Graph) -> tuple[WrittenAction, ...]:
    """Return the actions in the order in which they run."""
    stages = pipeline_of(graph).get("stages")
    found: list[WrittenAction] = []
    for stage, one in enumerate(stages if isinstance(stages, list) else ()):
        names = one.get("actions") if isinstance(one, Mapping) else None
        for name in names if isinstance(names, list) else ():
            node = graph.nodes.get(str(name))
            body = node.node.settings.get("definition") if node is not None and node.kind.id == KIND else None
            if isinstance(body, Mapping):
                order = body.get("runOrder", 1)
                place = order if isinstance(order, int) else 1
                found.append(WrittenAction(node=str(name), stage=stage, order=place, body=body))
    return tuple(sorted(found, key=lambda action: (action.stage, action.order)))
