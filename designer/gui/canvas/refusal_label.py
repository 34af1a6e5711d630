"""Says beside the mouse why a wire cannot end there."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QLabel, QWidget

from designer.gui.theme.fonts import ui_font
from designer.gui.theme.theme import Theme

_BESIDE = QPoint(16, 18)
_WIDEST = 320
_PADDING = 24


class RefusalLabel(QLabel):
    """Show a sentence beside the mouse; it takes no mouse events itself."""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent)
        self._around = parent
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFont(ui_font(12))
        self.setWordWrap(True)
        ink = theme.ink
        self.setStyleSheet(f"background: {ink.text}; color: {ink.card}; border-radius: 6px; padding: 5px 9px;")
        self.hide()

    def say(self, text: str, screen: QPoint) -> None:
        """Show a text beside a point of the screen; an empty one hides the label."""
        if not text:
            self.hide()
            return
        self.setText(text)
        measure = self.fontMetrics()
        width = min(measure.horizontalAdvance(text) + _PADDING, _WIDEST)
        wrapped = measure.boundingRect(QRect(0, 0, width - _PADDING, 0), Qt.TextFlag.TextWordWrap, text)
        self.resize(width, wrapped.height() + _PADDING // 2)
        place = self._around.mapFromGlobal(screen) + _BESIDE
        room = self._around.rect()
        self.move(min(place.x(), room.right() - self.width()), min(place.y(), room.bottom() - self.height()))
        self.show()
