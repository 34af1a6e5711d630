"""What a refusal says, in the language of the window."""

from designer.errors import FileRefused, Refusal
from designer.gui.language.words import said, tr


def refusal_words(refusal: Refusal) -> str:
    """Return the sentence and the hint of a refusal, behind the place in a file where it has one."""
    told = " ".join(said(one) for one in (refusal.message, refusal.hint) if one)
    if not isinstance(refusal, FileRefused):
        return told
    if not refusal.line:
        return f"{refusal.path}: {told}"
    place = tr("{}, line {}, column {}").format(refusal.path, refusal.line, refusal.column)
    return f"{place}: {told}"
