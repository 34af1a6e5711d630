"""A line of text for something that is in the account: a role, a place in S3, an image. A button asks for what there is."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget
from typing_extensions import override

from designer.gui.fields.spec import FieldSpec
from designer.gui.fields.text_field import TextField


class ListedField(TextField):
    """Edit text, or choose it from a list that somebody else fetches."""

    wanted = Signal()
    """A person wants to choose."""

    def __init__(self, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(spec, parent)
        self.button = QToolButton()
        self.button.setText("…")
        self.button.setToolTip(self.tr("Choose from your AWS account"))
        self.button.setAccessibleName(self.tr("Choose {} from your AWS account").format(spec.title))
        self.button.clicked.connect(self.wanted)
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        self._rows.removeWidget(self.line)
        across.addWidget(self.line)
        across.addWidget(self.button)
        self._rows.addWidget(row)

    @override
    def text(self) -> str:
        return self.line.text()

    def take(self, chosen: str) -> None:
        """Set a text that was chosen."""
        self.line.setText(chosen)
        self.edited.emit(chosen)

    def below(self) -> QPoint:
        """Return the point of the screen below the line."""
        return self.line.mapToGlobal(self.line.rect().bottomLeft())

    def show_waiting(self, *, waits: bool) -> None:
        """Show that the list is being fetched."""
        self.button.setEnabled(not waits)
        self.button.setText("⋯" if waits else "…")
