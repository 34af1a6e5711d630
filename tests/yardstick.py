"""How slow this machine is just now, beside a quiet one: by a fixed piece of the work that the window does."""

import time
from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

_QUIET_SECONDS = 0.0049
"""How long `measure` takes on the machine that the limits were set on, while nothing else runs on it."""


@dataclass(frozen=True, slots=True)
class _Thing:
    name: str
    number: int = 0


def measure() -> float:
    """Return the CPU seconds of the fixed piece of work: objects and mappings of Python, and painting by Qt."""
    begun = time.thread_time()
    things = {f"thing-{number}": _Thing(f"thing-{number}") for number in range(800)}
    for number in range(1, 4):
        things = {name: replace(one, number=number) for name, one in things.items()}
    image = QImage(800, 600, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for number in range(120):
        painter.drawRoundedRect(QRectF(number * 5 % 700, number * 7 % 500, 90, 60), 6, 6)
    painter.end()
    return time.thread_time() - begun


def pace(taken: float) -> float:
    """Return how many times as long as on a quiet machine something takes here, by how long `measure` took."""
    return taken / _QUIET_SECONDS


def slowness(taken: float) -> float:
    """Return the same, and at least once."""
    return max(1.0, pace(taken))
