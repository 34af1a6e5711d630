"""What takes long to paint, kept as a picture."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPixmap, QTransform

_SETTLE_MILLISECONDS = 120


class KeptPicture:
    """Copy a picture larger or smaller while one zooms or pans; `again` is called soon after, to have it painted anew."""

    def __init__(self, again: Callable[[], object]) -> None:
        self._picture = QPixmap()
        self._key: object = None
        self._world = QTransform()
        self._is_exact = False
        self._timer = QTimer(singleShot=True, interval=_SETTLE_MILLISECONDS)
        self._timer.timeout.connect(lambda: self._ask(again))

    def show(self, painter: QPainter, paint: Callable[[QPainter], object], key: object, content: QRectF) -> None:
        """Show what `paint` paints: everything in this rectangle of the scene. With another key it looks different."""
        world, device = painter.worldTransform(), painter.device()
        size = QSize(device.width(), device.height()) * device.devicePixelRatio()
        is_same = self._key == key and self._picture.size() == size
        seen = QRectF(0, 0, device.width(), device.height())
        if not is_same or (self._world != world and (self._is_exact or not self._holds(seen, content, world))):
            self._take(painter, paint, size)
            self._key = key
        elif self._world != world:
            self._timer.start()
        self._is_exact = False
        painter.setTransform(self._world.inverted()[0] * world)
        painter.drawPixmap(0, 0, self._picture)
        painter.setTransform(world)

    def _ask(self, again: Callable[[], object]) -> None:
        self._is_exact = True
        again()

    def _holds(self, seen: QRectF, content: QRectF, world: QTransform) -> bool:
        """Say whether all that is to be seen of the content is in the picture."""
        wanted = world.inverted()[0].mapRect(seen).intersected(content)
        return self._world.inverted()[0].mapRect(seen).contains(wanted)

    def _take(self, painter: QPainter, paint: Callable[[QPainter], object], size: QSize) -> None:
        if self._picture.size() != size:
            self._picture = QPixmap(size)
            self._picture.setDevicePixelRatio(painter.device().devicePixelRatio())
        self._picture.fill(Qt.GlobalColor.transparent)
        self._world = painter.worldTransform()
        into = QPainter(self._picture)
        into.setTransform(self._world)
        paint(into)
        into.end()
