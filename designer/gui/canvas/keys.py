"""What keys do on the canvas."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QKeyCombination, QPointF, Qt

from designer.graph.card import GRID
from designer.gui.canvas.editing import CanvasEditing
from designer.gui.canvas.navigating import Navigating
from designer.gui.canvas.zoom import STEP, Zoom
from designer.gui.session import EditingSession

_Key = Qt.Key
_CTRL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_ALT = Qt.KeyboardModifier.AltModifier
_FAR = 5 * GRID
Action = Callable[[], object]


def key_table(
    session: EditingSession,
    editing: CanvasEditing,
    navigating: Navigating,
    zoom: Zoom,
    fit: Action,
    add: Action,
    enter: Action,
    menu: Action,
) -> Mapping[QKeyCombination, Action]:
    """Return what each key does.

    `fit` shows everything, `add` asks for a node at the mouse, `enter` opens the selected node, `menu` shows what can be done
    with it.
    """
    combine = QKeyCombination
    return {
        combine(_Key.Key_Delete): editing.delete,
        combine(_Key.Key_Backspace): editing.delete,
        combine(_SHIFT, _Key.Key_Delete): lambda: editing.delete(healing=True),
        combine(_CTRL, _Key.Key_A): editing.select_all,
        combine(_CTRL, _Key.Key_C): editing.copy,
        combine(_CTRL, _Key.Key_X): editing.cut,
        combine(_CTRL, _Key.Key_V): editing.paste,
        combine(_CTRL, _Key.Key_D): editing.duplicate,
        combine(_CTRL, _Key.Key_G): editing.frame_selection,
        combine(_CTRL, _Key.Key_B): editing.toggle_bypass,
        combine(_CTRL, _Key.Key_M): editing.move_into_map,
        combine(_CTRL | _SHIFT, _Key.Key_M): editing.move_out_of_map,
        combine(_CTRL, _Key.Key_L): editing.arrange,
        combine(_CTRL, _Key.Key_Z): session.undo,
        combine(_CTRL | _SHIFT, _Key.Key_Z): session.redo,
        combine(_CTRL, _Key.Key_Y): session.redo,
        combine(_CTRL, _Key.Key_Plus): lambda: zoom.by(STEP),
        combine(_CTRL, _Key.Key_Equal): lambda: zoom.by(STEP),
        combine(_CTRL, _Key.Key_Minus): lambda: zoom.by(1 / STEP),
        combine(_CTRL, _Key.Key_0): zoom.actual,
        combine(_Key.Key_0): zoom.actual,
        combine(_Key.Key_F): fit,
        combine(_Key.Key_Tab): add,
        combine(_Key.Key_Return): enter,
        combine(_Key.Key_Enter): enter,
        combine(_SHIFT, _Key.Key_F10): menu,
        combine(_Key.Key_Escape): navigating.leave,
        **_arrows(editing, navigating),
    }


def _arrows(editing: CanvasEditing, navigating: Navigating) -> dict[QKeyCombination, Action]:
    """Return the keys of the arrows: alone they go from node to node, with Alt they move what is selected.

    While a bent wire alone is picked, they move its point.
    """

    def bent(by: QPointF, otherwise: Action) -> Action:
        return lambda: editing.bending.nudge(by) or otherwise()

    table: dict[QKeyCombination, Action] = {}
    arrows = {_Key.Key_Left: (-1, 0), _Key.Key_Right: (1, 0), _Key.Key_Up: (0, -1), _Key.Key_Down: (0, 1)}
    for key, (across, down) in arrows.items():
        near, far = QPointF(across * GRID, down * GRID), QPointF(across * _FAR, down * _FAR)
        table[QKeyCombination(key)] = bent(near, partial(navigating.go, across, down))
        table[QKeyCombination(_SHIFT, key)] = bent(far, partial(navigating.go, across, down, adding=True))
        table[QKeyCombination(_ALT, key)] = bent(near, partial(editing.nudge, near))
        table[QKeyCombination(_ALT | _SHIFT, key)] = bent(far, partial(editing.nudge, far))
    return table
