"""Documents as YAML: read strictly, and written with as small a difference as can be."""

from designer.document.model import Document
from designer.document.reading import Misfit, document_from_plain
from designer.document.writing import plain_from_document
from designer.document.yaml_text import dump_yaml, line_of, load_yaml
from designer.errors import FileRefused


def parse_document(text: str, *, path: str) -> Document:
    """Read a document from text; `path` is for messages only."""
    plain = load_yaml(text, path=path)
    try:
        return document_from_plain(plain)
    except Misfit as err:
        line, column = line_of(text, err.path)
        raise FileRefused(f"{err}.", path=path, line=line, column=column) from err


def dump_document(document: Document, *, original_text: str = "") -> str:
    """Write a document as text: the original where nothing changed, else with its comments, key order and the like."""
    plain = plain_from_document(document)
    if not original_text:
        return _sections(plain)
    if repr(plain) == repr(plain_from_document(parse_document(original_text, path="the file as it was"))):
        return original_text
    return _merged_with_comments(plain, original_text) if "#" in original_text else _merged(plain, original_text)


def _sections(plain: dict[str, object]) -> str:
    head = {key: value for key, value in plain.items() if key in ("format", "name", "description")}
    rest = [dump_yaml({key: value}) for key, value in plain.items() if key not in head]
    return "\n".join((dump_yaml(head), *rest))


def _merged(plain: dict[str, object], original_text: str) -> str:
    return _sections(_in_old_order(load_yaml(original_text, path="the file as it was"), plain))


def _in_old_order(old: object, new: dict[str, object]) -> dict[str, object]:
    if not isinstance(old, dict):
        return new
    ordered = {**{key: new[key] for key in old if key in new}, **new}
    return {
        key: _in_old_order(old.get(key), value) if isinstance(value, dict) else value for key, value in ordered.items()
    }


def _merged_with_comments(plain: dict[str, object], original_text: str) -> str:
    from designer.document.round_trip import merge_into_text  # 0.1 s to import, and only for files with comments

    return merge_into_text(plain, original_text)
