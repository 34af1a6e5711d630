"""How the code that a target would get differs from what an export left in a folder."""

import difflib
from pathlib import Path

from designer.document.files import read_text

_HEAD = 2


def difference(path: str, text: str, folder: Path) -> str | None:
    """Return which lines an export would change in a file of a folder; None where it is not there.

    Lines that go begin with `-`, those that come with `+`. A file that cannot be read is refused.
    """
    there = folder / path
    if not there.exists():
        return None
    lines = difflib.unified_diff(read_text(there).splitlines(), text.splitlines(), lineterm="")
    return "\n".join(list(lines)[_HEAD:])
