"""What an action is: data that menus, the tool bar and the command palette show."""

from dataclasses import dataclass
from enum import StrEnum


class Need(StrEnum):
    """What must be so for an action to be of use."""

    NOTHING = "nothing"
    UNDO = "something to undo"
    REDO = "something to redo"
    NODES = "nodes"
    SELECTION = "selected nodes"
    WIRE = "one selected wire"
    BENT_WIRE = "selected wires with bends"
    NOTES = "selected notes"
    TARGET = "nodes and a target"


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionSpec:
    """One action. A line stands between the `section`s of a menu; `on_canvas` keys are for the canvas only.

    Actions with the same `submenu` stand in a menu of that title inside the menu.
    """

    id: str
    title: str
    menu: str
    section: int = 0
    submenu: str = ""
    shortcut: str = ""
    icon: str = ""
    need: Need = Need.NOTHING
    on_canvas: bool = False
    checkable: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowState:
    """What the needs of actions are judged by."""

    can_undo: bool = False
    can_redo: bool = False
    has_nodes: bool = False
    has_selection: bool = False
    has_wire: bool = False
    has_bends: bool = False
    has_picked_notes: bool = False
    has_target: bool = False


def is_enabled(spec: ActionSpec, state: WindowState) -> bool:
    """Say whether an action is of use now."""
    return {
        Need.NOTHING: True,
        Need.UNDO: state.can_undo,
        Need.REDO: state.can_redo,
        Need.NODES: state.has_nodes,
        Need.SELECTION: state.has_selection,
        Need.WIRE: state.has_wire,
        Need.BENT_WIRE: state.has_bends,
        Need.NOTES: state.has_picked_notes,
        Need.TARGET: state.has_nodes and state.has_target,
    }[spec.need]
