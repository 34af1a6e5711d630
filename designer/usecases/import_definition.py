"""Import a definition that exists as a pipeline."""

from pathlib import Path

from designer.document.edits import rename_document
from designer.document.files import read_text, write_atomically
from designer.document.model import Document
from designer.document.names import legal_name
from designer.document.yaml_document import dump_document
from designer.errors import FileRefused
from designer.importing.recognising import import_any


def import_definition(definition: Path, out: Path) -> Document:
    """Draw a definition of any engine and write the pipeline; a file that exists is not overwritten."""
    document = drawn_definition(definition)
    if out.exists():
        raise FileRefused("This exists already, and is not overwritten.", path=str(out), hint="Choose another name.")
    write_atomically(out, dump_document(document).encode())
    return document


def drawn_definition(definition: Path) -> Document:
    """Draw a definition of any engine; nothing is written."""
    drawn = import_any(read_text(definition), path=str(definition))
    return rename_document(drawn, legal_name(drawn.name))
