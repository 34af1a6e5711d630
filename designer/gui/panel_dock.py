"""A panel beside the canvas, which may stand behind the tab of another."""

from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget


class PanelDock(QDockWidget):
    """Know whether its panel is in sight: Qt calls visible too what stands behind a tab."""

    def __init__(self, name: str, title: str, panel: QWidget, window: QMainWindow) -> None:
        super().__init__(title, window)
        self.is_seen = False
        self.setObjectName(name)
        self.setWidget(panel)
        self.setFeatures(self.DockWidgetFeature.DockWidgetMovable | self.DockWidgetFeature.DockWidgetClosable)
        # A title takes room and says nothing that one cannot see.
        self.setTitleBarWidget(QWidget(self))
        self.visibilityChanged.connect(self._take)

    def _take(self, seen: bool) -> None:  # noqa: FBT001 - Qt's signal gives it by position
        self.is_seen = seen


def is_seen(panel: QWidget) -> bool:
    """Say whether a panel is in sight."""
    dock = panel.parentWidget()
    return panel.isVisible() and (dock.is_seen if isinstance(dock, PanelDock) else True)
