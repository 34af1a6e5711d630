"""What an arrangement works on: boxes by number, and joins that know at which height they end."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Join:
    """A wire from one box to another, with the heights of its ends below the tops of the boxes."""

    source: int
    target: int
    source_y: float
    target_y: float


@dataclass(frozen=True, slots=True)
class Near:
    """A neighbour of a box: `own_y` is where the wire ends at the box, `its_y` where at the neighbour."""

    box: int
    own_y: float
    its_y: float


@dataclass(slots=True)
class Net:
    """Boxes in columns; boxes from `real` on are bends of wires that pass through a column."""

    heights: list[float]
    columns: list[list[int]]
    before: list[list[Near]]
    after: list[list[Near]]
    real: int

    def is_bend(self, box: int) -> bool:
        """Say whether a box only stands for a wire that passes."""
        return box >= self.real
