"""A pipeline with something of each sort on the canvas."""

from dataclasses import replace

from designer.document.model import Document, Frame, Note, Point
from tests.unit.gui.canvas.sample import data, flow, small

WIRE = data("prepare", "train", "train", "train")
ORDER = flow("raw", "prepare")


def furnished() -> Document:
    """Return three nodes, two wires, a note and a frame, in this order."""
    return replace(
        small(),
        edges=(WIRE, ORDER),
        notes=(Note(id="why", text="Trains every night.", position=Point(0, 200)),),
        frames=(Frame(id="learning", title="Learning", nodes=("train",)),),
    )
