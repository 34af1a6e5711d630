"""The short questions of the window, in one place, so that a test can answer them."""

from enum import Enum
from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from designer.gui.bridge.recovery import Recoverable
from designer.gui.dialogs.changes import listed
from designer.gui.dialogs.recovery import Recovery, RecoveryBox
from designer.gui.language.words import tr


class Answer(Enum):
    """What to do with unsaved changes."""

    SAVE = "save"
    DISCARD = "discard"
    STAY = "stay"


class Asking(Protocol):
    """Asks a person."""

    def unsaved(self, name: str) -> Answer:
        """Ask what to do with unsaved changes."""

    def recover(self, name: str, found: Recoverable) -> Recovery:
        """Ask whether to take up unsaved work of the last time."""

    def take_outside_change(self, name: str, changes: tuple[str, ...]) -> bool:
        """Ask whether to take what another program wrote into the open file; `changes` say what is different."""

    def file_to_open(self, start: Path) -> Path | None:
        """Ask for a file to open."""

    def definition_to_import(self, start: Path) -> Path | None:
        """Ask for a definition of an engine to draw."""

    def file_to_save(self, start: Path) -> Path | None:
        """Ask where to save."""

    def tell(self, title: str, message: str) -> None:
        """Say that something cannot be done."""


class DialogAsking:
    """Asks by Qt's dialogs."""

    def __init__(self, parent: QWidget) -> None:
        self._parent = parent

    def unsaved(self, name: str) -> Answer:
        """Ask what to do with unsaved changes."""
        buttons = QMessageBox.StandardButton
        chosen = QMessageBox.question(
            self._parent,
            tr("Unsaved changes"),
            tr("'{}' has changes that are not saved. Save them?").format(name),
            buttons.Save | buttons.Discard | buttons.Cancel,
            buttons.Save,
        )
        return {buttons.Save: Answer.SAVE, buttons.Discard: Answer.DISCARD}.get(chosen, Answer.STAY)

    def recover(self, name: str, found: Recoverable) -> Recovery:
        """Ask whether to take up unsaved work of the last time."""
        return RecoveryBox(name, found, self._parent).ask()

    def take_outside_change(self, name: str, changes: tuple[str, ...]) -> bool:
        """Ask whether to take what another program wrote into the open file."""
        box = QMessageBox(self._parent)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(tr("The file has changed"))
        box.setText(tr("Another program changed '{}'.").format(name))
        box.setInformativeText(
            tr("If you load it, Undo brings yours back. If you keep yours, your next save overwrites the file.")
            + "\n\n"
            + listed(changes)
        )
        load = box.addButton(tr("&Load the File"), QMessageBox.ButtonRole.AcceptRole)
        keep = box.addButton(tr("&Keep Mine"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(load)
        box.setEscapeButton(keep)
        box.exec()
        return box.clickedButton() == load

    def file_to_open(self, start: Path) -> Path | None:
        """Ask for a file to open."""
        chosen, _ = QFileDialog.getOpenFileName(self._parent, tr("Open a pipeline"), str(start), _filter())
        return Path(chosen) if chosen else None

    def definition_to_import(self, start: Path) -> Path | None:
        """Ask for a definition of an engine to draw."""
        chosen, _ = QFileDialog.getOpenFileName(self._parent, tr("Import a definition"), str(start), _definitions())
        return Path(chosen) if chosen else None

    def file_to_save(self, start: Path) -> Path | None:
        """Ask where to save; a name without an ending gets one."""
        chosen, _ = QFileDialog.getSaveFileName(self._parent, tr("Save the pipeline"), str(start), _filter())
        path = Path(chosen) if chosen else None
        return path.with_suffix(".yaml") if path and not path.suffix else path

    def tell(self, title: str, message: str) -> None:
        """Say that something cannot be done; the text can be selected and copied."""
        box = QMessageBox(QMessageBox.Icon.Warning, title, message, QMessageBox.StandardButton.Ok, self._parent)
        box.setTextInteractionFlags(box.textInteractionFlags() | box.textInteractionFlags().TextSelectableByMouse)
        box.exec()


def _filter() -> str:
    return f"{tr('Pipelines')} (*.yaml *.yml);;{tr('All files')} (*)"


def _definitions() -> str:
    return f"{tr('Definitions')} (*.json *.yaml *.yml);;{tr('All files')} (*)"
