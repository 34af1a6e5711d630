"""The account that a person works with: a profile, an emulator, or the sandbox."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from designer.aws.account import Account
from designer.aws.buckets import BucketGateway
from designer.aws.clients import Clients
from designer.aws.code_pipeline_runs import CodePipelineRuns
from designer.aws.identity import IdentityGateway
from designer.aws.listing import ListingGateway
from designer.aws.model_packages import ModelPackageGateway
from designer.aws.runs import RunGateway
from designer.aws.sagemaker_runs import SageMakerRuns
from designer.aws.stacks import StackGateway
from designer.aws.state_machine_runs import StateMachineRuns
from designer.sandbox.process import running_sandbox
from designer.workflow.targets import Target


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountChoice:
    """What a person says of the account: the account options of the command line, and the window's."""

    profile: str = ""
    region: str = ""
    endpoint_url: str = ""
    sandbox: bool = False
    stack: str = ""
    role_arn: str = ""
    bucket: str = ""


class Gateways:
    """The gateways to one account, each made when first asked for."""

    def __init__(self, account: Account) -> None:
        self.account = account
        self._clients = Clients(account)

    def stacks(self) -> StackGateway:
        """Return the gateway to stacks."""
        return StackGateway(self._clients.cloudformation())

    def buckets(self) -> BucketGateway:
        """Return the gateway to buckets."""
        return BucketGateway(self._clients.s3())

    def model_packages(self) -> ModelPackageGateway:
        """Return the gateway to the model registry."""
        return ModelPackageGateway(self._clients.sagemaker())

    def listing(self) -> ListingGateway:
        """Return the gateway to what there is to choose from."""
        return ListingGateway(self._clients.listed("iam"), self._clients.s3(), self._clients.listed("ecr"))

    def account_id(self) -> str:
        """Return the number of the account."""
        return IdentityGateway(self._clients.sts()).caller().account_id

    def runs(self, target: Target) -> RunGateway:
        """Return the gateway to the executions of a target's engine."""
        if target.resource_type == "AWS::SageMaker::Pipeline":
            return SageMakerRuns(self._clients.sagemaker())
        if target.resource_type == "AWS::StepFunctions::StateMachine":
            return StateMachineRuns(self._clients.stepfunctions())
        return CodePipelineRuns(self._clients.codepipeline())


@contextmanager
def opened(choice: AccountChoice, region: str) -> Iterator[Gateways]:
    """Open an account; a sandbox that has no address yet runs for as long as this is open."""
    chosen_region = choice.region or region
    if choice.sandbox and not choice.endpoint_url:
        with running_sandbox() as sandbox:
            yield Gateways(Account(region=chosen_region, endpoint_url=sandbox.endpoint_url, is_sandbox=True))
        return
    yield Gateways(
        Account(
            profile=choice.profile,
            region=chosen_region,
            endpoint_url=choice.endpoint_url,
            is_sandbox=choice.sandbox,
        )
    )
