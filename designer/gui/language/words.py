"""The words of a language, as Qt asks for them: by the English text, wherever it stands in the program."""

import json
from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QObject, QTranslator
from typing_extensions import override

from designer.gui.language.patterns import Patterns
from designer.resources import resource_text

_SENTENCES = "sentences"


class Words(QTranslator):
    """Answer with the text of another language, and with the English one where nobody has written another."""

    def __init__(self, words: Mapping[str, str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._patterns = Patterns(words)

    @override
    def translate(self, context: str, sourceText: str, disambiguation: str | None = None, n: int = -1) -> str:
        if context == _SENTENCES:
            return self._patterns.said(sourceText)
        return self._words.get(sourceText, sourceText)

    @override
    def isEmpty(self) -> bool:
        return False


def read_words(language: str) -> dict[str, str]:
    """Return what `resources/words` holds of a language, by the English texts."""
    words: dict[str, str] = json.loads(resource_text("words", f"{language}.json"))
    return words


def tr(text: str) -> str:
    """Return a text of the window, or one that a kind or a setting brings, in the language of the window."""
    return QCoreApplication.translate("", text) if text else ""


def said(sentence: str) -> str:
    """Return a sentence of the core layers, with values in it, in the language of the window."""
    return QCoreApplication.translate(_SENTENCES, sentence) if sentence else ""
