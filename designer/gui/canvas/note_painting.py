"""The text of a note: light Markdown in the colours of a theme. Nothing that it names is ever loaded."""

import re
from collections.abc import Iterator

from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QPainter,
    QPalette,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from designer.document.model import Note
from designer.graph.colours import note_look
from designer.gui.theme.colors import color, mixed
from designer.gui.theme.fonts import CODE_FAMILIES, ui_font
from designer.gui.theme.theme import Theme

_FEATURES = QTextDocument.MarkdownFeature.MarkdownDialectGitHub | QTextDocument.MarkdownFeature.MarkdownNoHTML
_PICTURE = re.compile(r"!(?=\[)")
_FENCE = re.compile(r"\s{0,3}(```|~~~)")
_BEGINS_ANEW = re.compile(r"\s*([#>|=-]|```|~~~|[*+]\s|\d+[.)]\s)")
_ENDS = re.compile(r"\s{0,3}(#|\|)")
_LINE_END = "\u2028"
_HEADING_SHARES = {1: 1.35, 2: 1.2}
_SMALL_HEADING = 1.05
_GAP_SHARE = 0.45
_INDENT_SHARE = 1.5
CODE_SHARE = 0.1
"""How much of the text's colour is in the ground of code."""


class NoteText:
    """Hold the text of one note, laid out as it was painted last."""

    def __init__(self) -> None:
        self._key: tuple[str, str, Theme, int, int] | None = None
        self._document = QTextDocument()

    def paint(self, painter: QPainter, note: Note, theme: Theme, pixels: int, width: float) -> None:
        """Paint a note's text with its upper left corner at the origin."""
        key = (note.text, note.color, theme, pixels, round(width))
        if key != self._key:
            self._key, self._document = key, note_document(note.text, note.color, theme, pixels, round(width))
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette.setColor(QPalette.ColorRole.Text, color(theme.ink.text))
        self._document.documentLayout().draw(painter, context)


def note_document(text: str, look: str, theme: Theme, pixels: int, width: int) -> QTextDocument:
    """Return a note's text laid out within a width: a picture becomes a link, and lines end where they do in the text."""
    document = QTextDocument()
    document.setDocumentMargin(0)
    document.setDefaultFont(ui_font(pixels))
    document.setIndentWidth(pixels * _INDENT_SHARE)
    document.setMarkdown("".join(_lines(_PICTURE.sub("", text))), _FEATURES)
    for block in list(_blocks(document)):
        _space(block, pixels)
        for start, end, written in list(_pieces(block)):
            cursor = QTextCursor(document)
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            cursor.setCharFormat(_format(block, written, look, theme, pixels))
    document.setTextWidth(width)
    return document


def _lines(text: str) -> Iterator[str]:
    """Yield the lines, each with an end that Markdown does not take for a space where it goes on with mere words."""
    lines, is_code = text.split("\n"), False
    for line, after in zip(lines, (*lines[1:], ""), strict=True):
        is_code ^= _FENCE.match(line) is not None
        ends = not line.strip() or not after.strip() or _ENDS.match(line) or _BEGINS_ANEW.match(after)
        yield line + ("\n" if is_code or ends or _FENCE.match(line) else _LINE_END)


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _pieces(block: QTextBlock) -> Iterator[tuple[int, int, QTextCharFormat]]:
    """Yield where each piece of text of one format begins and ends, and its format."""
    at = block.begin()
    while not at.atEnd():
        piece = at.fragment()
        yield piece.position(), piece.position() + piece.length(), piece.charFormat()
        at += 1


def _space(block: QTextBlock, pixels: int) -> None:
    """Leave room above a block that begins something."""
    before, wanted = block.previous(), QTextBlockFormat()
    goes_on = (_is_code(block) and _is_code(before)) or (block.textList() is not None and before.textList() is not None)
    wanted.setTopMargin(0.0 if not before.isValid() or goes_on else pixels * _GAP_SHARE)
    wanted.setBottomMargin(0.0)
    QTextCursor(block).mergeBlockFormat(wanted)


def _format(block: QTextBlock, written: QTextCharFormat, look: str, theme: Theme, pixels: int) -> QTextCharFormat:
    ink, colours = theme.ink, note_look(look, theme.ink)
    wanted, level = QTextCharFormat(written), block.blockFormat().headingLevel()
    if level:
        wanted.clearProperty(QTextFormat.Property.FontSizeAdjustment)
        wanted.setProperty(
            QTextFormat.Property.FontPixelSize, round(pixels * _HEADING_SHARES.get(level, _SMALL_HEADING))
        )
    if wanted.fontFixedPitch() or _is_code(block):
        wanted.setFontFamilies(list(CODE_FAMILIES))
        wanted.setBackground(mixed(colours.fill, ink.text, CODE_SHARE))
    if wanted.isAnchor():
        wanted.setForeground(color(colours.link))
        wanted.setFontUnderline(True)
    return wanted


def _is_code(block: QTextBlock) -> bool:
    return block.blockFormat().hasProperty(QTextFormat.Property.BlockCodeFence)
