"""Names for what comes off the wire: JSON documents whose members are looked at one by one, where they are used."""

from typing import Any, TypeAlias

# A value of a JSON document. Its shape is the affair of the operation that reads it, not of the type checker.
Value: TypeAlias = Any
Record: TypeAlias = dict[str, Any]
