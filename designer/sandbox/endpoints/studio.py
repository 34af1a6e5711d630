"""SageMaker Studio: user profiles and spaces, which moto does not have. Domains are moto's own."""

from dataclasses import dataclass, field
from datetime import UTC, datetime

from designer.sandbox.address import ACCOUNT_ID, REGION
from designer.sandbox.documents import Record
from designer.sandbox.wire.api_error import ApiError
from designer.sandbox.wire.front import Operation

SERVICE = "sagemaker"


@dataclass(slots=True)
class NamedInDomain:
    """Hold the resources of one noun (`UserProfile`, `Space`) by domain and name."""

    noun: str
    found: dict[tuple[str, str], Record] = field(default_factory=dict)

    def operations(self) -> dict[tuple[str, str], Operation]:
        """Return the operations on them."""
        calls: dict[str, Operation] = {
            f"Create{self.noun}": self.create,
            f"Update{self.noun}": self.update,
            f"Describe{self.noun}": self.describe,
            f"Delete{self.noun}": self.delete,
        }
        return {(SERVICE, name): call for name, call in calls.items()}

    def create(self, given: Record) -> Record:
        """Add one; it is in service at once."""
        key = self._key(given)
        if key in self.found:
            raise ApiError("ResourceInUse", f"{self.noun} {key[1]} already exists in the domain {key[0]}.")
        arn = f"arn:aws:sagemaker:{REGION}:{ACCOUNT_ID}:{self._path()}/{key[0]}/{key[1]}"
        kept = {name: value for name, value in given.items() if name != "Tags"}
        created = {"CreationTime": datetime.now(UTC), "LastModifiedTime": datetime.now(UTC), "Status": "InService"}
        self.found[key] = {**kept, **created, f"{self.noun}Arn": arn}
        return {f"{self.noun}Arn": arn}

    def update(self, given: Record) -> Record:
        """Change one."""
        one = self._one(given)
        one.update({**given, "LastModifiedTime": datetime.now(UTC)})
        return {f"{self.noun}Arn": one[f"{self.noun}Arn"]}

    def describe(self, given: Record) -> Record:
        """Return one."""
        return self._one(given)

    def delete(self, given: Record) -> Record:
        """Remove one."""
        self._one(given)
        del self.found[self._key(given)]
        return {}

    def _key(self, given: Record) -> tuple[str, str]:
        return given["DomainId"], given[f"{self.noun}Name"]

    def _one(self, given: Record) -> Record:
        if self._key(given) not in self.found:
            raise ApiError("ResourceNotFound", f"{self.noun} {self._key(given)[1]} does not exist.")
        return self.found[self._key(given)]

    def _path(self) -> str:
        return {"UserProfile": "user-profile", "Space": "space"}[self.noun]
