"""A line to write into whose name a reader says also while it is empty."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from designer.gui.reporting import reports_errors


class QuietLine(QLineEdit):
    """Select nothing where there is nothing, when it is reached by the Tab key.

    Qt tells readers of a selection before it tells them of the focus, and of an empty one, too: Orca goes to the line for
    that, says nothing as nothing is selected, and then finds itself already there.
    """

    @override
    @reports_errors
    def focusInEvent(self, event: QFocusEvent) -> None:
        reason = event.reason() if self.text() else Qt.FocusReason.OtherFocusReason
        super().focusInEvent(QFocusEvent(event.type(), reason))
