"""What the mouse is over looks awake, and says what it is."""

from designer.graph.card import Pin
from designer.gui.canvas.drawn_card import DrawnCard
from designer.gui.canvas.hit import Hit
from designer.gui.canvas.looks import RunMark, SupportMark
from designer.gui.canvas.picking import Bend, Picking
from designer.gui.canvas.scene import CanvasScene
from designer.gui.canvas.wire import Wire
from designer.gui.language.words import said, tr


class Hovering:
    """Keep one node or one edge awake."""

    def __init__(self, scene: CanvasScene, picking: Picking) -> None:
        self._scene = scene
        self._picking = picking
        self._hit = Hit()

    def show(self, hit: Hit) -> None:
        """Wake what is hit, and let the other one sleep."""
        self._picking.hovered = Bend(hit.edge, hit.bend) if hit.edge and hit.bend >= 0 else None
        if hit == self._hit:
            return
        if (hit.node, hit.edge) != (self._hit.node, self._hit.edge):
            self._wake(self._hit, awake=False)
            self._wake(hit, awake=True)
        self._hit = hit
        awake = self._awake(hit)
        if isinstance(awake, Wire):
            awake.light_bend(hit.bend)
        if awake is not None:
            self._scene.cards.setToolTip(tip(self._scene, hit))

    def _wake(self, hit: Hit, *, awake: bool) -> None:
        one = self._awake(hit)
        if isinstance(one, DrawnCard):
            one.set_look(one.look._replace(hovered=awake))
        elif one is not None:
            one.set_state(hovered=awake)
        if one is not None:
            self._scene.cards.setToolTip("")

    def _awake(self, hit: Hit) -> DrawnCard | Wire | None:
        if hit.node:
            return self._scene.nodes.get(hit.node)
        return self._scene.edges.get(hit.edge) if hit.edge else None


def tip(scene: CanvasScene, hit: Hit) -> str:
    """Return what a tooltip says about what is hit."""
    if hit.pin is not None:
        return _pin_tip(hit.pin)
    if hit.node in scene.nodes:
        return _node_tip(scene.nodes[hit.node])
    return str(hit.edge) if hit.edge else ""


def _pin_tip(pin: Pin) -> str:
    if pin.port is None:
        side = tr("Afterwards") if pin.outgoing else tr("Runs after")
        return f"{side}: {tr(pin.title)}" if pin.name else side
    carried = tr(pin.port.type.replace("_", " "))
    told = tr("{}: {}, required") if pin.port.required else tr("{}: {}")
    return "\n".join(line for line in (told.format(tr(pin.title), carried), tr(pin.port.help)) if line)


def _node_tip(item: DrawnCard) -> str:
    marks = item.look.marks
    lines = [f"{item.card.title} ({said(item.card.subtitle)})", item.card.detail]
    if marks.errors or marks.warnings:
        lines.append(tr("Errors: {}, warnings: {}").format(marks.errors, marks.warnings))
    if marks.support is not SupportMark.NONE:
        lines.append(tr("{}: {}").format(tr(marks.support).capitalize(), said(marks.support_reason)))
    if marks.run is not RunMark.NONE:
        lines += [tr("Run: {}").format(tr(marks.run)), marks.run_reason]
    if item.card.bypassed:
        lines.append(tr("Bypassed: left out of the pipeline"))
    return "\n".join(line for line in lines if line)
