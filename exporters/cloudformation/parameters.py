"""The parameters and conditions of a template."""

from collections.abc import Iterable

from designer.catalog.needs import Need, PackageGroup
from designer.workflow.model import Workflow
from exporters.cloudformation.intrinsics import ref
from exporters.cloudformation.named_resources import group_condition
from exporters.cloudformation.names import MAKE_BUCKET, MAKE_ROLES

_BUCKET = "[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]"
_ROLE = r"arn:aws[a-z-]*:iam::\d{12}:role/[\w+=,.@/-]+"


def parameters(workflow: Workflow, needs: Iterable[Need]) -> dict[str, object]:
    """Return what is asked for at deployment; the defaults are those of the document."""
    settings = workflow.document.settings
    asked: dict[str, object] = {
        "AssetsBucket": {
            "Type": "String",
            "Description": "The bucket that the code of the pipeline was uploaded to.",
            "AllowedPattern": f"^{_BUCKET}$",
            "ConstraintDescription": "the name of a bucket",
        },
        "ExistingRoleArn": {
            "Type": "String",
            "Default": str(settings.get("execution_role") or ""),
            "Description": "A role to use for everything instead of making roles; leave it empty to have them made.",
            "AllowedPattern": f"^$|^{_ROLE}$",
            "ConstraintDescription": "the ARN of a role, or nothing",
        },
        "ExistingBucket": {
            "Type": "String",
            "Default": str(settings.get("bucket") or ""),
            "Description": "A bucket to use for artifacts instead of making one; leave it empty to have it made.",
            "AllowedPattern": f"^$|^{_BUCKET}$",
            "ConstraintDescription": "the name of a bucket, or nothing",
        },
    }
    for group in _groups(needs):
        asked[group_condition(group)] = {
            "Type": "String",
            "Default": "yes",
            "AllowedValues": ["yes", "no"],
            "Description": f"Whether to make the model package group {group.name}; say no where it exists already.",
        }
    return asked


def conditions(needs: Iterable[Need]) -> dict[str, object]:
    """Return the conditions behind the parameters."""
    made: dict[str, object] = {
        MAKE_ROLES: {"Fn::Equals": [ref("ExistingRoleArn"), ""]},
        MAKE_BUCKET: {"Fn::Equals": [ref("ExistingBucket"), ""]},
    }
    for group in _groups(needs):
        made[f"{group_condition(group)}Wanted"] = {"Fn::Equals": [ref(group_condition(group)), "yes"]}
    return made


def _groups(needs: Iterable[Need]) -> Iterable[PackageGroup]:
    return (need for need in needs if isinstance(need, PackageGroup))
