"""Small pictures of pipelines."""

from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from designer.document.edits import disconnect
from designer.document.model import Document
from designer.gui.panels.thumbnail import thumbnail
from designer.gui.theme.theme import LIGHT_THEME
from tests.unit.gui.canvas.sample import KINDS, churn

SIZE = QSize(236, 124)


def colours(document: Document) -> set[str]:
    picture = thumbnail(document, KINDS, LIGHT_THEME, SIZE).toImage()
    return {picture.pixelColor(x, y).name().upper() for x in range(picture.width()) for y in range(picture.height())}


def test_cards_of_every_category_are_seen(qtbot: QtBot) -> None:
    categories = {LIGHT_THEME.ink.category(KINDS[node.kind].category).upper() for node in churn().nodes.values()}

    assert categories <= colours(churn())


def test_wires_are_seen(qtbot: QtBot) -> None:
    document = churn()

    with_wires = thumbnail(document, KINDS, LIGHT_THEME, SIZE).toImage()
    without = thumbnail(disconnect(document, document.edges), KINDS, LIGHT_THEME, SIZE).toImage()

    assert with_wires != without
