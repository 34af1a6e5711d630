"""Replacing a piece of moto in place, and noticing when that piece is no longer there."""

from designer.sandbox.documents import Value


class MotoMisfit(Exception):
    """Say what the sandbox looked for in moto and did not find."""


def replace_in(owner: Value, name: str, replacement: Value) -> None:
    """Put a replacement in the place of a module's or class's member; refuse where there is no such member."""
    if not hasattr(owner, name):
        place = getattr(owner, "__qualname__", "") or owner.__name__
        raise MotoMisfit(f"{place} has no {name} any more")
    setattr(owner, name, replacement)
