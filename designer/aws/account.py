"""Which AWS account is meant, and the clients for it.

Credentials come from the profile chain of boto3 only; none is ever stored here. boto3 is imported when the first client
is made: that costs a fifth of a second.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from designer.aws.refusals import refusing

if TYPE_CHECKING:
    import boto3

_DUMMY = "sandbox"


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """How to reach an account: a profile of the user's, a region, and for an emulator its address.

    `is_sandbox` says that dummy credentials are to be used, so that nothing can reach a real account by accident.
    """

    profile: str = ""
    region: str = "us-east-1"
    endpoint_url: str = ""
    is_sandbox: bool = False


def session(account: Account) -> "boto3.Session":
    """Return a boto3 session for an account, or refuse when the profile does not exist."""
    import boto3

    with refusing("open the AWS profile"):
        if account.is_sandbox:
            return boto3.Session(_DUMMY, _DUMMY, region_name=account.region)
        return boto3.Session(profile_name=account.profile or None, region_name=account.region)
