"""The scene shows the document, whatever is done to it."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from designer.document.edits import (
    add_node,
    connect,
    disconnect,
    free_id,
    move_nodes,
    put_frame,
    put_node,
    put_note,
    remove_nodes,
    remove_note,
    rename_node,
    set_setting,
)
from designer.document.model import Document, Edge, Frame, Node, Note, Point
from designer.graph.arrange import arranged, placed
from designer.graph.card import make_card
from designer.gui.canvas.items.layer_item import Drawn, LayerItem
from designer.gui.canvas.scene import CanvasScene
from designer.gui.canvas.view import CanvasView
from designer.gui.session import EditingSession
from designer.gui.theme.theme import DARK_THEME, LIGHT_THEME
from tests.benchmarks.pipelines import pipeline
from tests.unit.gui.canvas.sample import KINDS, churn, data, small

pytestmark = pytest.mark.usefixtures("qapp")
T = TypeVar("T", bound=Drawn)


def assert_shows(scene: CanvasScene, document: Document) -> None:
    """Compare the scene with the document, item by item, and with a scene made anew."""
    places = placed(document, KINDS)
    assert {node_id: item.card for node_id, item in scene.nodes.items()} == {
        node.id: make_card(node, KINDS.get(node.kind)) for node in document.nodes.values()
    }
    assert {node_id: item.at for node_id, item in scene.nodes.items()} == places
    assert set(scene.edges) == {
        edge for edge in document.edges if edge.source in document.nodes and edge.target in document.nodes
    }
    assert {edge: wire.edge.via for edge, wire in scene.edges.items()} == {
        edge: edge.via for edge in document.edges if edge in scene.edges
    }
    assert {frame_id: item.frame for frame_id, item in scene.frames.items()} == {one.id: one for one in document.frames}
    assert {note_id: item.note for note_id, item in scene.notes.items()} == {one.id: one for one in document.notes}
    assert_looks_like_new(scene, CanvasScene(document, KINDS, LIGHT_THEME))


def assert_looks_like_new(scene: CanvasScene, fresh: CanvasScene) -> None:
    assert {edge: wire.ends for edge, wire in scene.edges.items()} == {
        edge: wire.ends for edge, wire in fresh.edges.items()
    }
    assert {edge: (wire.edge.via, wire.points()) for edge, wire in scene.edges.items()} == {
        edge: (wire.edge.via, wire.points()) for edge, wire in fresh.edges.items()
    }
    assert {edge: wire.pin for edge, wire in scene.edges.items()} == {
        edge: wire.pin for edge, wire in fresh.edges.items()
    }
    assert {edge: wire.ends for edge, wire in scene.implied.items()} == {
        edge: wire.ends for edge, wire in fresh.implied.items()
    }
    assert {one: item.wired for one, item in scene.nodes.items()} == {
        one: item.wired for one, item in fresh.nodes.items()
    }
    assert {one: item.body() for one, item in scene.frames.items()} == {
        one: item.body() for one, item in fresh.frames.items()
    }
    assert len(scene.items()) == len(fresh.items())


def assert_laid_in_right_angles(scene: CanvasScene, document: Document) -> None:
    """Compare the ways of all wires with those in a scene made anew."""
    fresh = CanvasScene(document, KINDS, LIGHT_THEME)
    fresh.set_right_angled(wanted=True)
    for ours, theirs in ((scene.edges, fresh.edges), (scene.implied, fresh.implied)):
        assert {edge: wire.points() for edge, wire in ours.items()} == {
            edge: wire.points() for edge, wire in theirs.items()
        }


_POINTS = st.builds(Point, st.integers(-500, 500).map(float), st.integers(-500, 500).map(float))
_SCRIPTS = st.sampled_from(["a.py", "${node.data}", "${node-2.model}"])
_KIND_IDS = st.sampled_from([*KINDS, "teleport"])


def _edge_between(draw: st.DrawFn, document: Document) -> Edge:
    source = draw(st.sampled_from(sorted(document.nodes)))
    target = draw(st.sampled_from(sorted(document.nodes)))
    if draw(st.booleans()):
        return Edge(source=source, target=target)
    names = st.sampled_from(["data", "train", "model", "metrics", "input", "nonsense"])
    return data(source, draw(names), target, draw(names))


def _one_edit(draw: st.DrawFn, document: Document) -> Document:
    """Return the document after one edit of any sort."""
    verb = draw(st.sampled_from(["add", "remove", "move", "rename", "kind", "set", "join", "part", "frame", "note"]))
    if verb == "add" or not document.nodes:
        position = draw(st.none() | _POINTS)
        return add_node(document, Node(id=free_id(document, "node"), kind=draw(_KIND_IDS), position=position))
    node_id = draw(st.sampled_from(sorted(document.nodes)))
    edits: Mapping[str, Document] = {
        "remove": remove_nodes(document, [node_id]),
        "move": move_nodes(document, {node_id: draw(_POINTS)}),
        "rename": rename_node(document, node_id, free_id(document, "renamed")),
        "kind": put_node(document, replace(document.nodes[node_id], kind=draw(_KIND_IDS))),
        "set": set_setting(
            document, node_id, ("script",), draw(st.sampled_from(["a.py", "${node.data}", "${node-2.model}"]))
        ),
        "join": connect(document, _edge_between(draw, document)),
        "part": disconnect(document, document.edges[:1]),
        "frame": put_frame(document, replace(document.frames[0], nodes=()))
        if document.frames
        else put_frame(document, Frame(id="frame", title="Stage", nodes=(node_id,))),
        "note": remove_note(document, "note")
        if document.notes
        else put_note(document, Note(id="note", text="Why", position=draw(_POINTS))),
    }
    return edits[verb]


@st.composite
def histories(draw: st.DrawFn) -> list[Document]:
    """Return a document and those that follow from random edits."""
    documents = [draw(st.sampled_from([churn(), small(), Document(name="empty")]))]
    for _ in range(draw(st.integers(1, 12))):
        documents.append(_one_edit(draw, documents[-1]))
    return documents


@settings(max_examples=60)
@given(histories())
def test_the_scene_shows_each_document_of_any_history(history: list[Document]) -> None:
    scene = CanvasScene(history[0], KINDS, LIGHT_THEME)

    for document in history:
        scene.show_document(document)

        assert_shows(scene, document)


@settings(max_examples=40)
@given(histories())
def test_wires_in_right_angles_are_laid_as_in_a_new_scene_after_any_edit(history: list[Document]) -> None:
    scene = CanvasScene(history[0], KINDS, LIGHT_THEME)
    scene.set_right_angled(wanted=True)

    for document in history:
        scene.show_document(document)

        assert_laid_in_right_angles(scene, document)


@settings(max_examples=30)
@given(histories())
def test_undoing_all_shows_the_first_document_and_redoing_all_the_last(history: list[Document]) -> None:
    view = CanvasView(EditingSession(history[0]), KINDS, LIGHT_THEME)
    for document in history[1:]:
        view.session.apply(document, "Edit")

    while view.session.undo_stack.canUndo():
        view.session.undo()
    assert view.session.document is history[0]
    assert_shows(view.canvas, history[0])
    while view.session.undo_stack.canRedo():
        view.session.redo()

    assert view.session.document == history[-1]
    assert_shows(view.canvas, history[-1])
    view.deleteLater()


def test_an_unrelated_node_keeps_its_item_when_the_document_changes() -> None:
    scene = CanvasScene(small(), KINDS, LIGHT_THEME)
    item = scene.nodes["raw"]

    scene.show_document(remove_nodes(small(), ["train"]))

    assert scene.nodes["raw"] is item
    assert "train" not in scene.nodes


def test_an_edge_to_a_node_that_is_not_there_is_not_drawn() -> None:
    scene = CanvasScene(replace(small(), edges=(data("raw", "data", "ghost", "input"),)), KINDS, LIGHT_THEME)

    assert scene.edges == {}


def test_a_reference_in_a_setting_is_shown_as_an_implied_wire() -> None:
    scene = CanvasScene(churn(), KINDS, LIGHT_THEME)

    assert [str(edge) for edge in scene.implied] == ["evaluate.metrics -> tell-the-team"]


def test_another_theme_reaches_every_item() -> None:
    scene = CanvasScene(churn(), KINDS, LIGHT_THEME)

    scene.set_theme(DARK_THEME)

    assert scene.cards.theme is scene.wires.theme is DARK_THEME


def test_many_nodes_that_come_go_and_move_at_once_are_found_where_they_are() -> None:
    many = arranged(pipeline(120).document, KINDS)
    few = remove_nodes(many, list(many.nodes)[60:])
    elsewhere = move_nodes(many, {node_id: Point(-9000, 40.0 * at) for at, node_id in enumerate(list(many.nodes)[:60])})
    scene = CanvasScene(Document(name="empty"), KINDS, LIGHT_THEME)

    for document in (many, few, elsewhere, Document(name="empty"), many):
        scene.show_document(document)

        assert_shows(scene, document)
        assert_found_where_it_is(scene.cards, scene.nodes.values())
        assert_found_where_it_is(scene.wires, (*scene.edges.values(), *scene.implied.values()))


def assert_found_where_it_is(layer: LayerItem[T], things: Collection[T]) -> None:
    assert set(layer.shown()) == set(things)
    for thing in things:
        assert thing in layer.within(thing.bounds)
        assert layer.boundingRect().contains(thing.bounds)
