"""What a run is given."""

from collections.abc import Collection, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from designer.document.model import Parameter
from designer.gui.dialogs.preferred import prefer
from designer.gui.fields.plain import written
from designer.gui.panels.words import muted_label, title_label
from designer.gui.quiet_line import QuietLine
from designer.gui.theme.metrics import GAP_LARGE
from designer.gui.theme.theme import Theme


class RunDialog(QDialog):
    """Ask for the parameters of a run."""

    wanted = Signal(object, object)
    """What was written, by name, without parameters that keep their default; and the nodes that run, empty for all."""

    def __init__(
        self,
        parameters: Mapping[str, Parameter],
        selected: Collection[str],
        where: str,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        """Make the dialog; `selected` are the nodes that may be run alone, empty where the engine runs all or nothing."""
        super().__init__(parent)
        self._selected = tuple(selected)
        self.setWindowTitle(self.tr("Run"))
        self.setMinimumWidth(440)
        self.lines: dict[str, QLineEdit] = {}
        form = QFormLayout()
        for parameter in parameters.values():
            line = QuietLine()
            default = "" if parameter.default is None else written(parameter.default)
            line.setPlaceholderText(default or self.tr("needed"))
            line.setToolTip(parameter.description)
            hints = (line.placeholderText(), parameter.description)
            line.setAccessibleDescription(". ".join(hint for hint in hints if hint))
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
        self.part = QCheckBox(self._words_for_part())
        self.part.setToolTip(self.tr("What these nodes need of the others is taken from the latest run."))
        self.part.setVisible(bool(selected))
        rows.addWidget(self.part)
        rows.addWidget(buttons)
        prefer(self.run)

    def _tell(self) -> None:
        texts = {name: line.text().strip() for name, line in self.lines.items()}
        self.accept()
        self.wanted.emit(
            {name: text for name, text in texts.items() if text}, self._selected if self.part.isChecked() else ()
        )

    def _words_for_part(self) -> str:
        if len(self._selected) == 1:
            return self.tr("Only '{}', after an earlier run").format(self._selected[0])
        return self.tr("Only the {} selected nodes, after an earlier run").format(len(self._selected))
