"""Choosing the language of the window, which it speaks from its next start on."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMessageBox

from designer.gui.language.choice import ENGLISH, FRENCH, SYSTEM, choose_language, chosen_language
from designer.gui.language.words import tr

if TYPE_CHECKING:
    from designer.gui.window import PipelineWindow

# Whoever chooses a language may not read the one that is shown, so each choice is told in both.
_TOLD = {
    SYSTEM: (
        "Pipeline Designer will speak the language of the system when you start it again.\n\n"
        "Pipeline Designer parlera la langue du système à son prochain démarrage."
    ),
    ENGLISH: (
        "Pipeline Designer will speak English when you start it again.\n\n"
        "Pipeline Designer parlera anglais à son prochain démarrage."
    ),
    FRENCH: (
        "Pipeline Designer parlera français à son prochain démarrage.\n\n"
        "Pipeline Designer will speak French when you start it again."
    ),
}


def show_language(window: "PipelineWindow") -> None:
    """Check the language that was chosen in the menu."""
    window.actions_by_id[f"language_{chosen_language(window.settings)}"].setChecked(True)


def take_language(window: "PipelineWindow", choice: str) -> None:
    """Keep a choice, and say when it takes effect."""
    if choice != chosen_language(window.settings):
        choose_language(window.settings, choice)
        close = QMessageBox.StandardButton.Close
        QMessageBox(QMessageBox.Icon.Information, tr("Language"), _TOLD[choice], close, window).open()
