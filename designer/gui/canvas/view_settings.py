"""How a graphics view is set up to be fast and to have no edge."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QGraphicsView

from designer.gui.canvas.geometry import EVERYWHERE


def prepare_view(view: QGraphicsView) -> None:
    """Set what a canvas needs: only what changed is painted, and the scene goes on in every direction."""
    view.setSceneRect(EVERYWHERE)
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    view.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.MinimalViewportUpdate)
    view.setOptimizationFlags(
        QGraphicsView.OptimizationFlag.DontSavePainterState | QGraphicsView.OptimizationFlag.DontAdjustForAntialiasing
    )
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
    view.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    view.setMouseTracking(True)
    view.setAcceptDrops(True)
    view.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # the dotted ground covers every pixel
