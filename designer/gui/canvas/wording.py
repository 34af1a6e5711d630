"""What an edit of the canvas is called: what is done, and to what."""

from collections.abc import Collection

from designer.gui.language.words import tr

_MOST_NAMED = 4


def edit_words(done: str, things: Collection[str]) -> str:
    """Return what an edit is called that does something to things, each by its name, or to so many of them."""
    if not things:
        return done
    names = ", ".join(sorted(things)) if len(things) <= _MOST_NAMED else tr("{} items").format(len(things))
    return tr("{}: {}").format(done, names)
