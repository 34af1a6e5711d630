"""How near the canvas is seen, and which part of it."""

from PySide6.QtCore import QObject, QPointF, QRectF, Signal
from PySide6.QtWidgets import QGraphicsView

NEAREST = 4.0
FARTHEST = 0.005
STEP = 1.25
_MARGIN_PIXELS = 48


class Zoom(QObject):
    """Change the scale of a view."""

    changed = Signal(float)

    def __init__(self, view: QGraphicsView) -> None:
        super().__init__(view)
        self._view = view

    @property
    def scale(self) -> float:
        """Return how many pixels a scene unit has."""
        return self._view.transform().m11()

    def to(self, scale: float, at: QPointF | None = None) -> None:
        """Show at a scale; what is at the pixel `at` (the middle when None) stays there."""
        wanted = min(max(scale, FARTHEST), NEAREST)
        if wanted == self.scale:
            return
        view = self._view
        view.viewport().setUpdatesEnabled(False)  # else each of the two scrolls would copy pixels that do not stay
        pixel = at or QPointF(view.viewport().rect().center())
        before = view.viewportTransform().inverted()[0].map(pixel)
        factor = wanted / self.scale
        view.scale(factor, factor)
        moved = view.viewportTransform().map(before) - pixel
        across, down = view.horizontalScrollBar(), view.verticalScrollBar()
        across.setValue(across.value() + round(moved.x()))
        down.setValue(down.value() + round(moved.y()))
        view.viewport().setUpdatesEnabled(True)
        self.changed.emit(self.scale)

    def by(self, factor: float, at: QPointF | None = None) -> None:
        """Show nearer or farther."""
        self.to(self.scale * factor, at)

    def actual(self) -> None:
        """Show at 100 %."""
        self.to(1.0)

    def fit(self, rect: QRectF) -> None:
        """Show a whole rectangle of the scene, at 100 % at most."""
        if rect.isEmpty():
            self.to(1.0)
            self._view.centerOn(rect.center())
            return
        size = self._view.viewport().size()
        across = max(size.width() - 2 * _MARGIN_PIXELS, 1) / rect.width()
        down = max(size.height() - 2 * _MARGIN_PIXELS, 1) / rect.height()
        self.to(min(across, down, 1.0))
        self._view.centerOn(rect.center())
