"""Types of settings that may hold a reference instead of a number or a flag."""

from typing import Annotated, TypeAlias

from pydantic import Field, StringConstraints

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
