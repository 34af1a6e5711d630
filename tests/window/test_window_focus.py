"""Going through the window by keys: Tab, F6, Escape, and the panels' own keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDockWidget, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from designer.document import edits
from designer.gui.fields.text_field import TextField
from designer.gui.panels.node_page import NodePage
from designer.gui.panels.pipeline_page import PipelinePage
from designer.gui.window import PipelineWindow
from tests.window.conftest import MakeWindow, Opened

pytestmark = [pytest.mark.window, pytest.mark.qt_log_ignore("This plugin does not support")]


def focus_of(window: PipelineWindow) -> QWidget:
    focus = window.focusWidget()
    assert focus is not None
    return focus


def walked(window: PipelineWindow, qtbot: QtBot, steps: int) -> list[QWidget]:
    passed = []
    for _ in range(steps):
        qtbot.keyClick(focus_of(window), Qt.Key.Key_Tab)
        passed.append(focus_of(window))
    return passed


def test_the_tab_key_goes_from_the_buttons_of_the_welcome_to_its_starters(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    window, _ = make_window()
    qtbot.waitUntil(lambda: any(one.isVisible() for one in window.welcome.cards.buttons.values()), timeout=8_000)
    window.welcome.blank.setFocus()

    passed = walked(window, qtbot, 3)

    assert passed == [window.welcome.open, *list(window.welcome.cards.buttons.values())[:2]]


def test_the_tab_key_goes_through_a_form_from_top_to_bottom(opened: Opened, qtbot: QtBot) -> None:
    window = opened.window
    window.session.select(["customers"])
    page = window.panels.inspector.page
    assert isinstance(page, NodePage)
    first = page.form.rows["uri"].field
    assert isinstance(first, TextField)
    QApplication.processEvents()
    page.name.setFocus()

    passed = walked(window, qtbot, 3)

    assert passed[0] is first.line
    heights = [one.mapTo(window, one.rect().center()).y() for one in passed]
    assert heights == sorted(heights)


def test_the_tab_key_never_goes_behind_a_tab(opened: Opened, qtbot: QtBot) -> None:
    window = opened.window
    window.tools.targets.setFocus()

    for stop in walked(window, qtbot, 30):
        dock = next((dock for dock in window.panels.docks.values() if dock.isAncestorOf(stop)), None)
        assert dock is None or dock.geometry().intersects(window.rect())
        if stop is window.canvas:
            window.panels.inspector.area.setFocus()


def test_escape_leads_back_to_the_canvas_from_a_field(opened: Opened, qtbot: QtBot) -> None:
    window = opened.window
    window.canvas.setFocus()
    window.session.select(["customers"])
    qtbot.keyClick(window.canvas, Qt.Key.Key_Return)
    inside = focus_of(window)

    qtbot.keyClick(inside, Qt.Key.Key_Escape)

    assert inside is not window.canvas
    assert focus_of(window) is window.canvas
    assert window.session.selection == {"customers"}


def test_f6_goes_round_the_panels(opened: Opened, qtbot: QtBot) -> None:
    window = opened.window
    window.canvas.setFocus()
    panels: list[str] = []

    for _ in range(3):
        qtbot.keyClick(window, Qt.Key.Key_F6)
        part = focus_of(window)
        docks = (dock for dock in window.findChildren(QDockWidget) if dock.isAncestorOf(part))
        panels.append(next((dock.windowTitle() for dock in docks), type(part).__name__))

    assert panels[0] == "Inspector"
    assert panels[1] in {"Problems", QTabBar.__name__}
    assert window.tools.targets is focus_of(window)


def test_f8_and_return_lead_to_the_setting_that_is_wrong(opened: Opened, qtbot: QtBot) -> None:
    window = opened.window
    window.session.apply(edits.set_setting(window.session.document, "train", ("instance_type",), "ml.none"), "Set")
    qtbot.waitUntil(lambda: any(one.setting == "instance_type" for one in window.panels.problems.findings))
    row = next(at for at, one in enumerate(window.panels.problems.findings) if one.setting == "instance_type")

    qtbot.keyClick(window, Qt.Key.Key_F8)
    table = focus_of(window)
    for _ in range(row):
        qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.keyClick(table, Qt.Key.Key_Return)

    assert table is window.panels.problems.table
    assert window.session.selection == {"train"}
    assert focus_of(window).accessibleName() == "Instance type"


def test_the_tool_tip_of_a_button_names_its_keys(opened: Opened) -> None:
    actions = opened.window.actions_by_id

    assert actions["export"].toolTip() == "Export (Ctrl+E)"
    assert actions["fit"].toolTip() == "Fit (F)"


def test_the_keys_that_were_chosen_stand_in_the_tool_tip(opened: Opened) -> None:
    action = opened.window.actions_by_id["export"]

    action.setShortcut("Ctrl+U")

    assert action.toolTip() == "Export (Ctrl+U)"


def test_a_problem_of_a_node_leads_to_its_first_setting(opened: Opened, qtbot: QtBot) -> None:
    window = opened.window
    window.session.apply(edits.set_setting(window.session.document, "customers", ("uri",), None), "Set")
    qtbot.waitUntil(lambda: [one.node for one in window.panels.problems.findings] == ["customers"], timeout=8_000)

    qtbot.keyClick(window, Qt.Key.Key_F8)
    qtbot.keyClick(focus_of(window), Qt.Key.Key_Return)

    assert focus_of(window).accessibleName() == "URI"


def test_the_list_of_problems_stays_at_the_problem_that_was_looked_at(opened: Opened, qtbot: QtBot) -> None:
    window, problems = opened.window, opened.window.panels.problems
    document = edits.set_setting(window.session.document, "customers", ("uri",), None)
    window.session.apply(edits.set_setting(document, "train", ("instance_type",), "ml.none"), "Set")
    qtbot.waitUntil(lambda: len(problems.findings) > 1, timeout=8_000)
    last = problems.findings[-1]
    qtbot.keyClick(window, Qt.Key.Key_F8)
    qtbot.keyClick(problems.table, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    first = problems.findings[0]

    mended = ("uri", "s3://bucket/") if first.node == "customers" else ("instance_type", "ml.m5.large")
    window.session.apply(edits.set_setting(window.session.document, first.node, (mended[0],), mended[1]), "Set")
    qtbot.waitUntil(lambda: first not in problems.findings, timeout=8_000)

    assert problems.findings[problems.table.currentIndex().row()] == last


def test_going_to_a_node_that_is_seen_leaves_the_view_where_it_is(opened: Opened) -> None:
    canvas = opened.window.canvas
    before = canvas.mapToScene(0, 0)

    canvas.go_to("customers")

    assert canvas.mapToScene(0, 0) == before


def test_shift_f10_opens_the_menu_of_the_selected_node_beside_it(opened: Opened, qtbot: QtBot) -> None:
    window = opened.window
    window.session.select(["train"])

    qtbot.keyClick(window.canvas, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)

    menu = window.context_menu.menu
    assert menu is not None
    assert window.actions_by_id["rename"] in menu.actions()
    menu.close()


def test_the_menu_of_a_node_offers_only_what_does_something(opened: Opened, qtbot: QtBot) -> None:
    window = opened.window
    window.session.select(["train"])
    qtbot.keyClick(window.canvas, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    menu = window.context_menu.menu
    assert menu is not None

    offered = {action.objectName() for action in menu.actions()}

    assert {"frame", "bypass"} <= offered
    assert not {"fold_frames", "move_into_map", "move_out_of_map"} & offered
    menu.close()


def test_no_problem_is_marked_before_somebody_goes_there(opened: Opened, qtbot: QtBot) -> None:
    window, table = opened.window, opened.window.panels.problems.table
    window.session.apply(edits.set_setting(window.session.document, "customers", ("uri",), None), "Set")
    qtbot.waitUntil(lambda: table.model().rowCount() == 1, timeout=8_000)
    before = table.selectedIndexes()

    qtbot.keyClick(window, Qt.Key.Key_F8)

    assert not before
    assert {index.row() for index in table.selectedIndexes()} == {0}


def test_the_return_key_presses_a_button_of_the_window(opened: Opened, qtbot: QtBot) -> None:
    page = opened.window.panels.inspector.page
    assert isinstance(page, PipelinePage)
    page.parameters.add.setFocus()

    qtbot.keyClick(page.parameters.add, Qt.Key.Key_Return)

    assert list(opened.window.session.document.parameters) == ["Parameter1"]
