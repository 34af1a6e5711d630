"""What every settings model is."""

from typing import ClassVar

from pydantic import BaseModel, ConfigDict


class Settings(BaseModel):
    """What every settings model is: frozen, strict about names, and built when it is first used, not at each start."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=False, defer_build=True)
    catches: ClassVar[bool] = False
    """Whether such a node may fail without being at fault, so that control can go on from there."""
