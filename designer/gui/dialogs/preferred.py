"""The button of a dialog that the return key presses."""

from PySide6.QtWidgets import QPushButton


def prefer(button: QPushButton) -> None:
    """Let the return key press a button from everywhere in its dialog but from another button.

    The button must stand in the dialog already: Qt forgets what was said before, and takes the first button it finds.
    """
    button.setDefault(True)
