"""What a deployment by CodeDeploy needs."""

from designer.catalog.delivery import here, needs
from designer.catalog.needs import Statement
from designer.catalog.placed import Placed
from designer.catalog.values import Value, joined

_OF_THE_APPLICATION = (
    "codedeploy:GetApplication",
    "codedeploy:GetApplicationRevision",
    "codedeploy:RegisterApplicationRevision",
)


def deploying(placed: Placed, application: Value, group: Value) -> tuple[Statement, ...]:
    """Return what the pipeline's role does with an application and a deployment group."""
    return (
        needs(
            placed,
            "deploy to the group",
            ("codedeploy:CreateDeployment", "codedeploy:GetDeployment"),
            here(placed, "codedeploy", joined("deploymentgroup:", application, "/", group)),
        ),
        needs(
            placed,
            "register the revision",
            _OF_THE_APPLICATION,
            here(placed, "codedeploy", joined("application:", application)),
        ),
        needs(
            placed,
            "read how to deploy",
            ("codedeploy:GetDeploymentConfig",),
            here(placed, "codedeploy", "deploymentconfig:*"),
        ),
    )
