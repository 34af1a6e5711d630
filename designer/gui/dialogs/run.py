"""What a run is given."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from designer.document.model import Parameter
from designer.gui.fields.plain import written
from designer.gui.panels.words import muted_label, title_label
from designer.gui.theme.metrics import GAP_LARGE
from designer.gui.theme.theme import Theme


class RunDialog(QDialog):
    """Ask for the parameters of a run."""

    wanted = Signal(object)
    """What was written, by name; a parameter that keeps its default is left out."""

    def __init__(
        self, parameters: Mapping[str, Parameter], where: str, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Run"))
        self.setMinimumWidth(440)
        self.lines: dict[str, QLineEdit] = {}
        form = QFormLayout()
        for parameter in parameters.values():
            line = QLineEdit()
            default = "" if parameter.default is None else written(parameter.default)
            line.setPlaceholderText(default or self.tr("needed"))
            line.setToolTip(parameter.description)
            self.lines[parameter.name] = line
            form.addRow(f"{parameter.name} ({parameter.type})", line)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.run = buttons.addButton(self.tr("Run"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self._tell)
        buttons.rejected.connect(self.reject)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(GAP_LARGE, GAP_LARGE, GAP_LARGE, GAP_LARGE)
        rows.addWidget(title_label(self.tr("Run the pipeline")))
        rows.addWidget(muted_label(where, theme))
        rows.addLayout(form)
        rows.addWidget(buttons)

    def _tell(self) -> None:
        texts = {name: line.text().strip() for name, line in self.lines.items()}
        self.accept()
        self.wanted.emit({name: text for name, text in texts.items() if text})
