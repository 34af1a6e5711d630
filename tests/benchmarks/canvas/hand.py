"""The same mouse for both canvases: it pans, zooms and drags, and says what each step costs.

Milliseconds of the process's CPU time, medians; each step ends when everything that it caused is painted.
"""

import statistics
import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

_STEPS = 24
_NOTCH = 120
BESIDE = QPoint(160, 75)
"""From the middle of a node to the middle of the gap between four, at 100 %."""
FIRST = 12
"""How many nodes a canvas has drawn before anything is measured, so that fonts and icons are loaded on both sides."""
_Button = Qt.MouseButton


def cost(work: Callable[[], object]) -> float:
    """Return what some work costs, painting included."""
    begun = time.process_time()
    work()
    _settle()
    return (time.process_time() - begun) * 1000


def pan(viewport: QWidget, start: QPoint) -> float:
    """Drag the ground with the middle button from a pixel that nothing is at; return the cost of one step."""
    path = [start + QPoint(3 * step, 2 * step) for step in range(1, _STEPS + 1)]
    return _drag(viewport, start, path, _Button.MiddleButton)


def drag(viewport: QWidget, start: QPoint) -> float:
    """Drag what is at a pixel with the left button, and back again; return the cost of one step."""
    path = [start + QPoint(4 * step, 3 * step) for step in range(2, _STEPS + 2)]
    return _drag(viewport, start, path, _Button.LeftButton)


def zoom(viewport: QWidget) -> float:
    """Turn the wheel to and fro over the middle; return the cost of one notch."""
    costs = []
    for step in range(_STEPS):
        turn = -_NOTCH if step % 6 < 3 else _NOTCH
        costs.append(cost(lambda turn=turn: _turn(viewport, turn)))  # type: ignore[misc]
    return statistics.median(costs)


def _drag(viewport: QWidget, start: QPoint, path: list[QPoint], button: Qt.MouseButton) -> float:
    _send(viewport, QEvent.Type.MouseMove, start, _Button.NoButton, _Button.NoButton)
    _send(viewport, QEvent.Type.MouseButtonPress, start, button, button)
    _send(viewport, QEvent.Type.MouseMove, path[0], _Button.NoButton, button)
    _settle()
    costs = [
        cost(lambda at=at: _send(viewport, QEvent.Type.MouseMove, at, _Button.NoButton, button))  # type: ignore[misc]
        for at in path[1:]
    ]
    _send(viewport, QEvent.Type.MouseMove, start, _Button.NoButton, button)
    _send(viewport, QEvent.Type.MouseButtonRelease, start, button, _Button.NoButton)
    _settle()
    return statistics.median(costs)


def _send(viewport: QWidget, kind: QEvent.Type, at: QPoint, button: Qt.MouseButton, buttons: Qt.MouseButton) -> None:
    place = QPointF(at)
    event = QMouseEvent(kind, place, QPointF(viewport.mapToGlobal(at)), button, buttons, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(viewport, event)


def _turn(viewport: QWidget, angle: int) -> None:
    at = viewport.rect().center()
    event = QWheelEvent(
        QPointF(at),
        QPointF(viewport.mapToGlobal(at)),
        QPoint(),
        QPoint(0, angle),
        _Button.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(viewport, event)


def _settle() -> None:
    for _ in range(2):
        QApplication.processEvents()
