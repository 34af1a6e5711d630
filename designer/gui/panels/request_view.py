"""The requests that a node makes, as they will be sent."""

from functools import cached_property

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QPlainTextEdit, QToolButton, QVBoxLayout, QWidget

from designer.gui.fields.highlighting import Highlighter
from designer.gui.theme.fonts import code_font
from designer.gui.theme.metrics import GAP, TEXT

_HEIGHT = 260


class RequestView(QWidget):
    """Fold out the requests; what they are is asked for only then."""

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.toggle = QToolButton()
        self.toggle.setText(self.tr("Request as it will be sent"))
        self.toggle.setCheckable(True)
        self.toggle.setProperty("discloses", True)  # noqa: FBT003 - Qt takes it by position only
        self.toggle.setIconSize(QSize(GAP, GAP))
        self.toggle.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.toggle.setArrowType(Qt.ArrowType.RightArrow)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.addWidget(self.toggle)
        self.toggle.toggled.connect(self._fold)

    @cached_property
    def text(self) -> QPlainTextEdit:
        """The requests; made when they are folded out for the first time."""
        text = QPlainTextEdit()
        text.setReadOnly(True)
        text.setFont(code_font(TEXT - 1))
        text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        text.setFixedHeight(_HEIGHT)
        text.setAccessibleName(self.tr("Request as it will be sent"))
        self._highlighter = Highlighter(text.document(), "json")
        self._rows.addWidget(text)
        return text

    @property
    def is_open(self) -> bool:
        """Say whether the requests are seen."""
        return self.toggle.isChecked()

    def show_text(self, text: str) -> None:
        """Show requests."""
        if (text or "text" in vars(self)) and text != self.text.toPlainText():
            self.text.setPlainText(text)

    def _fold(self, unfolded: bool) -> None:  # noqa: FBT001 - the signature of Qt's signal
        self.toggle.setArrowType(Qt.ArrowType.DownArrow if unfolded else Qt.ArrowType.RightArrow)
        self.text.setVisible(unfolded)
        if unfolded:
            self.wanted.emit()
