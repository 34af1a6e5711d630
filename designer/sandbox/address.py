"""Where a running sandbox is found and how to sign requests to it."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

ACCOUNT_ID = "123456789012"
REGION = "us-east-1"
ACCESS_KEY_ID = "sandbox"
SECRET_ACCESS_KEY = "sandbox"  # noqa: S105 - the sandbox takes any key; this one says where it belongs


@dataclass(frozen=True, slots=True, kw_only=True)
class SandboxAddress:
    """Say where a running sandbox listens and with which made-up credentials it is called."""

    endpoint_url: str
    region: str = REGION
    account_id: str = ACCOUNT_ID
    access_key_id: str = ACCESS_KEY_ID
    secret_access_key: str = SECRET_ACCESS_KEY

    def environment(self) -> Mapping[str, str]:
        """Return the environment variables with which any AWS tool talks to this sandbox."""
        return MappingProxyType(
            {
                "AWS_ENDPOINT_URL": self.endpoint_url,
                "AWS_DEFAULT_REGION": self.region,
                "AWS_REGION": self.region,
                "AWS_ACCESS_KEY_ID": self.access_key_id,
                "AWS_SECRET_ACCESS_KEY": self.secret_access_key,
            }
        )
