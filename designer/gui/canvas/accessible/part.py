"""A part of the canvas as an object of the accessibility tree."""

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QRect, QRectF
from PySide6.QtGui import QAccessible, QAccessibleInterface, QWindow
from typing_extensions import override

from designer.gui.canvas.accessible.screen import on_screen, viewport_on_screen
from designer.gui.canvas.view import CanvasView
from designer.gui.reporting import reports_errors_or

if TYPE_CHECKING:
    from designer.gui.canvas.accessible.parts import Parts

NO_INTERFACE = cast("QAccessibleInterface", None)
"""Qt's answer where there is none; its stubs leave it out."""
_NO_OBJECT = cast("QObject", None)
_NO_WINDOW = cast("QWindow", None)


def no_interface() -> QAccessibleInterface:
    """Return the answer where there is none, for what fails to find one."""
    return NO_INTERFACE


class PartInterface(QAccessibleInterface):
    """What all parts have alike: no object of Qt's, a place on the canvas, and, if not said otherwise, nothing in them."""

    def __init__(self, parts: "Parts") -> None:
        super().__init__()
        self.parts = parts

    @property
    def view(self) -> CanvasView | None:
        """The canvas, while there is one."""
        return self.parts.view

    def place(self) -> QRectF | None:
        """Return the rectangle in the scene; None for what is no more."""
        return None

    def is_hidden(self) -> bool:
        """Say whether the part is not shown at the moment."""
        return False

    def name(self) -> str:
        """Return what the part is called."""
        return ""

    def description(self) -> str:
        """Return what else there is to say."""
        return ""

    @override
    @reports_errors_or(bool)
    def isValid(self) -> bool:
        return self.view is not None

    @override
    def object(self) -> QObject:
        return _NO_OBJECT

    @override
    @reports_errors_or(lambda: _NO_WINDOW)
    def window(self) -> QWindow:
        return self.view.window().windowHandle() if self.view is not None else _NO_WINDOW

    @override
    @reports_errors_or(str)
    def text(self, t: QAccessible.Text) -> str:
        if self.place() is None:
            return ""
        if t == QAccessible.Text.Name:
            return self.name()
        return self.description() if t == QAccessible.Text.Description else ""

    @override
    def setText(self, t: QAccessible.Text, text: str) -> None:
        """Leave the text as it is: names are changed in the inspector."""

    @override
    @reports_errors_or(QRect)
    def rect(self) -> QRect:
        place = self.place()
        return on_screen(self.view, place) if self.view is not None and place is not None else QRect()

    @override
    @reports_errors_or(QAccessible.State)
    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        if self.view is None or self.place() is None:
            state.invalid = True
            return state
        state.invisible = self.is_hidden()
        state.offscreen = not viewport_on_screen(self.view).intersects(self.rect())
        return state

    @override
    def childCount(self) -> int:
        return 0

    @override
    def child(self, index: int) -> QAccessibleInterface:
        return NO_INTERFACE

    @override
    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return -1

    @override
    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        return NO_INTERFACE
