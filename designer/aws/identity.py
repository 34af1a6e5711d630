"""Who we are in the account."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from designer.aws.refusals import refusing

if TYPE_CHECKING:
    from mypy_boto3_sts import STSClient


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """The account's number (12 digits) and the ARN of the caller."""

    account_id: str
    arn: str


class IdentityGateway:
    """Asks AWS who the credentials belong to."""

    def __init__(self, client: "STSClient") -> None:
        self._client = client

    def caller(self) -> Identity:
        """Return the caller's identity."""
        with refusing("say whose credentials these are"):
            answer = self._client.get_caller_identity()
        return Identity(account_id=answer["Account"], arn=answer["Arn"])
