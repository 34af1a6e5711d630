"""Succeed: an end that is drawn."""

from designer.catalog.kind import Category, Kind
from designer.catalog.placed import Lowered, Placed
from designer.catalog.settings import Settings


class SucceedSettings(Settings):
    """There is nothing to set."""


def lower(placed: Placed) -> Lowered:
    """Make nothing: where nothing follows, a branch has succeeded."""
    del placed
    return Lowered()


KIND = Kind(
    id="succeed",
    title="Succeed",
    summary="Ends a branch as succeeded, so that the drawing says so.",
    category=Category.CONTROL,
    settings=SucceedSettings,
    lower=lower,
    ends=True,
)
