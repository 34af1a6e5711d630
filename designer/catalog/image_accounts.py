"""Tell what a typed image address is, and whether its account belongs to another region.

A tutorial that is copied to another region keeps the account of the first one: ECR then refuses the image minutes into
the run, with a message about permissions.
"""

import re
from dataclasses import dataclass

from designer.catalog.image_tables import account_tables, repositories

_ADDRESS = re.compile(
    r"(?P<account>\d{12})\.dkr\.ecr\.(?P<region>[a-z0-9-]+)\.(?P<suffix>[a-z0-9.-]+)"
    r"/(?P<repository>[^:@]+)(?::(?P<tag>[^@]+))?(?:@(?P<digest>.+))?"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageFacts:
    """What is known of one of AWS's images; `accounts` are those that hold it in the region of the address."""

    framework: str
    repository: str
    tag: str
    region: str
    account: str
    accounts: tuple[str, ...]


def explain_image(uri: str) -> ImageFacts | None:
    """Return what an ECR address of AWS stands for, or None where the image is not one of AWS's."""
    found = _ADDRESS.fullmatch(uri)
    if found is None:
        return None
    entries = repositories().get(found["repository"], ())
    tables = account_tables()
    owned = [(name, tables[number]) for name, number in entries if found["account"] in tables[number].values()]
    if not owned:
        return None
    region = found["region"]
    here = dict.fromkeys(table[region] for _, table in owned if region in table)
    return ImageFacts(
        framework=owned[0][0],
        repository=found["repository"],
        tag=found["tag"] or "",
        region=region,
        account=found["account"],
        accounts=tuple(here),
    )


def account_mistake(uri: str) -> str | None:
    """Return a sentence on an account that belongs to another region than the address names, or None."""
    facts = explain_image(uri)
    if facts is None or facts.account in facts.accounts:
        return None
    home = _regions_of(facts.repository, facts.account)
    begin = f"Account {facts.account} holds {facts.repository} in {_listed(home)}, not in {facts.region}"
    if not facts.accounts:
        return f"{begin}, and AWS offers it nowhere in {facts.region}."
    return f"{begin}; in {facts.region} it is {_listed(facts.accounts)}."


def _regions_of(repository: str, account: str) -> tuple[str, ...]:
    tables = account_tables()
    held = (tables[number].items() for _, number in repositories()[repository])
    return tuple(dict.fromkeys(region for table in held for region, owner in table if owner == account))


def _listed(names: tuple[str, ...]) -> str:
    shown = 3
    more = f" and {len(names) - shown} other regions" if len(names) > shown else ""
    return ", ".join(names[:shown]) + more
