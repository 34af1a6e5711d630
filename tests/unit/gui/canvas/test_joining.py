"""Joining nodes by dragging wires."""

from dataclasses import replace

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from designer.gui.canvas.wire_drop import WireDrop
from tests.unit.gui.canvas.drive import drag, middle, pin, press_key, shown
from tests.unit.gui.canvas.sample import churn, data, flow, small


def test_dragging_from_an_output_to_an_input_joins_them(qtbot: QtBot) -> None:
    view = shown(qtbot, small())

    drag(view, pin(view, "raw", "data", outgoing=True), pin(view, "prepare", "input", outgoing=False))

    assert view.session.document.edges == (data("raw", "data", "prepare", "input"),)
    assert list(view.canvas.edges) == [data("raw", "data", "prepare", "input")]


def test_dragging_backwards_from_an_input_to_an_output_joins_them_too(qtbot: QtBot) -> None:
    view = shown(qtbot, small())

    drag(view, pin(view, "prepare", "input", outgoing=False), pin(view, "raw", "data", outgoing=True))

    assert view.session.document.edges == (data("raw", "data", "prepare", "input"),)


def test_a_wire_dropped_on_a_card_goes_to_the_first_free_input_that_fits(qtbot: QtBot) -> None:
    view = shown(qtbot, replace(small(), edges=(data("prepare", "train", "train", "train"),)))

    drag(view, pin(view, "prepare", "validation", outgoing=True), middle(view, "train"))

    assert data("prepare", "validation", "train", "validation") in view.session.document.edges


def test_a_flow_wire_joins_without_ports(qtbot: QtBot) -> None:
    view = shown(qtbot, small())

    drag(view, pin(view, "prepare", "", outgoing=True, flow=True), middle(view, "train"))

    assert view.session.document.edges == (flow("prepare", "train"),)


def test_a_wire_to_a_port_of_another_type_is_refused_with_a_reason(qtbot: QtBot) -> None:
    view = shown(qtbot, churn())
    view.fit()
    start = pin(view, "raw-customers", "data", outgoing=True)
    view.zoom.actual()
    view.centerOn(view.canvas.nodes["deploy-churn"].body().center())
    end = pin(view, "deploy-churn", "model", outgoing=False)
    view.zoom.to(0.4)
    view.centerOn(1200, 100)
    said: list[str] = []
    view.message.connect(said.append)

    drag(view, start, end)

    assert view.session.undo_stack.count() == 0
    assert len(said) == 1
    assert "model package" in said[0]
    assert "dataset" in said[0]


def test_while_a_wire_is_dragged_what_fits_is_lit_and_the_rest_is_dim(qtbot: QtBot) -> None:
    view = shown(qtbot, churn())
    view.zoom.to(0.4)
    view.centerOn(1200, 100)

    drag(view, pin(view, "prepare-data", "train", outgoing=True), (600, 600), let_go=False)
    looks = {node_id: item.look for node_id, item in view.canvas.nodes.items()}
    press_key(view, Qt.Key.Key_Escape)

    assert ("test", False, False) in looks["evaluate"].lit
    assert ("model", False, False) not in looks["evaluate"].lit
    assert looks["sign-off"].dimmed
    assert not looks["prepare-data"].dimmed
    assert not any(item.look.dimmed or item.look.lit for item in view.canvas.nodes.values())


def test_a_second_wire_to_an_input_for_one_replaces_the_first(qtbot: QtBot) -> None:
    view = shown(qtbot, replace(small(), edges=(data("raw", "data", "train", "train"),)))

    drag(view, pin(view, "prepare", "train", outgoing=True), pin(view, "train", "train", outgoing=False))

    assert view.session.document.edges == (data("prepare", "train", "train", "train"),)
    assert view.session.undo_stack.count() == 1


def test_the_end_of_a_wire_can_be_put_elsewhere(qtbot: QtBot) -> None:
    view = shown(qtbot, replace(small(), edges=(data("prepare", "train", "train", "train"),)))

    drag(view, pin(view, "train", "train", outgoing=False), pin(view, "train", "validation", outgoing=False))

    assert view.session.document.edges == (data("prepare", "train", "train", "validation"),)


def test_the_end_of_a_wire_dropped_in_the_open_takes_the_wire_away(qtbot: QtBot) -> None:
    view = shown(qtbot, replace(small(), edges=(data("prepare", "train", "train", "train"),)))

    drag(view, pin(view, "train", "train", outgoing=False), (400, 400))

    assert view.session.document.edges == ()


def test_a_wire_dropped_in_the_open_tells_what_fits(qtbot: QtBot) -> None:
    view = shown(qtbot, small())
    drops: list[WireDrop] = []
    view.wire_dropped.connect(drops.append)

    drag(view, pin(view, "raw", "data", outgoing=True), (200, 300))

    (drop,) = drops
    assert drop.node == "raw"
    assert [fit.kind for fit in drop.fits] == ["processing", "training", "evaluation", "condition"]


def test_a_kind_chosen_for_a_dropped_wire_is_added_and_joined_at_once(qtbot: QtBot) -> None:
    view = shown(qtbot, small())
    drops: list[WireDrop] = []
    view.wire_dropped.connect(drops.append)
    drag(view, pin(view, "raw", "data", outgoing=True), (200, 300))

    added = view.editing.add(drops[0].fits[0].kind, view.mapToScene(0, 0), wire=(drops[0], drops[0].fits[0]))

    assert view.session.document.edges == (data("raw", "data", added, "input"),)
    assert view.session.undo_stack.count() == 1
