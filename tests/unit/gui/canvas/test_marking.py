"""Badges on nodes."""

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from designer.checking.finding import Finding, Severity
from designer.gui.canvas.looks import NO_MARKS, RunMark, SupportMark
from designer.gui.canvas.view import CanvasView
from designer.workflow.support import Level, Support
from tests.unit.gui.canvas.drive import shown
from tests.unit.gui.canvas.sample import small


def finding(node: str, severity: Severity) -> Finding:
    return Finding(rule="required-inputs-connected", severity=severity, message="Join an input.", node=node)


def color_at(view: CanvasView, x: float, y: float) -> QColor:
    pixmap = view.viewport().grab()
    place = view.mapFromScene(x, y) * pixmap.devicePixelRatio()
    return pixmap.toImage().pixelColor(place)


def test_errors_and_warnings_are_counted_for_each_node(qtbot: QtBot) -> None:
    view = shown(qtbot, small())

    view.marking.show_findings([finding("raw", Severity.ERROR)] * 2 + [finding("raw", Severity.WARNING)])

    assert view.canvas.nodes["raw"].look.marks.errors == 2
    assert view.canvas.nodes["raw"].look.marks.warnings == 1
    assert view.canvas.nodes["train"].look.marks == NO_MARKS


def test_a_node_with_an_error_shows_a_red_badge_until_it_is_mended(qtbot: QtBot) -> None:
    view = shown(qtbot, small())
    view.marking.show_findings([finding("raw", Severity.ERROR)])
    with_badge = color_at(view, 204, 0)

    view.marking.show_findings([])

    assert with_badge.name() == view.canvas.theme.ink.error.lower()
    assert color_at(view, 204, 0) != with_badge


def test_native_support_is_silent_and_the_rest_is_shown(qtbot: QtBot) -> None:
    view = shown(qtbot, small())

    view.marking.show_support(
        [
            Support(node="raw", level=Level.NATIVE),
            Support(node="prepare", level=Level.LOWERED, reason="runs in CodeBuild"),
            Support(node="train", level=Level.IMPOSSIBLE, reason="no loops"),
        ]
    )

    support = {node_id: item.look.marks.support for node_id, item in view.canvas.nodes.items()}
    assert support == {"raw": SupportMark.NONE, "prepare": SupportMark.LOWERED, "train": SupportMark.IMPOSSIBLE}


def test_run_marks_stay_on_a_node_that_was_deleted_and_brought_back(qtbot: QtBot) -> None:
    view = shown(qtbot, small())
    view.marking.show_run({"train": RunMark.SUCCEEDED})
    view.session.select({"train"})

    view.editing.delete()
    view.session.undo()

    assert view.canvas.nodes["train"].look.marks.run is RunMark.SUCCEEDED


@pytest.mark.parametrize("run", [one for one in RunMark if one not in {RunMark.NONE, RunMark.WAITING}])
def test_how_a_run_went_is_seen_at_a_node(qtbot: QtBot, run: RunMark) -> None:
    view = shown(qtbot, small())
    before = view.grab().toImage()

    view.marking.show_run({"train": run})

    assert view.grab().toImage() != before
