"""A pipeline of 1000 nodes is edited, checked and previewed without the window standing still.

CPU time of the main thread, which says what the window itself does, whatever else the machine is busy with. The limit is
wide of what is measured by hand (docs/performance.md), so that only something that grows with the pipeline breaks it.
"""

import time
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from designer.document import edits
from designer.graph.arrange import arranged
from tests.benchmarks.pipelines import pipeline
from tests.stopwatch import small_heap
from tests.window.conftest import Opened

pytestmark = [pytest.mark.window, pytest.mark.slow, pytest.mark.qt_log_ignore("This plugin does not support")]
_LONGEST_SECONDS = 0.1


def seconds_of(act: Callable[[], object]) -> float:
    begun = time.thread_time()
    act()
    QApplication.processEvents()
    return time.thread_time() - begun


def longest_turn(qtbot: QtBot, until: Callable[[], bool]) -> float:
    """Return the longest turn of the event loop until something is so."""
    longest, deadline = 0.0, time.monotonic() + 30
    while not until():
        assert time.monotonic() < deadline
        longest = max(longest, seconds_of(lambda: None))
        qtbot.wait(1)
    return longest


def test_edits_checks_and_previews_of_a_thousand_nodes_are_quick(opened: Opened, qtbot: QtBot) -> None:
    window = opened.window
    document = arranged(pipeline(1000).document, window.kinds)
    window.session.replace(document)
    before = window.live.latest
    qtbot.waitUntil(lambda: window.live.latest is not before and not window.background.is_busy, timeout=30_000)
    window.canvas.zoom.actual()
    names = list(document.nodes)
    session, editing = window.session, window.canvas.editing
    seconds_of(lambda: window.canvas.go_to(names[500]))  # the first form of a kind is made once

    with small_heap():
        taken = {
            "go to": seconds_of(lambda: window.canvas.go_to(names[504])),
            "nudge": seconds_of(lambda: editing.nudge(QPointF(8, 0))),
            "set": seconds_of(
                lambda: session.apply(edits.set_setting(session.document, names[500], ("volume_gb",), 40), "Set")
            ),
            "add": seconds_of(lambda: editing.add("wait", QPointF(0, 0))),
            "undo": seconds_of(session.undo),
            "redo": seconds_of(session.redo),
        }
        latest = window.live.latest
        taken["assessment"] = longest_turn(qtbot, lambda: window.live.latest is not latest)

    assert {name: cost for name, cost in taken.items() if cost > _LONGEST_SECONDS} == {}
