"""What an account offers for a setting."""

import re

from designer.aws.listing import Listed
from designer.errors import UsageError
from designer.usecases.account import Gateways

_ADDRESS = re.compile(r"s3://([^/${}]+)/(.*)", re.DOTALL)


def offered(editor: str, written: str, gateways: Gateways) -> tuple[Listed, ...]:
    """Return what may be chosen; in S3 that is what lies beside or below what is written already."""
    listing = gateways.listing()
    if editor == "role":
        return listing.roles()
    if editor == "registry":
        return listing.images()
    if editor != "s3":
        raise UsageError(f"There is nothing to list for a setting of the sort '{editor}'.")
    address = _ADDRESS.fullmatch(written)
    if address is None:
        return listing.buckets()
    return listing.within(
        address.group(1), address.group(2).rpartition("/")[0] + "/" if "/" in address.group(2) else ""
    )
