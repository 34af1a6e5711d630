"""The clients of one account, made when first asked for."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from designer.aws.account import Account, session

if TYPE_CHECKING:
    import boto3
    from botocore.config import Config
    from mypy_boto3_cloudformation import CloudFormationClient
    from mypy_boto3_codepipeline import CodePipelineClient
    from mypy_boto3_s3 import S3Client
    from mypy_boto3_sagemaker import SageMakerClient
    from mypy_boto3_stepfunctions import SFNClient
    from mypy_boto3_sts import STSClient


class Clients:
    """Makes boto3 clients for an account; one session is kept for them all."""

    def __init__(self, account: Account) -> None:
        self.account = account
        self._opened: boto3.Session | None = None

    @property
    def _session(self) -> "boto3.Session":
        if self._opened is None:
            self._opened = session(self.account)
        return self._opened

    def cloudformation(self) -> "CloudFormationClient":
        """Return the client for stacks."""
        client: CloudFormationClient = self._client("cloudformation")
        return client

    def s3(self) -> "S3Client":
        """Return the client for buckets."""
        client: S3Client = self._client("s3")
        return client

    def sagemaker(self) -> "SageMakerClient":
        """Return the client for SageMaker pipelines."""
        client: SageMakerClient = self._client("sagemaker")
        return client

    def stepfunctions(self) -> "SFNClient":
        """Return the client for state machines."""
        client: SFNClient = self._client("stepfunctions")
        return client

    def codepipeline(self) -> "CodePipelineClient":
        """Return the client for CodePipeline."""
        client: CodePipelineClient = self._client("codepipeline")
        return client

    def listed(self, service: str) -> Any:  # noqa: ANN401 - as below
        """Return the client of a service that is only asked for lists."""
        return self._client(service)

    def sts(self) -> "STSClient":
        """Return the client that tells who we are."""
        client: STSClient = self._client("sts")
        return client

    def _client(self, service: str) -> Any:  # noqa: ANN401 - boto3 makes its clients at run time; callers name the type
        make: Callable[..., object] = self._session.client
        return make(service, endpoint_url=self._endpoint, config=self._config())

    @property
    def _endpoint(self) -> str | None:
        return self.account.endpoint_url or None

    def _config(self) -> "Config":
        from botocore.config import Config

        attempts = 1 if self.account.is_sandbox else 5
        return Config(
            retries={"total_max_attempts": attempts, "mode": "standard"},
            s3={"addressing_style": "path"} if self.account.is_sandbox else {},
            read_timeout=120,
        )
