"""What gestures work with: the session, the scene, and ways to tell the window something."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QWidget

from designer.catalog.kind import Kind
from designer.gui.canvas.gliding import Gliding
from designer.gui.canvas.picking import Picking
from designer.gui.canvas.scene import CanvasScene
from designer.gui.canvas.snapping import Snapping
from designer.gui.canvas.wire_drop import WireDrop
from designer.gui.session import EditingSession


@dataclass(frozen=True, slots=True, kw_only=True)
class Pointer:
    """Where the mouse is: in the scene, on the screen; and at which scale the scene is seen."""

    at: QPointF
    screen: QPoint
    scale: float
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier

    @property
    def adds(self) -> bool:
        """Say whether what is hit is added to what is selected."""
        return bool(self.modifiers & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier))

    @property
    def free(self) -> bool:
        """Say whether cards are to snap if they else do not, and not to if they do."""
        return bool(self.modifiers & Qt.KeyboardModifier.AltModifier)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """The things that a gesture may touch."""

    session: EditingSession
    scene: CanvasScene
    picking: Picking
    viewport: QWidget
    tell: Callable[[str], None]
    drop_wire: Callable[[WireDrop], None]
    reveal: Callable[[str], None]
    snapping: Snapping
    gliding: Gliding

    @property
    def kinds(self) -> Mapping[str, Kind]:
        """The kinds that may be placed."""
        return self.scene.kinds
