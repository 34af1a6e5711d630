from dataclasses import replace

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from designer.catalog.palette import KINDS
from designer.document.edits import add_node, put_inside, remove_nodes
from designer.document.model import Document, Frame, Node
from designer.gui.panels.outline import OutlinePanel
from designer.gui.theme.theme import DARK_THEME, LIGHT_THEME

DOCUMENT = Document(name="x", nodes={name: Node(id=name, kind="lambda") for name in ("a", "b")})


def _panel(qtbot: QtBot, document: Document) -> OutlinePanel:
    panel = OutlinePanel({kind.id: kind for kind in KINDS}, LIGHT_THEME)
    qtbot.addWidget(panel)
    panel.show_document(document)
    return panel


def _tops(panel: OutlinePanel) -> list[str]:
    items = [panel.tree.topLevelItem(row) for row in range(panel.tree.topLevelItemCount())]
    return [item.text(0) for item in items if item is not None]


def test_nodes_come_and_go_without_the_others(qtbot: QtBot) -> None:
    panel = _panel(qtbot, DOCUMENT)
    kept = panel.tree.topLevelItem(0)

    panel.show_document(add_node(DOCUMENT, Node(id="c", kind="wait")))
    added = _tops(panel)
    panel.show_document(remove_nodes(DOCUMENT, ["b"]))

    assert added == ["a", "b", "c"]
    assert _tops(panel) == ["a"]
    assert panel.tree.topLevelItem(0) is kept


def test_a_frame_and_a_map_hold_their_nodes(qtbot: QtBot) -> None:
    panel = _panel(qtbot, replace(DOCUMENT, frames=(Frame(id="f", title="Stage", nodes=("a",)),)))
    framed = _tops(panel)
    panel.show_document(put_inside(add_node(DOCUMENT, Node(id="m", kind="map")), ("a", "b"), "m"))

    assert framed == ["Stage", "b"]
    assert _tops(panel) == ["m"]


def test_problems_stand_behind_the_name_and_go_away(qtbot: QtBot) -> None:
    panel = _panel(qtbot, DOCUMENT)

    panel.show_problems({"a": 2})
    shown = _tops(panel)
    panel.show_problems({})

    assert shown == ["a   ⚠ 2", "b"]
    assert _tops(panel) == ["a", "b"]


def test_what_is_selected_elsewhere_is_marked_in_frames_and_outside(qtbot: QtBot) -> None:
    nodes = {name: Node(id=name, kind="lambda") for name in "abcdefghijklmnopqrstuvwxyz"}
    frames = (Frame(id="f", title="Stage", nodes=("b", "c", "d", "x")),)
    panel = _panel(qtbot, Document(name="x", nodes=nodes, frames=frames))

    for wanted in ({"a", "b", "c", "e", "f"}, {"d"}, set("abcefgiknpqrsxz"), {"c", "g"}, set(nodes), set()):
        panel.show_selection(wanted)
        assert {item.text(0) for item in panel.tree.selectedItems()} == wanted


def test_another_theme_changes_the_icons_and_nothing_else(qtbot: QtBot) -> None:
    panel = _panel(qtbot, DOCUMENT)
    kept = panel.tree.topLevelItem(0)
    assert kept is not None
    before = kept.icon(0).pixmap(16).toImage()

    panel.set_theme(DARK_THEME)

    assert panel.tree.topLevelItem(0) is kept
    assert kept.icon(0).pixmap(16).toImage() != before


def test_what_is_chosen_is_told_and_what_is_selected_elsewhere_is_not_told_back(qtbot: QtBot) -> None:
    panel = _panel(qtbot, DOCUMENT)
    told: list[object] = []
    panel.chosen.connect(told.append)

    panel.show_selection(["b"])
    item = panel.tree.topLevelItem(0)
    assert item is not None
    item.setSelected(True)

    assert told == [frozenset({"a", "b"})]


def test_a_reader_hears_kind_and_problems_and_that_only_what_holds_something_is_expanded(qtbot: QtBot) -> None:
    panel = _panel(qtbot, replace(DOCUMENT, frames=(Frame(id="f", title="Stage", nodes=("a",)),)))
    panel.show_problems({"a": 2})
    holder, loose = (panel.tree.topLevelItem(row) for row in range(2))
    assert holder is not None
    assert loose is not None
    inner = holder.child(0)
    assert inner is not None

    said = [item.data(0, Qt.ItemDataRole.AccessibleTextRole) for item in (inner, loose)]
    assert said == ["a, Lambda function, 2 problems", "b, Lambda function"]
    assert [item.isExpanded() for item in (holder, inner, loose)] == [True, False, False]
