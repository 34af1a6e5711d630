"""Make one plain sentence of the HTML in which AWS documents its members."""

import html
import re

_TAG = re.compile(r"<[^>]+>")
_SPACE = re.compile(r"\s+")
_SENTENCE_END = re.compile(r"(?<!\be\.g)(?<!\bi\.e)(?<!\bvs)(?<!\betc)[.!?](?=\s+[A-Z0-9(\"'])|:(?=\s*$)")


def first_sentence(documentation: str) -> str:
    """Return the first sentence without mark-up, or the empty text."""
    first_block = re.split(r"</p>|<ul>|<ol>|<note>", documentation.strip(), maxsplit=1)[0]
    text = plain_text(first_block) or plain_text(documentation)
    end = _SENTENCE_END.search(text)
    return text[: end.end()] if end else text


def plain_text(documentation: str) -> str:
    """Return the text without mark-up, on one line."""
    return _SPACE.sub(" ", html.unescape(_TAG.sub(" ", documentation))).replace(" .", ".").replace(" ,", ",").strip()
