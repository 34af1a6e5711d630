"""A kind as something to choose from a list."""

from designer.catalog.kind import Kind
from designer.gui.dialogs.choices import Choice
from designer.gui.language.searchable import both
from designer.gui.language.words import tr
from designer.gui.theme.icons import kind_icon
from designer.gui.theme.theme import Theme


def kind_choice(kind: Kind, theme: Theme) -> Choice:
    """Return a kind as a choice that is found by its name, its summary and its category."""
    return Choice(
        id=kind.id,
        title=tr(kind.title),
        words=" ".join((kind.id, kind.title, both(kind.summary), both(kind.category))),
        icon=lambda: kind_icon(kind.id, theme, kind.category),
    )
