"""The same mouse for both canvases: it pans, zooms and drags, and says what each step costs.

Milliseconds of the process's CPU time, medians; each step ends when everything that it caused is painted. The clock of a shared
machine is twice as fast in one second as in the next, so a fixed piece of work is timed before and after what is measured, and
what that costs is told in terms of a machine that is quiet (`tests/yardstick.py`).
"""

import gc
import statistics
import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from tests import yardstick

_STEPS = 24
_NOTCH = 120
BESIDE = QPoint(160, 75)
"""From the middle of a node to the middle of the gap between four, at 100 %."""
FIRST = 12
"""How many nodes a canvas has drawn before anything is measured, so that fonts and icons are loaded on both sides."""
_Button = Qt.MouseButton


def cost(work: Callable[[], object]) -> float:
    """Return what some work costs, painting included."""
    return _on_a_quiet_machine(lambda: _step(work))


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
    turns = [-_NOTCH if step % 6 < 3 else _NOTCH for step in range(_STEPS)]
    return _on_a_quiet_machine(
        lambda: statistics.median(_step(lambda turn=turn: _turn(viewport, turn)) for turn in turns)  # type: ignore[misc]
    )


def _drag(viewport: QWidget, start: QPoint, path: list[QPoint], button: Qt.MouseButton) -> float:
    _send(viewport, QEvent.Type.MouseMove, start, _Button.NoButton, _Button.NoButton)
    _send(viewport, QEvent.Type.MouseButtonPress, start, button, button)
    _send(viewport, QEvent.Type.MouseMove, path[0], _Button.NoButton, button)
    _settle()
    found = _on_a_quiet_machine(
        lambda: statistics.median(
            _step(lambda at=at: _send(viewport, QEvent.Type.MouseMove, at, _Button.NoButton, button))  # type: ignore[misc]
            for at in path[1:]
        )
    )
    _send(viewport, QEvent.Type.MouseMove, start, _Button.NoButton, button)
    _send(viewport, QEvent.Type.MouseButtonRelease, start, button, _Button.NoButton)
    _settle()
    return found


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


def _step(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    _settle()
    return (time.process_time() - begun) * 1000


def _on_a_quiet_machine(measure: Callable[[], float]) -> float:
    before = _pace()
    taken = measure()
    return taken * 2 / (before + _pace())


def _pace() -> float:
    collects = gc.isenabled()
    gc.disable()  # or one side would look through its whole heap meanwhile
    pace = yardstick.pace(min(yardstick.measure() for _ in range(3)))
    if collects:
        gc.enable()
    return pace
