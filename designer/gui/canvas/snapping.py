"""Whether cards that are dragged land on the grid and in line with others."""

from dataclasses import dataclass


@dataclass(slots=True)
class Snapping:
    """A switch; Alt turns it round for one movement."""

    wanted: bool = True
