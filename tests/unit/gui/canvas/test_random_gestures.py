"""Whatever is done with mouse and keys: the canvas shows the document, and undo never lies."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from designer.gui.canvas.view import CanvasView
from tests.unit.gui.canvas.drive import LEFT, click, double_click, drag, drop_kind, press_key, shown
from tests.unit.gui.canvas.sample import KINDS, churn
from tests.unit.gui.canvas.test_scene import assert_laid_in_right_angles, assert_shows

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier

_KEYS = (
    (Qt.Key.Key_Delete, NONE),
    (Qt.Key.Key_Delete, Qt.KeyboardModifier.ShiftModifier),
    (Qt.Key.Key_A, CTRL),
    (Qt.Key.Key_C, CTRL),
    (Qt.Key.Key_V, CTRL),
    (Qt.Key.Key_X, CTRL),
    (Qt.Key.Key_D, CTRL),
    (Qt.Key.Key_G, CTRL),
    (Qt.Key.Key_B, CTRL),
    (Qt.Key.Key_L, CTRL),
    (Qt.Key.Key_Z, CTRL),
    (Qt.Key.Key_Y, CTRL),
    (Qt.Key.Key_Right, NONE),
    (Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier),
    (Qt.Key.Key_Left, ALT),
    (Qt.Key.Key_Escape, NONE),
)
_BENDING = ("bend", "double click", "bend by key")
_GESTURES = ("drag", "wire", "click", "add to selection", "key", "drop", *_BENDING)
Place = tuple[float, float]


def pin_places(view: CanvasView) -> list[Place]:
    return [
        (item.at.x + pin.x, item.at.y + pin.y)
        for _, item in sorted(view.canvas.nodes.items())
        for pin in item.card.pins
    ]


def interesting_places(view: CanvasView) -> list[Place]:
    """Return where something is likely to happen: pins, cards, wires, frames, and the bare canvas."""
    centres = [item.body().center() for _, item in sorted(view.canvas.nodes.items())]
    cards = [(centre.x(), centre.y()) for centre in centres]
    ends = [wire.ends for _, wire in sorted(view.canvas.edges.items(), key=lambda each: str(each[0]))]
    wires = [((start.x + end.x) / 2, (start.y + end.y) / 2) for start, end in ends]
    wires += [(bend.x, bend.y) for wire in view.canvas.edges.values() for bend in wire.via]
    notes = [at for item in view.canvas.notes.values() for at in (item.body().center(), item.body().bottomRight())]
    cards += [(at.x() - 3, at.y() - 3) for at in notes]
    titles = [item.title_rect().center() for item in view.canvas.frames.values()]
    return [*pin_places(view), *cards, *wires, *((at.x(), at.y()) for at in titles), (20.0, -300.0), (900.0, 500.0)]


def wire_places(view: CanvasView) -> list[Place]:
    wires = [wire for _, wire in sorted(view.canvas.edges.items(), key=lambda each: str(each[0])) if not wire.hidden]
    middles = [wire.points()[len(wire.points()) // 2] for wire in wires]
    return [(at.x, at.y) for at in (*middles, *(bend for wire in wires for bend in wire.via))]


def bend_something(data: st.DataObject, view: CanvasView, what: str) -> None:
    if what == "bend":
        bend_somewhere(data, view)
    elif what == "double click":
        double_click(view, data.draw(st.sampled_from(wire_places(view) or [(900.0, 500.0)])))
    else:
        view.navigating.next_wire()
        data.draw(st.sampled_from([view.editing.bending.add, view.editing.bending.straighten]))()


def bend_somewhere(data: st.DataObject, view: CanvasView) -> None:
    places = wire_places(view)
    if places:
        start = data.draw(st.sampled_from(places))
        by = (data.draw(st.integers(-15, 15)), data.draw(st.integers(-15, 15)))
        end = (start[0] + 8 * by[0], start[1] + 8 * by[1])
        let_go = data.draw(st.integers(0, 4)) > 0
        drag(view, start, end, modifier=data.draw(st.sampled_from([ALT, NONE])), let_go=let_go)
        if not let_go:
            press_key(view, Qt.Key.Key_Escape)


def do_something(data: st.DataObject, view: CanvasView) -> None:
    places = st.sampled_from(interesting_places(view))
    what = data.draw(st.sampled_from([*_GESTURES, "drag", "key", "bend"]))
    if what == "drag":
        drag(view, data.draw(places), data.draw(places))
    elif what == "wire":
        pins = pin_places(view)
        if pins:
            drag(view, data.draw(st.sampled_from(pins)), data.draw(st.sampled_from(pins)))
    elif what == "click":
        click(view, data.draw(places))
    elif what in _BENDING:
        bend_something(data, view, what)
    elif what == "add to selection":
        click(view, data.draw(places), CTRL)
    elif what == "drop":
        drop_kind(view, data.draw(st.sampled_from(sorted(KINDS))), data.draw(places))
    else:
        press_key(view, *data.draw(st.sampled_from(_KEYS)))


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_any_gestures_keep_canvas_and_document_in_step_and_can_be_undone(qtbot: QtBot, data: st.DataObject) -> None:
    QGuiApplication.clipboard().clear()  # what an earlier example copied would be pasted here
    view = shown(qtbot, churn())
    view.fit()
    first = view.session.document

    for _ in range(data.draw(st.integers(1, 15))):
        do_something(data, view)
        view.gliding.stop()
        assert_shows(view.canvas, view.session.document)
    while view.session.undo_stack.canRedo():
        press_key(view, Qt.Key.Key_Y, CTRL)
    last = view.session.document
    while view.session.undo_stack.canUndo():
        press_key(view, Qt.Key.Key_Z, CTRL)
    assert view.session.document == first
    assert_shows(view.canvas, first)
    while view.session.undo_stack.canRedo():
        press_key(view, Qt.Key.Key_Y, CTRL)

    assert view.session.document == last
    assert_shows(view.canvas, last)
    view.close()


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_any_gestures_leave_wires_in_right_angles_as_in_a_new_scene(qtbot: QtBot, data: st.DataObject) -> None:
    QGuiApplication.clipboard().clear()
    view = shown(qtbot, churn())
    view.fit()
    view.canvas.set_right_angled(wanted=True)

    for _ in range(data.draw(st.integers(1, 10))):
        do_something(data, view)
        view.grab()
        view.gliding.stop()
        assert_laid_in_right_angles(view.canvas, view.session.document)
    view.close()


def test_a_change_from_outside_ends_a_drag_without_harm(qtbot: QtBot) -> None:
    view = shown(qtbot, churn())
    view.fit()
    centre = view.canvas.nodes["evaluate"].body().center()

    drag(view, (centre.x(), centre.y()), (centre.x() + 100, centre.y()), button=LEFT, let_go=False)
    view.session.select({"evaluate"})
    view.editing.delete()

    assert "evaluate" not in view.canvas.nodes
    assert_shows(view.canvas, view.session.document)
