"""The graph that is drawn on both canvases: layered, random, two to four ports a node, about 1.5 wires a node."""

import json
import random
from dataclasses import asdict, dataclass

_ACROSS = 320.0
_DOWN = 150.0
_REACH = 3


@dataclass(frozen=True)
class Box:
    """A node: where it is, and the names of its ports."""

    id: str
    x: float
    y: float
    inputs: tuple[str, ...]
    outputs: tuple[str, ...]


@dataclass(frozen=True)
class Wire:
    """An edge between two ports."""

    source: str
    output: str
    target: str
    input: str


@dataclass(frozen=True)
class Drawing:
    """Everything that is drawn, in an order in which it may run."""

    boxes: tuple[Box, ...]
    wires: tuple[Wire, ...]

    def to_json(self) -> str:
        """Write it as text, for a process that knows nothing of this program."""
        return json.dumps(asdict(self))


def drawing(size: int, seed: int = 7) -> Drawing:
    """Return the graph of this many nodes; the same at every call."""
    chance = random.Random(seed)  # noqa: S311 - a drawing is no secret
    rows = max(4, round(size**0.5 / 2))
    boxes = tuple(_box(number, rows, chance) for number in range(size))
    return Drawing(boxes=boxes, wires=tuple(_wires(boxes, rows, chance)))


def drawing_from_json(text: str) -> Drawing:
    """Read what `to_json` wrote."""
    plain = json.loads(text)
    boxes = tuple(
        Box(each["id"], each["x"], each["y"], tuple(each["inputs"]), tuple(each["outputs"])) for each in plain["boxes"]
    )
    return Drawing(boxes=boxes, wires=tuple(Wire(**each) for each in plain["wires"]))


def _box(number: int, rows: int, chance: random.Random) -> Box:
    layer, row = divmod(number, rows)
    return Box(
        id=f"step-{number}",
        x=layer * _ACROSS,
        y=row * _DOWN,
        inputs=tuple(f"in_{each}" for each in range(chance.randint(1, 2))),
        outputs=tuple(f"out_{each}" for each in range(chance.randint(1, 2))),
    )


def _wires(boxes: tuple[Box, ...], rows: int, chance: random.Random) -> list[Wire]:
    wires = []
    for number, box in enumerate(boxes[rows:], rows):
        first = max(0, (number // rows - _REACH) * rows)
        for port in box.inputs:
            source = boxes[chance.randrange(first, number // rows * rows)]
            wires.append(Wire(source.id, chance.choice(source.outputs), box.id, port))
    return wires
