"""Labels that fit into a narrow panel: long names break between their words, long summaries end in an ellipsis."""

import re

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget
from typing_extensions import override

from designer.gui.reporting import reports_errors

_BREAK = "\u200b"
_BETWEEN_WORDS = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[._/-])")


def breakable(name: str) -> str:
    """Return a name that may break between the words that it is made of."""
    return _BETWEEN_WORDS.sub(_BREAK, name)


class NameLabel(QLabel):
    """The name of a member; it breaks into lines where it must."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(breakable(name), parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)

    @override
    def sizeHint(self) -> QSize:
        """Return the size of the name on one line: it breaks only where there is less room."""
        wanted = super().sizeHint()
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 1, wanted.height())


class SummaryLabel(QLabel):
    """Quiet words on one line, as many as there is room for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    @override
    @reports_errors
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        painter.end()
