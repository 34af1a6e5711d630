"""Says in the status bar how near the canvas is seen."""

from collections.abc import Mapping

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStatusBar, QToolButton

from designer.gui.canvas.zoom import Zoom


class ZoomButton(QToolButton):
    """Show the scale in percent; a click shows everything at its actual size."""

    def __init__(self, bar: QStatusBar, zoom: Zoom, actions: Mapping[str, QAction]) -> None:
        super().__init__(bar)
        actual_size = actions["actual_size"]
        self.setToolTip(actual_size.toolTip())
        # Else it would make the status bar higher than its line of text.
        self.setStyleSheet("QToolButton { padding: 0 6px; }")
        self.clicked.connect(actual_size.trigger)
        zoom.changed.connect(self._show)
        bar.addPermanentWidget(self)
        self._show(zoom.scale)

    def _show(self, scale: float) -> None:
        percent = 100 * scale
        self.setText(f"{percent:.0f} %" if percent >= 1 else f"{percent:.1f} %")
        self.setAccessibleName(f"{self.tr('Zoom')}, {self.text()}")
