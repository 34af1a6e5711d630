"""What the mouse is over looks awake, and says what it is."""

from dataclasses import replace

from designer.document.model import Edge
from designer.graph.card import Pin
from designer.gui.canvas.hit import Hit
from designer.gui.canvas.items.node_item import NodeItem
from designer.gui.canvas.looks import RunMark, SupportMark
from designer.gui.canvas.scene import CanvasScene


class Hovering:
    """Keep one node or one edge awake."""

    def __init__(self, scene: CanvasScene) -> None:
        self._scene = scene
        self._node = ""
        self._edge: Edge | None = None

    def show(self, hit: Hit) -> None:
        """Wake what is hit, and let the other one sleep."""
        if hit.node != self._node:
            self._wake_node(awake=False)
            self._node = hit.node
            self._wake_node(awake=True)
        if hit.edge != self._edge:
            self._wake_edge(awake=False)
            self._edge = hit.edge
            self._wake_edge(awake=True)

    def _wake_node(self, *, awake: bool) -> None:
        if item := self._scene.nodes.get(self._node):
            item.set_look(replace(item.look, hovered=awake))

    def _wake_edge(self, *, awake: bool) -> None:
        if self._edge in self._scene.edges:
            self._scene.edges[self._edge].set_state(hovered=awake)


def tip(scene: CanvasScene, hit: Hit) -> str:
    """Return what a tooltip says about what is hit."""
    if hit.pin is not None:
        return _pin_tip(hit.pin)
    if hit.node in scene.nodes:
        return _node_tip(scene.nodes[hit.node])
    return str(hit.edge) if hit.edge else ""


def _pin_tip(pin: Pin) -> str:
    if pin.port is None:
        side = "Afterwards" if pin.outgoing else "Runs after"
        return f"{side}: {pin.title}" if pin.name else side
    lines = [f"{pin.port.title}: {pin.port.type.replace('_', ' ')}" + (", required" if pin.port.required else "")]
    return "\n".join(lines + [pin.port.help] * bool(pin.port.help))


def _node_tip(item: NodeItem) -> str:
    marks = item.look.marks
    lines = [f"{item.card.title} ({item.card.subtitle})", item.card.detail]
    if marks.errors or marks.warnings:
        lines.append(f"Errors: {marks.errors}, warnings: {marks.warnings}")
    if marks.support is not SupportMark.NONE:
        lines.append(f"{marks.support.capitalize()}: {marks.support_reason}")
    if marks.run is not RunMark.NONE:
        lines.append(f"Run: {marks.run}")
    if item.card.bypassed:
        lines.append("Bypassed: left out of the pipeline")
    return "\n".join(line for line in lines if line)
