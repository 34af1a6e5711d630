"""How much is drawn at a scale: everything, the title, a block with a name, or a plain box."""

from enum import IntEnum


class Detail(IntEnum):
    """Levels of detail, from the least."""

    BOX = 0
    BLOCK = 1
    TITLE = 2
    FULL = 3


_FULL_FROM = 0.62
_TITLE_FROM = 0.38
_BLOCK_FROM = 0.14


def detail_at(scale: float) -> Detail:
    """Return how much can be read when a scene unit is `scale` pixels."""
    if scale >= _FULL_FROM:
        return Detail.FULL
    if scale >= _TITLE_FROM:
        return Detail.TITLE
    return Detail.BLOCK if scale >= _BLOCK_FROM else Detail.BOX
