"""A pipeline of 1000 nodes is edited, checked and previewed without the window standing still.

What counts is the CPU time of the main thread in one turn of the event loop, the least of some repetitions, in terms of a
machine that is quiet (`tests/yardstick.py`). Editing, checking and previewing take less than a picture's time, 16 ms; choosing
among all nodes takes two pictures, and what is done to all of them at once has limits of its own.
"""

import statistics
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from designer.document import edits
from designer.document.model import Document, Frame, Node, Point
from designer.graph.arrange import arranged
from designer.gui.session import EditingSession
from designer.gui.window import PipelineWindow
from tests import yardstick
from tests.benchmarks.pipelines import pipeline
from tests.stopwatch import small_heap
from tests.window.conftest import Opened

pytestmark = [pytest.mark.window, pytest.mark.slow, pytest.mark.qt_log_ignore("This plugin does not support")]
_PICTURE = 0.016
_ALL_AT_ONCE = 0.120
_REPETITIONS = 3


@dataclass(frozen=True)
class Watch:
    """Takes the time of single turns of the event loop, and remembers those that took too long."""

    window: PipelineWindow
    qtbot: QtBot
    too_long: dict[str, str] = field(default_factory=dict)

    def see(
        self, name: str, act: Callable[[], object], back: Callable[[], object] = lambda: None, limit: float = _PICTURE
    ) -> None:
        """Do something a few times, each time undone; neither the turn itself nor the next one may be long."""
        taken, unit = [], []
        for _ in range(_REPETITIONS):
            unit.append(yardstick.measure())
            taken.append(max(_seconds(act), _seconds(QApplication.processEvents)))
            back()
            self.settle()
        self._judge(name, min(taken), min(unit), limit)

    def see_until(self, name: str, act: Callable[[], object], limit: float = _PICTURE) -> None:
        """Do something a few times; none of the turns may be long until it is assessed, and until the map has followed."""
        longest, unit = [], []
        for _ in range(_REPETITIONS):
            latest = self.window.live.latest
            act()
            unit.append(yardstick.measure())
            longest.append(max(self._turns(lambda latest=latest: self.window.live.latest is latest)))  # type: ignore[misc]
        self._judge(name, min(longest), min(unit), limit)

    def settle(self) -> None:
        """Wait until nothing is left to do."""
        QApplication.processEvents()
        live, background = self.window.live, self.window.background
        self.qtbot.waitUntil(lambda: not live.is_waiting and not background.is_busy, timeout=30_000)
        QApplication.processEvents()

    def _turns(self, goes_on: Callable[[], bool]) -> Iterator[float]:
        deadline, after = time.monotonic() + 30, time.monotonic() + 0.3
        while goes_on() or self.window.background.is_busy or time.monotonic() < after:
            assert time.monotonic() < deadline
            yield _seconds(QApplication.processEvents)
            time.sleep(0.001)

    def _judge(self, name: str, taken: float, unit: float, limit: float) -> None:
        slowness = yardstick.slowness(unit)
        if taken > limit * slowness:
            self.too_long[name] = f"{taken * 1000:.0f} ms on a machine {slowness:.1f} times as slow"


def _seconds(act: Callable[[], object]) -> float:
    begun = time.thread_time()
    act()
    return time.thread_time() - begun


@pytest.fixture
def watch(opened: Opened, qtbot: QtBot) -> Iterator[Watch]:
    window = opened.window
    # The script of the pipeline is not there, so that it is checked after each edit, but not exported.
    window.session.replace(arranged(pipeline(1000).document, window.kinds))
    watch = Watch(window, qtbot)
    watch.settle()
    window.canvas.zoom.actual()
    for node_id in list(window.session.document.nodes)[500:504]:  # the first form of a kind is made once
        window.canvas.go_to(node_id)
        qtbot.wait(100)
    with small_heap():
        yield watch


def test_what_is_done_all_day_takes_about_as_long_as_a_picture(watch: Watch) -> None:
    window, session, editing = watch.window, watch.window.session, watch.window.canvas.editing
    names = list(session.document.nodes)
    places = iter(names[500:])
    sizes = iter(range(40, 70))

    watch.see("go to", lambda: window.canvas.go_to(next(places)))
    window.canvas.go_to(names[500])
    watch.see("nudge", lambda: editing.nudge(QPointF(8, 0)))
    watch.see("set", lambda: session.apply(_with_volume(session.document, names[500], next(sizes)), "Set"))
    watch.see("add", lambda: editing.add("wait", QPointF(0, 0)), session.undo)
    watch.see("redo", session.redo, session.undo)
    session.redo()
    watch.see("undo", session.undo, session.redo)
    session.select([names[600]])
    watch.see("delete", editing.delete, lambda: _undo_and_select(session, names[600]))
    window.searching.open()
    words = iter(("t", "train", "prepare-5", "ml.m5", "x", "y"))
    watch.see("search", lambda: window.searching.bar.line.setText(next(words)))
    window.searching.bar.leave()
    for panel, home in _PANELS.items():
        watch.see(f"open {panel}", lambda p=panel: window.panels.open(p), lambda h=home: window.panels.open(h))  # type: ignore[misc]

    assert watch.too_long == {}


_PANELS: Mapping[str, str] = {"outline": "palette", "history": "palette", "runs": "problems", "code": "problems"}


def test_checks_and_previews_are_shown_without_a_stop(watch: Watch, tmp_path: Path) -> None:
    window, session = watch.window, watch.window.session
    (tmp_path / "prepare.py").write_text("print(1)")
    session.replace(session.document, tmp_path / "large.yaml")
    watch.settle()
    assert not window.live.latest.obstacles
    name = list(session.document.nodes)[500]
    sizes = iter(range(40, 70))
    targets = iter((1, 2, 0, 1))

    for panel in ("problems", "code", "portability"):
        window.panels.open(panel)
        watch.see_until(
            f"set, {panel}", lambda: session.apply(_with_volume(session.document, name, next(sizes)), "Set")
        )
    window.panels.open("code")
    watch.see_until("another target", lambda: window.tools.choose(next(targets)))
    wrong = session.document
    for node in session.document.nodes.values():
        if node.kind in {"training", "processing"}:
            wrong = edits.set_setting(wrong, node.id, ("instance_type",), "ml.m5.huge")
    steps = iter((wrong, session.document) * 4)
    watch.see_until("hundreds of findings", lambda: session.apply(next(steps), "Set"))

    assert watch.too_long == {}


def test_forms_are_made_without_a_stop(watch: Watch) -> None:
    window, session = watch.window, watch.window.session
    document = session.document
    for kind in window.kinds:
        document = edits.add_node(document, Node(id=f"first-{kind}", kind=kind, position=Point(0, 0)))
    session.apply(document, "Add")
    watch.settle()
    taken, unit = [], []
    for kind in window.kinds:
        unit.append(yardstick.measure())
        taken.append(_seconds(lambda kind=kind: session.select([f"first-{kind}"])))  # type: ignore[misc]
        watch.settle()

    assert statistics.median(taken) < _PICTURE * yardstick.slowness(statistics.median(unit))


def test_what_is_done_to_all_nodes_at_once_is_no_long_stop(watch: Watch) -> None:
    window, session, editing = watch.window, watch.window.session, watch.window.canvas.editing
    names = list(session.document.nodes)

    def back() -> None:
        session.undo()
        editing.select_all()

    watch.see("select all", editing.select_all, lambda: session.select([]), limit=_ALL_AT_ONCE)
    editing.select_all()
    watch.see("select none", lambda: session.select([]), editing.select_all, limit=_ALL_AT_ONCE)
    watch.see("nudge all", lambda: editing.nudge(QPointF(8, 0)), limit=_ALL_AT_ONCE)
    watch.see("copy all", editing.copy, limit=_ALL_AT_ONCE)
    watch.see("paste all", editing.paste, back, limit=1.5 * _ALL_AT_ONCE)
    watch.see("bypass all", editing.toggle_bypass, back, limit=_ALL_AT_ONCE)
    watch.see("delete all", editing.delete, back, limit=_ALL_AT_ONCE)
    session.select([])
    watch.see("arrange all", window.actions_by_id["arrange"].trigger)
    session.apply(edits.put_frame(session.document, Frame(id="f", title="Stage", nodes=tuple(names[1:501]))), "Frame")
    window.canvas.go_to(names[500])
    watch.see("fold 500", editing.fold_frames, session.undo, limit=_ALL_AT_ONCE)
    watch.see("choose a node", window.choosing.go_to, _close_popup, limit=2 * _PICTURE)
    watch.see("choose a port", window.choosing.connect_to, _close_popup, limit=1.5 * _ALL_AT_ONCE)
    watch.see("choose an action", window.actions_by_id["command_palette"].trigger, _close_popup)

    assert watch.too_long == {}


def _with_volume(document: Document, node_id: str, size: int) -> Document:
    return edits.set_setting(document, node_id, ("volume_gb",), size)


def _close_popup() -> None:
    popup = QApplication.activePopupWidget()
    assert popup is not None
    popup.close()


def _undo_and_select(session: EditingSession, node_id: str) -> None:
    session.undo()
    session.select([node_id])
