"""Where an export goes."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from designer.gui.announcing import announce
from designer.gui.dialogs.preferred import prefer
from designer.gui.dialogs.refusal_box import RefusalBox
from designer.gui.panels.words import muted_label, title_label
from designer.gui.quiet_line import QuietLine
from designer.gui.theme.metrics import GAP_LARGE
from designer.gui.theme.theme import Theme

_WIDTH = 560


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportWish:
    """What a person wants: a folder, and a commit of it where wished."""

    folder: Path
    to_git: bool = False
    branch: str = ""
    push: bool = False


class ExportDialog(QDialog):
    """Ask where an export goes, and tell how it went."""

    wanted = Signal(object)
    """An `ExportWish`."""

    def __init__(self, target_title: str, folder: Path, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export"))
        self.setMinimumWidth(_WIDTH)
        self.folder = QLineEdit(str(folder))
        browse = QPushButton(self.tr("Choose…"))
        browse.clicked.connect(self._choose)
        self.git = QCheckBox(self.tr("Commit to git"))
        self.branch = QuietLine()
        self.branch.setPlaceholderText(self.tr("the branch that is checked out"))
        self.push = QCheckBox(self.tr("Push to origin"))
        for widget in (self.branch, self.push):
            widget.setEnabled(self.git.isChecked())
            self.git.toggled.connect(widget.setEnabled)
        self.outcome = muted_label("", theme)
        self.refusal = RefusalBox(theme)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.export = self.buttons.addButton(self.tr("Export"), QDialogButtonBox.ButtonRole.ActionRole)
        self.export.clicked.connect(self._tell)
        self.buttons.rejected.connect(self.reject)
        across = QHBoxLayout()
        across.addWidget(self.folder, 1)
        across.addWidget(browse)
        form = QFormLayout()
        form.addRow(self.tr("Folder"), across)
        self.folder.setAccessibleName(self.tr("Folder"))
        form.addRow("", self.git)
        form.addRow(self.tr("Branch"), self.branch)
        form.addRow("", self.push)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(GAP_LARGE, GAP_LARGE, GAP_LARGE, GAP_LARGE)
        rows.addWidget(title_label(self.tr("Export for {}").format(target_title)))
        rows.addLayout(form)
        rows.addWidget(self.outcome)
        rows.addWidget(self.refusal)
        rows.addWidget(self.buttons)
        prefer(self.export)

    def show_result(self, sentence: str) -> None:
        """Show what was written."""
        self.refusal.hide()
        self.outcome.setText(sentence)
        announce(self, sentence)

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Export to"), self.folder.text())
        if chosen:
            self.folder.setText(chosen)

    def _tell(self) -> None:
        to_git = self.git.isChecked()
        self.wanted.emit(
            ExportWish(
                folder=Path(self.folder.text()).expanduser(),
                to_git=to_git,
                branch=self.branch.text().strip() if to_git else "",
                push=to_git and self.push.isChecked(),
            )
        )
