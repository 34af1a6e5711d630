"""Documents in files, read whole and saved atomically; YAML is imported with the first of them."""

import contextlib
import os
import tempfile
from pathlib import Path

from designer.document.model import Document
from designer.errors import FileRefused

_LARGEST_BYTES = 64 * 1024 * 1024


def read_document(path: Path) -> Document:
    """Read a document; a broken file is refused with line, column and a sentence, and never changed."""
    from designer.document.yaml_document import parse_document

    return parse_document(read_text(path), path=str(path))


def read_text(path: Path) -> str:
    """Return the text of a file, or refuse with the reason in a sentence."""
    name = str(path)
    try:
        if path.is_dir():
            raise FileRefused("This is a folder, not a file.", path=name, hint="Name the pipeline file inside it.")
        with path.open("rb") as file:
            content = file.read(_LARGEST_BYTES + 1)  # a device has no size, and may have no end
        if len(content) > _LARGEST_BYTES:
            raise FileRefused("This is larger than 64 MB, so it is no pipeline.", path=name)
        return content.decode("utf-8-sig")
    except FileNotFoundError as err:
        raise FileRefused("There is no such file.", path=name, hint="Check the name.") from err
    except UnicodeDecodeError as err:
        line = err.object.count(b"\n", 0, err.start) + 1
        hint = "A pipeline is a text file in UTF-8: save it as that, if this is not another sort of file."
        raise FileRefused(f"Byte {err.start + 1}, in line {line}, is not text.", path=name, hint=hint) from err
    except OSError as err:
        raise FileRefused(f"It cannot be read: {err.strerror or err}.", path=name) from err


def save_document(document: Document, path: Path) -> None:
    """Save atomically: a crash or a full disk leaves the old file whole. The file's own comments are kept."""
    from designer.document.yaml_document import dump_document, parse_document

    original = ""
    with contextlib.suppress(FileRefused):
        original = read_text(path)
        parse_document(original, path=str(path))
    try:
        text = dump_document(document, original_text=original)
    except FileRefused:
        text = dump_document(document)
    write_atomically(path, text.encode())


def write_atomically(path: Path, content: bytes) -> None:
    """Write a file so that it is there whole, or as it was before."""
    target = Path(os.path.realpath(path))
    try:
        handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    except OSError as err:
        raise FileRefused(f"It cannot be written: {err.strerror or err}.", path=str(path)) from err
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        mode = target.stat().st_mode & 0o7777 if target.exists() else 0o666 & ~_umask()
        Path(temporary).chmod(mode)
        Path(temporary).replace(target)
    except OSError as err:
        Path(temporary).unlink(missing_ok=True)
        raise FileRefused(f"It cannot be written: {err.strerror or err}.", path=str(path)) from err


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current
