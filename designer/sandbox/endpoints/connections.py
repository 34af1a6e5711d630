"""CodeConnections: connections to git hosts, which moto does not have. Also answers for CodeStar Connections."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import uuid4

from designer.sandbox.address import ACCOUNT_ID, REGION
from designer.sandbox.documents import Record
from designer.sandbox.wire.api_error import ApiError
from designer.sandbox.wire.front import Operation

SERVICE = "codeconnections"


@dataclass(slots=True)
class Connections:
    """Hold the account's connections; they are available at once, since nobody has to press a button here."""

    connections: dict[str, Record] = field(default_factory=dict)

    def operations(self) -> dict[tuple[str, str], Operation]:
        """Return the operations on these connections."""
        calls: Mapping[str, Operation] = {
            "CreateConnection": self.create,
            "GetConnection": lambda given: {"Connection": self._found(given["ConnectionArn"])},
            "ListConnections": lambda _given: {"Connections": list(self.connections.values())},
            "DeleteConnection": self.delete,
            "ListTagsForResource": lambda given: {"Tags": self._found(given["ResourceArn"]).get("Tags", [])},
        }
        return {(SERVICE, name): call for name, call in calls.items()}

    def create(self, given: Record) -> Record:
        """Add a connection."""
        arn = f"arn:aws:codeconnections:{REGION}:{ACCOUNT_ID}:connection/{uuid4()}"
        self.connections[arn] = {
            "ConnectionName": given["ConnectionName"],
            "ConnectionArn": arn,
            "ProviderType": given.get("ProviderType", "GitHub"),
            "OwnerAccountId": ACCOUNT_ID,
            "ConnectionStatus": "AVAILABLE",
        }
        return {"ConnectionArn": arn, "Tags": given.get("Tags", [])}

    def delete(self, given: Record) -> Record:
        """Remove a connection."""
        self._found(given["ConnectionArn"])
        del self.connections[given["ConnectionArn"]]
        return {}

    def _found(self, arn: str) -> Record:
        if arn not in self.connections:
            raise ApiError("ResourceNotFoundException", f"Connection with ARN {arn} not found")
        return self.connections[arn]
