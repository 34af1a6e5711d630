"""Which language the window speaks: the system's, or the one chosen in the View menu. It holds from the next start on."""

from PySide6.QtCore import QLibraryInfo, QLocale, QSettings, QTranslator
from PySide6.QtWidgets import QApplication

from designer.gui.language.words import Words, read_words

SYSTEM, ENGLISH, FRENCH = "system", "en", "fr"
LANGUAGES = (SYSTEM, ENGLISH, FRENCH)
_KEY = "language"


def chosen_language(settings: QSettings) -> str:
    """Return what was chosen."""
    chosen = str(settings.value(_KEY, SYSTEM))
    return chosen if chosen in LANGUAGES else SYSTEM


def choose_language(settings: QSettings, choice: str) -> None:
    """Take `system`, `en` or `fr` from the next start on."""
    settings.setValue(_KEY, choice)


def speak(application: QApplication, settings: QSettings) -> tuple[QTranslator, ...]:
    """Let the application speak the language that holds; return what was loaded for it, which is nothing in English."""
    language = chosen_language(settings)
    if language == SYSTEM:
        language = _language_of_the_system()
    if language == ENGLISH:
        return ()
    standard = QTranslator(application)
    standard.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    words = Words(read_words(language), application)
    # The one that comes last is asked first, and ours has an answer to everything.
    for translator in (words, standard):
        application.installTranslator(translator)
    return words, standard


def _language_of_the_system() -> str:
    """Return the first language of ours among those that the person reads, the most liked first."""
    liked = (tag.partition("-")[0].lower() for tag in QLocale.system().uiLanguages())
    return next((language for language in liked if language in LANGUAGES), ENGLISH)
