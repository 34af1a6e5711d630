"""The place in a dialog where a refusal stands, word for word, with a button to copy it."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from designer.errors import AwsRefused, Refusal, TargetRefused
from designer.gui.announcing import announce
from designer.gui.language.refusals import refusal_words
from designer.gui.language.words import said, tr
from designer.gui.panels.words import small_label
from designer.gui.theme.theme import Theme


def words_of(problem: Exception) -> str:
    """Return what a refusal says: AWS's own message, code and request id, or our sentence with its reasons."""
    if isinstance(problem, AwsRefused):
        request = "\n" + tr("Request {}").format(problem.request_id) if problem.request_id else ""
        hint = f"\n{said(problem.hint)}" if problem.hint else ""
        return f"{problem.operation}: {problem.code}\n{problem.message}{request}{hint}"
    if isinstance(problem, TargetRefused):
        return "\n".join([refusal_words(problem), *map(said, problem.reasons)])
    return refusal_words(problem) if isinstance(problem, Refusal) else f"{type(problem).__name__}: {problem}"


class RefusalBox(QWidget):
    """Show a refusal; hidden while there is none."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = small_label("", theme.ink.error)
        self.copy = QPushButton(self.tr("Copy"))
        self.copy.clicked.connect(self._copy)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(self.text, 1)
        across.addWidget(self.copy)
        self.hide()

    def show_problem(self, problem: Exception) -> None:
        """Show what was refused."""
        self.text.setText(words_of(problem))
        self.show()
        announce(self, self.text.text())

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.text())
