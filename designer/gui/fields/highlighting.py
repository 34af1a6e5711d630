"""Colours for code: words, texts, numbers and remarks; enough to read by, not a parser."""

import re
from functools import cache

from PySide6.QtGui import QGuiApplication, QPalette, QSyntaxHighlighter, QTextCharFormat, QTextDocument, QTextLayout
from typing_extensions import override

from designer.graph.colours import DARK, LIGHT
from designer.gui.reporting import reports_errors
from designer.gui.theme.colors import color

_TEXT = r"\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'"
_NUMBER = r"(?<![\w.])-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?(?![\w.])"
_PYTHON_WORDS = (
    "and as assert async await break class continue def del elif else except False finally for from if import in is "
    "lambda None nonlocal not or pass raise return True try while with yield"
)
_RULES: dict[str, tuple[tuple[str, str], ...]] = {
    "json": (
        ("number", _NUMBER),
        ("word", r"\b(?:true|false|null)\b"),
        ("text", _TEXT),
        ("key", rf"(?:{_TEXT})(?=\s*:)"),
    ),
    "yaml": (
        ("number", _NUMBER),
        ("key", r"^\s*(?:- )?[\w.${}:/-]+(?=:(?:\s|$))"),
        ("word", r"!\w+|\b(?:true|false|null)\b"),
        ("text", _TEXT),
        ("remark", r"(?:^|\s)#.*$"),
    ),
    "python": (
        ("number", _NUMBER),
        ("word", rf"\b(?:{'|'.join(_PYTHON_WORDS.split())})\b"),
        ("key", r"(?<=def )\w+|(?<=class )\w+|@\w+"),
        ("text", _TEXT),
        ("remark", r"#.*$"),
    ),
    "diff": (("remark", r"^@@.*$"), ("added", r"^\+.*$"), ("removed", r"^-.*$")),
}
_BY_ENDING = {"json": "json", "yaml": "yaml", "yml": "yaml", "py": "python"}


def language_of(path: str) -> str:
    """Return the language of a file by its ending; empty where it is not known."""
    return _BY_ENDING.get(path.rpartition(".")[2], "")


def coloured(text: str, language: str) -> list[QTextLayout.FormatRange]:
    """Return the colours of a line of code."""
    inks, found = _inks(), []
    for sort, pattern in _patterns(language):
        for match in pattern.finditer(text):
            one = QTextLayout.FormatRange()
            one.start, one.length, one.format = match.start(), match.end() - match.start(), inks[sort]
            found.append(one)
    return found


@cache
def _patterns(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((sort, re.compile(pattern)) for sort, pattern in _RULES.get(language, ()))


class Highlighter(QSyntaxHighlighter):
    """Colour one document, in the theme of the moment."""

    def __init__(self, document: QTextDocument, language: str) -> None:
        super().__init__(document)
        self._rules: tuple[tuple[str, re.Pattern[str]], ...] = ()
        self.set_language(language)

    def set_language(self, language: str) -> None:
        """Colour by the rules of another language; an unknown one leaves everything plain."""
        self._rules = _patterns(language)
        self.rehighlight()

    @override
    @reports_errors
    def highlightBlock(self, text: str) -> None:
        inks = _inks()
        for sort, pattern in self._rules:
            for found in pattern.finditer(text):
                self.setFormat(found.start(), found.end() - found.start(), inks[sort])


def _inks() -> dict[str, QTextCharFormat]:
    window = QGuiApplication.palette().color(QPalette.ColorRole.Window)
    ink = DARK if window.lightness() < 128 else LIGHT  # noqa: PLR2004 - the middle of Qt's scale
    colours = {
        "text": ink.categories["data"],
        "number": ink.categories["deploy"],
        "word": ink.categories["train"],
        "key": ink.accent,
        "remark": ink.muted,
        "added": ink.success,
        "removed": ink.error,
    }
    formats: dict[str, QTextCharFormat] = {}
    for sort, colour in colours.items():
        formats[sort] = QTextCharFormat()
        formats[sort].setForeground(color(colour))
    return formats
