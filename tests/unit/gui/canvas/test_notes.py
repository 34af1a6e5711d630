"""Notes have colours and a size, and show light Markdown."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextDocument, QTextFormat
from pytestqt.qtbot import QtBot

from designer.document.edits import colour_notes
from designer.document.model import Document, Note, Point
from designer.document.yaml_document import dump_document, parse_document
from designer.graph.colours import NOTE_COLOURS, note_look
from designer.gui.canvas.note_painting import CODE_SHARE, note_document
from designer.gui.canvas.view import CanvasView
from designer.gui.theme.colors import mixed
from designer.gui.theme.theme import DARK_THEME, LIGHT_THEME, Theme
from tests.unit.gui.canvas.drive import drag, hover, pixel, press_key, shown

pytestmark = pytest.mark.usefixtures("qapp")
NOTE = Note(id="why", text="Why", position=Point(80, 80), width=240, height=160)
LEAST_CONTRAST = 4.5


def noted(note: Note = NOTE) -> Document:
    return Document(name="noted", notes=(note,))


def laid(text: str, theme: Theme = LIGHT_THEME) -> QTextDocument:
    return note_document(text, "", theme, 12, 220)


def texts(document: QTextDocument) -> list[str]:
    return document.toPlainText().split("\n")


def luminance(colour: str) -> float:
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", [LIGHT_THEME, DARK_THEME])
@pytest.mark.parametrize("name", NOTE_COLOURS)
def test_text_code_and_links_are_read_easily_on_every_colour(name: str, theme: Theme) -> None:
    look, ink = note_look(name, theme.ink), theme.ink
    code_ground = mixed(look.fill, ink.text, CODE_SHARE).name()

    assert contrast(ink.text, look.fill) >= LEAST_CONTRAST
    assert contrast(look.link, look.fill) >= LEAST_CONTRAST
    assert contrast(ink.text, code_ground) >= LEAST_CONTRAST


def test_a_colour_that_nobody_knows_is_kept_and_shown_as_the_usual_one() -> None:
    text = dump_document(noted(replace(NOTE, color="teal")))

    assert parse_document(text, path="a").notes[0].color == "teal"
    assert note_look("teal", LIGHT_THEME.ink) == note_look("", LIGHT_THEME.ink) == note_look("yellow", LIGHT_THEME.ink)


def test_a_colour_stands_in_the_file_and_the_usual_one_does_not() -> None:
    assert "  color: blue\n" in dump_document(noted(replace(NOTE, color="blue")))
    assert "color" not in dump_document(noted())


def test_a_note_that_is_given_a_colour_is_seen_in_it(qtbot: QtBot) -> None:
    view = shown(qtbot, noted())
    place = pixel(view, 300, 200)
    before = view.viewport().grab().toImage().pixelColor(place)

    view.session.apply(colour_notes(view.session.document, {"why"}, "green"), "Colour note")

    seen = view.viewport().grab().toImage().pixelColor(place)
    assert seen != before
    assert seen.name().upper() == note_look("green", LIGHT_THEME.ink).fill
    assert colour_notes(view.session.document, {"why"}, "") == noted()


def test_dragging_the_corner_resizes_a_note_on_the_grid_as_one_edit(qtbot: QtBot) -> None:
    view = shown(qtbot, noted())

    drag(view, (316, 236), (400, 300))

    note = view.session.document.notes[0]
    assert (note.position, note.width, note.height) == (NOTE.position, 320, 224)
    assert view.session.undo_stack.undoText() == "Resize note"
    assert "size: [320, 224]" in dump_document(view.session.document)
    view.session.undo()
    assert view.session.document == noted()


def test_a_note_is_never_smaller_than_can_be_grabbed(qtbot: QtBot) -> None:
    view = shown(qtbot, noted())

    drag(view, (316, 236), (0, 0))

    note = view.session.document.notes[0]
    assert note.width >= 90
    assert note.height >= 40


def test_escape_leaves_the_size_of_a_note_as_it_was(qtbot: QtBot) -> None:
    view = shown(qtbot, noted())

    drag(view, (316, 236), (400, 300), let_go=False)
    assert shown_width(view) == 320
    press_key(view, Qt.Key.Key_Escape)

    assert shown_width(view) == 240
    assert not view.session.undo_stack.canUndo()


def test_elsewhere_a_note_is_moved_as_before(qtbot: QtBot) -> None:
    view = shown(qtbot, noted())

    drag(view, (200, 160), (240, 200))

    note = view.session.document.notes[0]
    assert (note.position, note.width) == (Point(120, 120), 240)


def test_the_mouse_shows_that_the_corner_can_be_dragged(qtbot: QtBot) -> None:
    view = shown(qtbot, noted())

    hover(view, (200, 160))
    hover(view, (316, 236))

    assert view.viewport().cursor().shape() is Qt.CursorShape.SizeFDiagCursor


def shown_width(view: CanvasView) -> float:
    return view.canvas.notes["why"].body().width()


def test_markup_is_shown_and_not_read() -> None:
    document = laid("# Title\nsome **bold**, *slanted* and `code`\n\n- one\n- [two](https://example.com)")

    assert texts(document) == ["Title", "some bold, slanted and code", "one", "two"]
    title = document.begin()
    assert title.begin().fragment().charFormat().property(QTextFormat.Property.FontPixelSize) > 12
    assert document.findBlockByNumber(2).textList() is not None
    assert document.findBlockByNumber(3).begin().fragment().charFormat().anchorHref() == "https://example.com"


def test_lines_end_where_they_end_in_the_text() -> None:
    assert texts(laid("first\nsecond\n\nthird")) == ["first", "second", "third"]
    assert laid("first\nsecond").blockCount() == 1
    assert texts(laid("```\na = 1\nb = 2\n```")) == ["a = 1", "b = 2"]


def test_nothing_is_loaded_for_a_note_and_its_html_is_text() -> None:
    document = laid('![chart](https://example.com/a.png) <img src="file:///etc/hostname"> <b>x</b>')

    assert texts(document) == ['chart <img src="file:///etc/hostname"> <b>x</b>']
    assert document.resource(QTextDocument.ResourceType.ImageResource, QUrl("https://example.com/a.png")) is None


@pytest.mark.parametrize("theme", [LIGHT_THEME, DARK_THEME])
def test_links_have_the_colour_of_the_theme(theme: Theme) -> None:
    document = laid("[x](https://example.com)", theme)

    at = document.begin().begin().fragment().charFormat()
    assert at.foreground().color().name().upper() == note_look("", theme.ink).link
