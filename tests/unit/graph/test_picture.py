"""The picture of a pipeline."""

import subprocess
import sys
from dataclasses import replace
from xml.etree import ElementTree as ET

from designer.document.bends import lead, straighten
from designer.document.model import Document, Node, Note, Point
from designer.graph.colours import LIGHT, note_look
from designer.graph.picture import svg
from tests.unit.gui.canvas.sample import KINDS, churn

SVG = "{http://www.w3.org/2000/svg}"


def texts(picture: str) -> set[str]:
    return {each.text or "" for each in ET.fromstring(picture).iter(f"{SVG}text")}  # noqa: S314 - our own text


def test_every_node_frame_and_branch_is_named_in_the_picture() -> None:
    picture = svg(churn(), KINDS)

    assert {*churn().nodes, "Release", "then", "else"} <= texts(picture)


def test_the_same_document_gives_the_same_bytes_and_dark_gives_others() -> None:
    assert svg(churn(), KINDS) == svg(churn(), KINDS)
    assert svg(churn(), KINDS, dark=True) != svg(churn(), KINDS)


def test_names_with_markup_in_them_stay_text() -> None:
    document = Document(name='a"<b>&', nodes={"<i>": Node(id="<i>", kind="no/such kind")})

    assert "<i>" in texts(svg(document, KINDS))


def test_an_empty_document_is_a_picture_too() -> None:
    assert ET.fromstring(svg(Document(name="empty"), KINDS)).get("width")  # noqa: S314 - our own text


def test_long_texts_are_cut_to_the_card() -> None:
    document = replace(churn(), nodes={"x" * 80: Node(id="x" * 80, kind="training")}, edges=(), frames=(), notes=())

    (title,) = {text for text in texts(svg(document, KINDS)) if text.startswith("x")}

    assert title.endswith("…")
    assert len(title) < 24


def test_a_picture_needs_no_window_library() -> None:
    script = "import designer.graph.picture, sys; sys.exit('PySide6' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


def test_a_wire_that_is_led_through_a_point_is_drawn_through_it_and_the_picture_reaches_as_far() -> None:
    wire = churn().edges[0]

    picture = svg(lead(churn(), wire, (Point(200, -3000),)), KINDS)

    assert " 200 -3000C" in picture
    assert float(ET.fromstring(picture).get("viewBox", "").split()[1]) < -3000  # noqa: S314 - our own text
    assert svg(straighten(lead(churn(), wire, (Point(200, -3000),)), [wire]), KINDS) == svg(churn(), KINDS)


def test_a_note_has_its_colour_and_its_words_without_markup() -> None:
    note = Note(
        id="n",
        text="# When\n- **each** `run`\n- see [this](https://example.com)\n2 * 3 * 4",
        position=Point(0, 0),
        width=400,
        height=200,
        color="blue",
    )

    picture = svg(replace(churn(), notes=(note,)), KINDS)

    assert {"When", "• each run", "• see this", "2 * 3 * 4"} <= texts(picture)
    assert f'fill="{note_look("blue", LIGHT).fill}"' in picture
    assert f'fill="{note_look("", LIGHT).fill}"' not in picture
