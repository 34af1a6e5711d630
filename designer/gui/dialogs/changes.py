"""Changes of a document as lines of a question."""

from collections.abc import Sequence

from designer.gui.language.words import said, tr

_MOST = 12


def listed(changes: Sequence[str]) -> str:
    """Return the changes one a line; of many, the first, and how many there are more."""
    more = len(changes) - _MOST
    told = tr("… and {} more").format(more)
    return "\n".join((*map(said, changes[:_MOST]), *((told,) if more > 0 else ())))
