"""The drawings of kinds and actions, as SVG text from the resources folder."""

from functools import cache
from pathlib import Path
from typing import Literal

Group = Literal["kinds", "actions"]
UNKNOWN = "unknown"
_PROGRAM = Path(__file__).resolve().parents[1]


@cache
def icon_text(group: Group, name: str) -> str:
    """Return an icon's SVG text with `currentColor` strokes; a kind without an icon gets the one for the unknown."""
    path = _folder() / group / f"{name}.svg"
    return (path if path.is_file() else _folder() / "kinds" / f"{UNKNOWN}.svg").read_text(encoding="utf-8")


@cache
def _folder() -> Path:
    """Return the icons beside the packages (a checkout) or inside the program's package (an installed program)."""
    inside = _PROGRAM / "resources" / "icons"
    return inside if inside.is_dir() else _PROGRAM.parent / "resources" / "icons"
