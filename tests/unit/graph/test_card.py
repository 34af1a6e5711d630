"""The card of a node."""

from designer.catalog.palette import KINDS
from designer.catalog.tasks import CatchingSettings
from designer.document.model import Edge, Node
from designer.graph.card import CARD_HEIGHT, CARD_WIDTH, GRID, edge_ends, make_card
from designer.graph.icon_files import icon_text

BY_ID = {kind.id: kind for kind in KINDS}


def test_every_kind_has_an_icon_of_its_own() -> None:
    unknown = icon_text("kinds", "unknown")

    assert [kind.id for kind in KINDS if icon_text("kinds", kind.id) == unknown] == []


def test_a_card_has_a_pin_for_each_port_and_branch_inside_its_height() -> None:
    for kind in KINDS:
        card = make_card(Node(id="one", kind=kind.id), kind)

        given = {one.name for one in (*kind.outputs({}), *kind.inner_outputs({}))}
        assert {pin.name for pin in card.pins if pin.port and pin.outgoing} == given
        assert {pin.name for pin in card.pins if pin.port and not pin.outgoing} == {one.name for one in kind.inputs({})}
        flow = {pin.name for pin in card.pins if pin.is_flow and pin.outgoing and pin.name and not pin.is_error}
        assert flow == set(kind.branches({}))
        assert any(pin.is_error for pin in card.pins) == issubclass(kind.settings, CatchingSettings)
        assert all(0 < pin.y < card.height for pin in card.pins)
        assert card.height % GRID == 0


def test_pins_stand_apart_in_steps_of_the_grid_so_that_wires_can_be_straight() -> None:
    card = make_card(Node(id="one", kind="training"), BY_ID["training"])

    offsets = {(pin.y - card.pins[0].y) % GRID for pin in card.pins}

    assert offsets == {0}


def test_an_edge_to_a_port_that_is_not_there_ends_at_the_middle_of_the_side() -> None:
    card = make_card(Node(id="one", kind="teleport"), None)

    start, end = edge_ends(Edge(source="one", source_port="a", target="one", target_port="b"), card, card)

    assert (start.x, start.y) == (CARD_WIDTH, CARD_HEIGHT / 2)
    assert (end.x, end.y) == (0, CARD_HEIGHT / 2)


def test_a_kind_that_ends_the_pipeline_has_no_way_out() -> None:
    card = make_card(Node(id="one", kind="fail"), BY_ID["fail"])

    assert not [pin for pin in card.pins if pin.outgoing]
