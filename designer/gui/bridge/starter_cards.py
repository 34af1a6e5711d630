"""Reads the starters for their cards; called in a thread."""

from designer.document.files import read_document
from designer.gui.panels.starter_cards import StarterCard


def starter_cards() -> tuple[StarterCard, ...]:
    """Return every starter with its document."""
    from designer.usecases.starters import starters

    return tuple(
        StarterCard(id=one.id, title=one.title, summary=one.summary, document=read_document(one.pipeline))
        for one in starters()
        if one.pipeline.is_file()
    )
