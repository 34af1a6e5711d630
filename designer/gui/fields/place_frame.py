"""What stands around an editor in a form of forms: the line above it, the line along it, the small words below it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QScrollArea, QToolButton, QWidget
from typing_extensions import override

from designer.gui.reporting import reports_errors
from designer.gui.theme.fonts import ui_font
from designer.gui.theme.metrics import TEXT_SMALL

LINE = 4
"""Where the line stands along what is inside, from the left."""


class Head(QWidget):
    """The first line of a place; a click anywhere on it opens and closes."""

    def __init__(self, toggle: QToolButton) -> None:
        super().__init__()
        self._toggle = toggle

    @override
    @reports_errors
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._toggle.isVisible() and self.rect().contains(event.position().toPoint()):
            self._toggle.toggle()


class Indented(QWidget):
    """What stands inside something, with a line along it."""

    @override
    @reports_errors
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
        painter.drawLine(LINE, 0, LINE, self.height())
        painter.end()


def quiet_label(ink: QPalette.ColorRole) -> QLabel:
    """Return small words in a colour of the palette, which break into lines and can be copied."""
    label = QLabel()
    label.setFont(ui_font(TEXT_SMALL))
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setForegroundRole(ink)
    return label


def bring_into_view(widget: QWidget) -> None:
    """Scroll what a widget stands in so that it is seen."""
    around = widget.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    if around is not None:
        around.ensureWidgetVisible(widget)
