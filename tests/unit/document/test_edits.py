"""Edits: what changes, what follows, and what is shared."""

import pytest

from designer.document import edits
from designer.document.fragments import fragment, paste
from designer.document.model import Document, Edge, Frame, Node, Parameter, Point


def pipeline() -> Document:
    nodes = {
        "prepare": Node(id="prepare", kind="processing", position=Point(0, 0)),
        "train": Node(
            id="train",
            kind="training",
            settings={"instance_type": "${params.Type}", "note": "from ${prepare.train} and $${prepare.train}"},
        ),
        "register": Node(id="register", kind="register_model"),
    }
    return Document(
        name="churn",
        nodes=nodes,
        parameters={"Type": Parameter(name="Type", default="ml.m5.large")},
        edges=(
            Edge(source="prepare", source_port="train", target="train", target_port="train"),
            Edge(source="train", source_port="model", target="register", target_port="model"),
        ),
        frames=(Frame(id="f", title="Build", nodes=("prepare", "train")),),
    )


def test_renaming_a_node_renames_its_edges_frames_and_references() -> None:
    renamed = edits.rename_node(pipeline(), "prepare", "clean")

    assert list(renamed.nodes) == ["clean", "train", "register"]
    assert str(renamed.edges[0]) == "clean.train -> train.train"
    assert renamed.frames[0].nodes == ("clean", "train")
    assert renamed.nodes["train"].settings["note"] == "from ${clean.train} and $${prepare.train}"


def test_renaming_there_and_back_gives_the_same_document() -> None:
    document = pipeline()

    there = edits.rename_node(document, "prepare", "clean")

    assert edits.rename_node(there, "clean", "prepare") == document


def test_renaming_to_a_taken_id_is_refused() -> None:
    with pytest.raises(KeyError):
        edits.rename_node(pipeline(), "prepare", "train")


def test_renaming_a_parameter_renames_its_references() -> None:
    renamed = edits.rename_parameter(pipeline(), "Type", "InstanceType")

    assert renamed.nodes["train"].settings["instance_type"] == "${params.InstanceType}"
    assert list(renamed.parameters) == ["InstanceType"]


def test_removing_a_node_takes_its_edges_and_its_place_in_a_frame() -> None:
    left = edits.remove_nodes(pipeline(), ["train"])

    assert left.edges == ()
    assert left.frames[0].nodes == ("prepare",)


def test_healing_joins_what_came_before_to_what_came_after() -> None:
    left = edits.heal(pipeline(), ["train"])

    assert [str(edge) for edge in left.edges] == ["prepare.train -> register.model"]


def test_an_edit_shares_the_nodes_it_does_not_touch() -> None:
    document = pipeline()

    changed = edits.set_setting(document, "train", ("hyperparameters", "depth"), 5)

    assert changed.nodes["prepare"] is document.nodes["prepare"]
    assert changed.nodes["train"].settings["hyperparameters"] == {"depth": 5}
    assert "hyperparameters" not in document.nodes["train"].settings


def test_an_edit_that_changes_nothing_gives_the_same_object() -> None:
    document = pipeline()

    assert edits.move_nodes(document, {"prepare": Point(0, 0)}) is document
    assert edits.connect(document, document.edges[0]) is document
    assert edits.rename_node(document, "train", "train") is document


def test_clearing_a_setting_takes_it_away() -> None:
    cleared = edits.clear_setting(pipeline(), "train", ("note",))

    assert "note" not in cleared.nodes["train"].settings


def test_a_node_is_in_one_frame_at_most() -> None:
    document = edits.put_frame(pipeline(), Frame(id="g", title="Train", nodes=("train",)))

    assert [(frame.id, frame.nodes) for frame in document.frames] == [("f", ("prepare",)), ("g", ("train",))]


def test_free_ids_are_numbered_and_never_reserved() -> None:
    assert edits.free_id(pipeline(), "train") == "train-2"
    assert edits.free_id(pipeline(), "params") == "params-2"


def test_a_pasted_fragment_keeps_its_inner_edges_and_references() -> None:
    document = pipeline()

    pasted, new = paste(document, fragment(document, ["prepare", "train"]), Point(40, 40))

    assert new == ("prepare-2", "train-2")
    assert "prepare-2.train -> train-2.train" in [str(edge) for edge in pasted.edges]
    assert pasted.nodes["train-2"].settings["note"] == "from ${prepare-2.train} and $${prepare.train}"
    assert pasted.nodes["prepare-2"].position == Point(40, 40)


def test_a_fragment_pasted_elsewhere_brings_its_parameters_and_drops_outer_edges() -> None:
    pasted, _ = paste(Document(name="other"), fragment(pipeline(), ["train"]), Point(0, 0))

    assert list(pasted.parameters) == ["Type"]
    assert pasted.edges == ()


def test_renaming_leaves_text_in_braces_that_is_no_reference() -> None:
    document = edits.set_setting(pipeline(), "train", ("text",), "${HOME} ${ train . x } ${}")

    renamed = edits.rename_node(document, "train", "fit")

    assert renamed.nodes["fit"].settings["text"] == "${HOME} ${fit.x} ${}"


def test_healing_a_node_that_leads_to_itself_leaves_no_edge_to_it() -> None:
    document = edits.connect(pipeline(), Edge(source="train", target="train"))

    left = edits.heal(document, ["train"])

    assert not [edge for edge in left.edges if "train" in (edge.source, edge.target)]


def nested() -> Document:
    """Return a pipeline in which the map `outer` holds the map `inner`, which holds `score`; `before` stands beside."""
    nodes = {
        "before": Node(id="before", kind="processing"),
        "outer": Node(id="outer", kind="map"),
        "inner": Node(id="inner", kind="map", inside="outer"),
        "score": Node(id="score", kind="batch_transform", inside="inner"),
    }
    return Document(name="nested", nodes=nodes)


def holders_in(document: Document) -> dict[str, str]:
    return {node.id: node.inside for node in document.nodes.values()}


def test_what_is_moved_into_a_map_keeps_what_it_is_given_and_what_joins_it_there() -> None:
    flow = Edge(source="before", target="score")
    given = Edge(source="before", source_port="data", target="score", target_port="data")
    made = Edge(source="score", source_port="data", target="before", target_port="again")
    among = Edge(source="score", target="second")
    document = edits.add_node(nested(), Node(id="second", kind="processing"))
    document = edits.put_inside(document, ["score"], "")
    for edge in (flow, given, made, among):
        document = edits.connect(document, edge)

    moved = edits.put_inside(document, ["score", "second"], "inner")

    assert holders_in(moved) == {"before": "", "outer": "", "inner": "outer", "score": "inner", "second": "inner"}
    assert moved.edges == (given, among)


def test_what_is_moved_out_of_a_map_loses_what_was_made_in_the_map() -> None:
    document = edits.add_node(nested(), Node(id="first", kind="processing", inside="inner"))
    made = Edge(source="first", source_port="data", target="score", target_port="data")
    given = Edge(source="before", source_port="data", target="score", target_port="model")
    document = edits.connect(edits.connect(document, made), given)

    assert edits.put_inside(document, ["score"], "").edges == (given,)
    assert edits.put_inside(document, ["first"], "outer").edges == (made, given)


def test_nothing_is_moved_into_itself_or_into_what_it_holds() -> None:
    document = nested()

    assert edits.put_inside(document, ["outer"], "inner") is document
    assert edits.put_inside(document, ["outer"], "outer") is document
    assert edits.put_inside(document, ["score"], "inner") is document


def test_what_a_removed_map_held_stands_in_what_was_around_it() -> None:
    assert holders_in(edits.remove_nodes(nested(), ["inner"]))["score"] == "outer"
    assert holders_in(edits.remove_nodes(nested(), ["outer"])) == {"before": "", "inner": "", "score": "inner"}
    assert holders_in(edits.remove_nodes(nested(), ["outer", "inner"])) == {"before": "", "score": ""}


def test_maps_that_stand_in_each_other_can_be_removed() -> None:
    document = edits.put_node(nested(), Node(id="outer", kind="map", inside="inner"))

    assert holders_in(edits.remove_nodes(document, ["outer", "inner"])) == {"before": "", "score": ""}
    assert holders_in(edits.remove_nodes(document, ["outer"])) == {"before": "", "inner": "", "score": "inner"}


def test_what_a_renamed_map_holds_stays_in_it() -> None:
    assert holders_in(edits.rename_node(nested(), "inner", "each")) == {
        "before": "",
        "outer": "",
        "each": "outer",
        "score": "each",
    }


def test_a_pasted_map_holds_its_own_nodes() -> None:
    document = nested()

    pasted, _ = paste(document, fragment(document, ["inner", "score"]), Point(0, 0))

    assert (pasted.nodes["inner-2"].inside, pasted.nodes["score-2"].inside) == ("outer", "inner-2")


def test_what_is_pasted_where_its_map_is_not_stands_in_none() -> None:
    pasted, _ = paste(Document(name="other"), fragment(nested(), ["score"]), Point(0, 0))

    assert pasted.nodes["score"].inside == ""
