"""Cards glide to where they were arranged to; the document is there at once, only the picture takes its time."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation

from designer.document.model import Point
from designer.gui.canvas.scene import CanvasScene
from designer.gui.session import EditingSession

_MILLISECONDS = 180
_MOST = 300
"""So many cards glide without stuttering; more are there at once."""


class Gliding(QObject):
    """Let the cards of a scene glide; `wanted` turns it off for whoever likes less motion."""

    def __init__(self, scene: CanvasScene, session: EditingSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # Connected before the scene follows the document: that finds every card in its place.
        session.document_changed.connect(self.stop)
        self.wanted = True
        self._scene = scene
        self._ways: dict[str, tuple[Point, Point]] = {}
        self._animation = QVariantAnimation(self)
        self._animation.setDuration(_MILLISECONDS)
        self._animation.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(1.0)
        self._animation.valueChanged.connect(self._move)

    def glide_after(self, act: Callable[[], object]) -> None:
        """Do something, and let the cards that it moved glide from where they were."""
        before = {node_id: item.at for node_id, item in self._scene.nodes.items()}
        act()
        self._glide(before)

    def _glide(self, before: Mapping[str, Point]) -> None:
        self.stop()
        nodes = self._scene.nodes
        ways = {
            node_id: (start, nodes[node_id].at)
            for node_id, start in before.items()
            if node_id in nodes and nodes[node_id].at != start
        }
        if self.wanted and 0 < len(ways) <= _MOST:
            self._ways = ways
            self._move(0.0)
            self._animation.start()

    def stop(self, *_: object) -> None:
        """Be there at once."""
        if self._ways:
            self._animation.stop()
            self._move(1.0)

    def _move(self, share: float) -> None:
        nodes = self._scene.nodes
        for node_id, (start, end) in self._ways.items():
            if node_id in nodes:
                nodes[node_id].move_to(end if share == 1.0 else _between(start, end, share))
        moved, self._ways = self._ways, {} if share == 1.0 else self._ways
        self._scene.refresh(moved)
        if share == 1.0:
            self._scene.settle()


def _between(start: Point, end: Point, share: float) -> Point:
    return Point(start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share)
