"""What is known of a running execution, whatever runs it."""

from typing import Literal, TypeAlias

ExecutionFact: TypeAlias = Literal["id", "start", "name"]
