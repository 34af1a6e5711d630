"""Says on an empty canvas how a node gets there."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QGraphicsView, QLabel
from typing_extensions import override

from designer.gui.bridge.starting_document import is_blank
from designer.gui.session import EditingSession
from designer.gui.theme.colors import color
from designer.gui.theme.fonts import ui_font
from designer.gui.theme.metrics import TEXT
from designer.gui.theme.theme import Theme


class EmptyHint(QLabel):
    """Stand in the middle of a canvas while nothing is drawn; it takes no mouse events itself."""

    def __init__(self, view: QGraphicsView, session: EditingSession) -> None:
        # On the viewport itself it would be scrolled with what is drawn.
        super().__init__(view)
        self._view = view
        self._session = session
        self.setText(self.tr("Drag a node here from the left, double-click, or press Tab and type its name."))
        self.setFont(ui_font(TEXT))
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWordWrap(True)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        view.viewport().installEventFilter(self)
        session.document_changed.connect(self._show_if_blank)
        self._show_if_blank()

    def set_theme(self, theme: Theme) -> None:
        """Show it in another theme."""
        palette = self.palette()
        palette.setColor(self.foregroundRole(), color(theme.ink.muted))
        self.setPalette(palette)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._view.viewport().geometry())
        return super().eventFilter(watched, event)

    def _show_if_blank(self, *_: object) -> None:
        blank = is_blank(self._session.document)
        if blank == self.isVisibleTo(self._view):
            return
        # A screen reader counts what is hidden too among the parts of the canvas.
        self.setParent(self._view if blank else None)
        self.setGeometry(self._view.viewport().geometry())
        self.setVisible(blank)
