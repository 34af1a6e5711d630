"""Model package groups: emptied before they are deleted, because AWS deletes no group with versions in it."""

from typing import TYPE_CHECKING

from designer.aws.refusals import refusing

if TYPE_CHECKING:
    from mypy_boto3_sagemaker import SageMakerClient


class ModelPackageGateway:
    """What we need of the model registry."""

    def __init__(self, client: "SageMakerClient") -> None:
        self._client = client

    def empty(self, group: str) -> int:
        """Delete every version in a group; return how many."""
        with refusing(f"empty the model package group '{group}'"):
            pages = self._client.get_paginator("list_model_packages").paginate(ModelPackageGroupName=group)
            arns = [one["ModelPackageArn"] for page in pages for one in page["ModelPackageSummaryList"]]
            for arn in arns:
                self._client.delete_model_package(ModelPackageName=arn)
        return len(arns)
