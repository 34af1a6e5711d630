"""Find the files that come with the program, wherever it was started from.

They lie beside the packages in a checkout, inside `designer` in an installed wheel, and in the unpacked folder of a
frozen program. `PIPELINE_DESIGNER_RESOURCES` names another folder, for packagers.
"""

import functools
import os
import sys
from pathlib import Path

_VARIABLE = "PIPELINE_DESIGNER_RESOURCES"


def resource_path(*parts: str) -> Path:
    """Return where a resource lies, such as `resource_path("facts", "instances.json")`."""
    return resource_folder(os.environ.get(_VARIABLE, "")).joinpath(*parts)


def resource_text(*parts: str) -> str:
    """Return the text of a resource."""
    return resource_path(*parts).read_text(encoding="utf-8")


@functools.cache
def resource_folder(chosen: str = "") -> Path:
    """Return the folder of all resources; `chosen` wins over the places where it is looked for."""
    if chosen:
        return Path(chosen)
    package = Path(__file__).resolve().parent
    frozen = getattr(sys, "_MEIPASS", None)
    bundled = [Path(frozen) / "resources", Path(frozen) / "designer" / "resources"] if frozen else []
    places = [*bundled, package.parent / "resources", package / "resources"]
    found = next((place for place in places if (place / "facts").is_dir()), None)
    if found is None:
        looked = ", ".join(map(str, places))
        message = f"the program's resources are missing; looked in {looked}. Set {_VARIABLE} to their folder"
        raise FileNotFoundError(message)
    return found
