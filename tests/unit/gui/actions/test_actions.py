"""The table of actions holds together."""

from collections import Counter

from designer.graph.icon_files import UNKNOWN, icon_text
from designer.gui.actions.action import ActionSpec, Need, WindowState, is_enabled
from designer.gui.actions.table import ACTIONS, MENUS


def test_ids_and_shortcuts_are_used_once() -> None:
    shortcuts = Counter(action.shortcut for action in ACTIONS if action.shortcut)

    assert len({action.id for action in ACTIONS}) == len(ACTIONS)
    assert max(shortcuts.values()) == 1


def test_every_action_stands_in_a_menu_and_its_icon_exists() -> None:
    unknown = icon_text("kinds", UNKNOWN)

    assert all(action.menu in MENUS for action in ACTIONS)
    assert [action.id for action in ACTIONS if action.icon and icon_text("actions", action.icon) == unknown] == []


def test_an_action_is_of_use_when_its_need_is_met() -> None:
    export = ActionSpec(id="export", title="Export", menu="Pipeline", need=Need.TARGET)

    assert not is_enabled(export, WindowState(has_nodes=True))
    assert is_enabled(export, WindowState(has_nodes=True, has_target=True))
