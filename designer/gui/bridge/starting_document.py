"""The document that a new window or a new file begins with."""

from designer.document.model import Document

EMPTY = Document(name="pipeline")


def is_blank(document: Document) -> bool:
    """Say whether there is nothing on the canvas."""
    return not (document.nodes or document.notes)
