"""What every gesture is: it begins with a press, follows the mouse, and ends with a release or is given up."""

from typing import Protocol

from designer.gui.canvas.stage import Pointer


class Gesture(Protocol):
    """Hold the state of one gesture."""

    def move(self, pointer: Pointer) -> None:
        """Follow the mouse."""

    def release(self, pointer: Pointer) -> None:
        """End, and hand an edit to the session where there is one."""

    def cancel(self) -> None:
        """Give up, and leave everything as it was."""
