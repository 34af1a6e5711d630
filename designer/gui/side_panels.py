"""The panels around the canvas, in their docks."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QMainWindow, QTabWidget, QUndoView, QWidget

from designer.catalog.kind import Kind
from designer.gui.panel_dock import PanelDock
from designer.gui.panels.code import CodePanel
from designer.gui.panels.inspector import InspectorPanel
from designer.gui.panels.outline import OutlinePanel
from designer.gui.panels.palette import PalettePanel
from designer.gui.panels.portability import PortabilityPanel
from designer.gui.panels.problems import ProblemsPanel
from designer.gui.panels.runs import RunsPanel
from designer.gui.theme.theme import Theme

_Area = Qt.DockWidgetArea
_PALETTE_WIDTH = 228
_INSPECTOR_WIDTH = 340
_BOTTOM_HEIGHT = 210
_HISTORY = "QListView::item { padding: 6px 12px; }"


class SidePanels:
    """Hold the panels and their docks."""

    def __init__(self, window: QMainWindow, kinds: Mapping[str, Kind], theme: Theme, history: QUndoStack) -> None:
        self.palette = PalettePanel()
        # Narrower, the titles of the tabs above it would be cut off.
        self.palette.setMinimumWidth(_PALETTE_WIDTH)
        self.inspector = InspectorPanel(kinds, theme)
        self.problems = ProblemsPanel(theme)
        self.code = CodePanel(theme)
        self.runs = RunsPanel(theme)
        self.portability = PortabilityPanel(theme)
        self.outline = OutlinePanel(kinds, theme)
        self.history = QUndoView(history)
        self.history.setAccessibleName(window.tr("History of the edits"))
        self.history.setEmptyLabel(window.tr("As it was opened"))
        self.history.setFrameShape(QUndoView.Shape.NoFrame)
        self.history.setStyleSheet(_HISTORY)
        self._kinds = kinds
        window.setDockNestingEnabled(True)
        window.setTabPosition(_Area.LeftDockWidgetArea, QTabWidget.TabPosition.North)
        window.setTabPosition(_Area.BottomDockWidgetArea, QTabWidget.TabPosition.North)
        window.setCorner(Qt.Corner.BottomRightCorner, _Area.RightDockWidgetArea)
        window.setCorner(Qt.Corner.BottomLeftCorner, _Area.LeftDockWidgetArea)
        self.docks = {
            "palette": _dock(window, "palette", window.tr("Nodes"), self.palette, _Area.LeftDockWidgetArea),
            "outline": _dock(window, "outline", window.tr("Outline"), self.outline, _Area.LeftDockWidgetArea),
            "history": _dock(window, "history", window.tr("History"), self.history, _Area.LeftDockWidgetArea),
            "inspector": _dock(window, "inspector", window.tr("Inspector"), self.inspector, _Area.RightDockWidgetArea),
            "problems": _dock(window, "problems", window.tr("Problems"), self.problems, _Area.BottomDockWidgetArea),
            "code": _dock(window, "code", window.tr("Code"), self.code, _Area.BottomDockWidgetArea),
            "portability": _dock(
                window, "portability", window.tr("Portability"), self.portability, _Area.BottomDockWidgetArea
            ),
            "runs": _dock(window, "runs", window.tr("Runs"), self.runs, _Area.BottomDockWidgetArea),
        }
        window.tabifyDockWidget(self.docks["problems"], self.docks["code"])
        window.tabifyDockWidget(self.docks["code"], self.docks["portability"])
        window.tabifyDockWidget(self.docks["portability"], self.docks["runs"])
        window.tabifyDockWidget(self.docks["palette"], self.docks["outline"])
        window.tabifyDockWidget(self.docks["outline"], self.docks["history"])
        self.docks["code"].visibilityChanged.connect(self.code.refresh)
        self.docks["palette"].raise_()
        self.docks["problems"].raise_()
        sides = [self.docks["palette"], self.docks["inspector"]]
        window.resizeDocks(sides, [_PALETTE_WIDTH, _INSPECTOR_WIDTH], Qt.Orientation.Horizontal)
        window.resizeDocks([self.docks["problems"]], [_BOTTOM_HEIGHT], Qt.Orientation.Vertical)

    def open(self, name: str) -> None:
        """Bring one panel to the front."""
        self.docks[name].show()
        self.docks[name].raise_()

    def show_kinds(self, theme: Theme) -> None:
        """Show what may be placed."""
        self.palette.show_kinds(self._kinds.values(), theme)

    def set_theme(self, theme: Theme) -> None:
        """Show everything else in another theme."""
        self.inspector.set_theme(theme)
        self.problems.set_theme(theme)
        self.code.set_theme(theme)
        self.runs.set_theme(theme)
        self.portability.set_theme(theme)


def _dock(window: QMainWindow, name: str, title: str, panel: QWidget, area: Qt.DockWidgetArea) -> PanelDock:
    dock = PanelDock(name, title, panel, window)
    window.addDockWidget(area, dock)
    return dock
