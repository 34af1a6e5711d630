"""Says beside the mouse why a wire cannot end there."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QWidget

from designer.gui.theme.fonts import ui_font
from designer.gui.theme.theme import Theme

_BESIDE = QPoint(16, 18)
_WIDEST = 320


class RefusalLabel(QLabel):
    """Show a sentence beside the mouse; it takes no mouse events itself."""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFont(ui_font(12))
        self.setMaximumWidth(_WIDEST)
        ink = theme.ink
        self.setStyleSheet(f"background: {ink.text}; color: {ink.card}; border-radius: 6px; padding: 5px 9px;")
        self.hide()

    def say(self, text: str, screen: QPoint) -> None:
        """Show a text beside a point of the screen; an empty one hides the label."""
        if not text:
            self.hide()
            return
        self.setText(text)
        self.adjustSize()
        place = self.parentWidget().mapFromGlobal(screen) + _BESIDE
        room = self.parentWidget().rect()
        self.move(min(place.x(), room.right() - self.width()), min(place.y(), room.bottom() - self.height()))
        self.show()
