"""One theme: the inks, light or dark, as the window uses them."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from designer.graph.colours import DARK, LIGHT, Ink


@dataclass(frozen=True, slots=True, eq=False)
class Theme:
    """What the window is painted with; there are two, told apart by identity."""

    ink: Ink

    @property
    def dark(self) -> bool:
        """Say whether this is a dark theme."""
        return self.ink.dark


LIGHT_THEME = Theme(LIGHT)
DARK_THEME = Theme(DARK)


def system_theme() -> Theme:
    """Return the theme that the system asks for; light where it does not say."""
    scheme = QGuiApplication.styleHints().colorScheme()
    return DARK_THEME if scheme == Qt.ColorScheme.Dark else LIGHT_THEME
