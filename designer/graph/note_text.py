"""The text of a note without its markup, for pictures that can show none."""

import re

_HEADING = re.compile(r"^\s{0,3}#{1,6}\s+", re.MULTILINE)
_BULLET = re.compile(r"^(\s*)[-*+]\s+", re.MULTILINE)
_LINK = re.compile(r"!?\[([^\]\n]*)\]\([^)\s]*\)")
_STRONG = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_SLANTED = re.compile(r"(?<![\w*])([*_])(?=[^\s*_])(.+?)(?<=[^\s*_])\1(?![\w*])")
_CODE = re.compile(r"`([^`\n]+)`")


def plain_note(text: str) -> str:
    """Return the words of a note: headings, bold, italic, code and links as plain text, and dots before items of lists."""
    text = _BULLET.sub(r"\1• ", _HEADING.sub("", text))
    text = _LINK.sub(r"\1", text)
    return _CODE.sub(r"\1", _SLANTED.sub(r"\2", _STRONG.sub(r"\2", text)))
