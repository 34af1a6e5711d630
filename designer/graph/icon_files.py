"""The drawings of kinds and actions, as SVG text from the resources folder."""

from functools import cache
from typing import Literal

from designer.resources import resource_path, resource_text

Group = Literal["kinds", "actions"]
UNKNOWN = "unknown"


@cache
def icon_text(group: Group, name: str) -> str:
    """Return an icon's SVG text with `currentColor` strokes; a kind without an icon gets the one for the unknown."""
    known = name.replace("_", "").isalnum() and resource_path("icons", group, f"{name}.svg").is_file()
    return resource_text("icons", group, f"{name}.svg") if known else resource_text("icons", "kinds", f"{UNKNOWN}.svg")
