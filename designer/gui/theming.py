"""Which theme holds: the system's, or the one chosen in the view menu."""

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from designer.gui.control_rules import control_rules
from designer.gui.theme.palettes import apply_theme
from designer.gui.theme.theme import DARK_THEME, LIGHT_THEME, Theme, system_theme

SYSTEM, LIGHT, DARK = "system", "light", "dark"
_KEY = "theme"


class Theming(QObject):
    """Keep the application in the theme that holds."""

    changed = Signal(object)
    """A `Theme`."""

    def __init__(self, application: QApplication, settings: QSettings) -> None:
        super().__init__(application)
        self._application = application
        self._settings = settings
        self.choice = str(settings.value(_KEY, SYSTEM))
        self.theme = self._wanted()
        self._apply()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow)

    def choose(self, choice: str) -> None:
        """Take `system`, `light` or `dark` from now on."""
        self.choice = choice
        self._settings.setValue(_KEY, choice)
        self._follow()

    def _wanted(self) -> Theme:
        return {LIGHT: LIGHT_THEME, DARK: DARK_THEME}.get(self.choice) or system_theme()

    def _apply(self) -> None:
        apply_theme(self._application, self.theme, control_rules(self.theme.ink))

    def _follow(self, *_: object) -> None:
        wanted = self._wanted()
        if wanted != self.theme:
            self.theme = wanted
            self._apply()
            self.changed.emit(wanted)
