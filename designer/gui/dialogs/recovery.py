"""Asks whether unsaved work of the last time is taken up, and says what that would be."""

from collections.abc import Iterator
from enum import Enum

from PySide6.QtCore import QDateTime, QLocale
from PySide6.QtWidgets import QMessageBox, QWidget

from designer.gui.bridge.recovery import Recoverable
from designer.gui.dialogs.changes import listed


class Recovery(Enum):
    """What to do with unsaved work of the last time."""

    TAKE = "take it up"
    DISCARD = "discard it"
    LATER = "leave it where it is"


class RecoveryBox(QMessageBox):
    """Say when the work was kept, how much it is and what it changes. Escape leaves it where it is."""

    def __init__(self, name: str, found: Recoverable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setIcon(QMessageBox.Icon.Question)
        self.setWindowTitle(self.tr("Unsaved work"))
        self.setText(self.tr("The program ended with unsaved changes to '{}'.").format(name))
        self.setInformativeText("\n\n".join(self._told(found)))
        self.take = self.addButton(self.tr("&Restore"), QMessageBox.ButtonRole.AcceptRole)
        self.discard = self.addButton(self.tr("&Discard"), QMessageBox.ButtonRole.DestructiveRole)
        self.later = self.addButton(self.tr("Decide &Later"), QMessageBox.ButtonRole.RejectRole)
        self.setDefaultButton(self.later if found.file_is_newer else self.take)
        self.setEscapeButton(self.later)

    def ask(self) -> Recovery:
        """Show it until it is answered."""
        self.exec()
        answers = {self.take: Recovery.TAKE, self.discard: Recovery.DISCARD}
        return next((answer for button, answer in answers.items() if self.clickedButton() == button), Recovery.LATER)

    def _told(self, found: Recoverable) -> Iterator[str]:
        moment = QDateTime.fromSecsSinceEpoch(int(found.kept_at.timestamp()))
        when = QLocale().toString(moment, QLocale.FormatType.ShortFormat)
        count = len(found.document.nodes)
        nodes = self.tr("1 node") if count == 1 else self.tr("{} nodes").format(count)
        yield self.tr("It was kept on {}, with {}.").format(when, nodes)
        if found.file_is_newer:
            yield self.tr("The file was written after that: what was written then is not part of it.")
        if found.changes:
            yield listed(found.changes)
