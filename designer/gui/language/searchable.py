"""What is typed finds what is written: in capitals or not, with accents or without, in the window's language or in English."""

import unicodedata

from designer.gui.language.words import tr


def searchable(text: str) -> str:
    """Return a text as it is compared."""
    if text.isascii():
        return text.lower()
    letters = unicodedata.normalize("NFKD", text.lower().replace("’", "'"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def both(text: str) -> str:
    """Return an English text, and before it what the window's language makes of it where that is another."""
    shown = tr(text)
    return text if shown == text else f"{shown} {text}"
