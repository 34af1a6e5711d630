"""Drawing a line over wires with Alt held cuts them."""

from PySide6.QtCore import QLineF, QRectF

from designer.document.edits import disconnect
from designer.gui.canvas.items.slice_item import SliceItem
from designer.gui.canvas.stage import Pointer, Stage
from designer.gui.canvas.wire import Wire
from designer.gui.language.words import tr


class SliceGesture:
    """Show what the line would cut, and cut it at the end."""

    def __init__(self, stage: Stage, pointer: Pointer) -> None:
        self._stage = stage
        self._line = QLineF(pointer.at, pointer.at)
        self._item = SliceItem(stage.scene.theme)
        self._cut: frozenset[Wire] = frozenset()
        stage.scene.addItem(self._item)

    def move(self, pointer: Pointer) -> None:
        """Draw the line to the mouse."""
        self._line.setP2(pointer.at)
        self._item.set_line(self._line)
        self._mark(self._crossed())

    def release(self, pointer: Pointer) -> None:
        """Cut all wires that the line crosses, as one edit."""
        self.move(pointer)
        edges = [wire.edge for wire in self._cut]
        self.cancel()
        if edges:
            session = self._stage.session
            session.apply(disconnect(session.document, edges), tr("Cut a wire") if len(edges) == 1 else tr("Cut wires"))

    def cancel(self) -> None:
        """Leave the wires as they were."""
        self._mark(frozenset())
        self._stage.scene.removeItem(self._item)

    def _crossed(self) -> frozenset[Wire]:
        area = QRectF(self._line.p1(), self._line.p2()).normalized().adjusted(-1, -1, 1, 1)
        wires = self._stage.scene.wires.within(area)
        return frozenset(wire for wire in wires if not wire.implied and wire.crosses(self._line))

    def _mark(self, wires: frozenset[Wire]) -> None:
        for wire in self._cut - wires:
            wire.set_state(dimmed=False)
        for wire in wires:
            wire.set_state(dimmed=True)
        self._cut = wires
