"""Checks the document again a moment after each edit, beside the main thread."""

from PySide6.QtCore import QObject, QTimer, Signal

from designer.gui.bridge.assessment import Assessment
from designer.gui.bridge.background import Background
from designer.gui.session import EditingSession

WAIT_MILLISECONDS = 150


class LiveAssessment(QObject):
    """Keep the newest assessment of the session's document for the chosen target."""

    assessed = Signal(object)
    """An `Assessment`."""
    target_changed = Signal(str)

    def __init__(self, session: EditingSession, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.latest = Assessment()
        self.target = ""
        self._session = session
        self._background = background
        self._timer = QTimer(self, singleShot=True, interval=WAIT_MILLISECONDS)
        self._timer.timeout.connect(self._ask)
        self._has_begun = False
        session.document_changed.connect(self.refresh)
        session.path_changed.connect(self.refresh)

    @property
    def is_waiting(self) -> bool:
        """Say whether a check is about to begin."""
        return self._timer.isActive()

    def begin(self) -> None:
        """Check from now on."""
        self._has_begun = True
        self.refresh()

    def choose(self, target: str) -> None:
        """Check for another target from now on."""
        if target != self.target:
            self.target = target
            self.target_changed.emit(target)
            self._ask()

    def refresh(self, *_: object) -> None:
        """Check once more, as soon as nobody types."""
        if self._has_begun:
            self._timer.start()

    def _ask(self) -> None:
        self._timer.stop()
        document, path, target, known = self._session.document, self._session.path, self.target, self.latest.known

        def work() -> Assessment:
            from designer.gui.bridge.assessing import assess

            return assess(document, path, target, known)

        self._background.run("assess", work, self._take)

    def _take(self, assessment: Assessment) -> None:
        self.latest = assessment
        self.assessed.emit(assessment)
