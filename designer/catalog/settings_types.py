"""Types of settings that may hold a reference instead of a number or a flag."""

from typing import Annotated, TypeAlias

from pydantic import AfterValidator, Field, StringConstraints

ReferenceText: TypeAlias = Annotated[str, StringConstraints(pattern=r"^\$\{[^{}]+\}$")]
"""Text that is exactly one reference, such as `${params.Instances}`."""

Integer: TypeAlias = Annotated[int, Field(strict=True)] | ReferenceText
Number: TypeAlias = Annotated[int, Field(strict=True)] | Annotated[float, Field(strict=True)] | ReferenceText
Flag: TypeAlias = Annotated[bool, Field(strict=True)] | ReferenceText
Plain: TypeAlias = (
    Annotated[bool, Field(strict=True)]
    | Annotated[int, Field(strict=True)]
    | Annotated[float, Field(strict=True)]
    | Annotated[str, Field(strict=True)]
)
"""A single value as it is written: a flag, a number or text (which may hold references)."""

_LONGEST_COMMAND = 1000


def _as_lines(commands: tuple[str, ...]) -> tuple[str, ...]:
    for number, command in enumerate(commands, start=1):
        if not command.strip() or "\n" in command or len(command) > _LONGEST_COMMAND:
            raise ValueError(f"Command {number} must be one line of 1 to {_LONGEST_COMMAND} characters.")
    return commands


CommandLines: TypeAlias = Annotated[tuple[str, ...], Field(min_length=1, max_length=50), AfterValidator(_as_lines)]
"""Shell commands of CodePipeline, one line each."""
