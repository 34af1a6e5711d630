"""The menu at the mouse: what can be done with what is there."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QPointF
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QMenu

from designer.gui.canvas.containers import nesting_nodes
from designer.gui.canvas.folding import frames_of
from designer.gui.canvas.hit import Hit

if TYPE_CHECKING:
    from designer.gui.window import PipelineWindow

_NODE = (
    ("edit_settings", "rename", "connect_to", "change_kind"),
    ("cut", "copy", "duplicate", "delete", "heal"),
    ("frame", "fold_frames", "move_to_frame", "move_into_map", "move_out_of_map", "bypass"),
    ("select_upstream", "select_downstream", "select_connected"),
)
_SEVERAL = (
    ("align_left", "align_centre", "align_right", "align_top", "align_middle", "align_bottom"),
    ("distribute_across", "distribute_down", "arrange"),
)
_FRAME = (("rename_frame", "fold_frames"), ("cut", "copy", "duplicate", "delete"))
_WIRE = (("add_bend", "straighten"), ("delete",))
_NOTE = (("note_colour",), ("delete",))
_GROUND = (("add", "add_note", "paste"), ("select_all", "find", "go_to"), ("arrange", "fit"))


class ContextMenu(QObject):
    """Show the actions of the window that fit to what was clicked."""

    def __init__(self, window: "PipelineWindow") -> None:
        super().__init__(window)
        self._window = window
        self.menu: QMenu | None = None
        window.canvas.menu_requested.connect(self._show)

    def _show(self, hit: Hit, at: QPointF, screen: QPoint) -> None:
        window = self._window
        if hit.edge is not None:
            window.session.select(())
            window.canvas.picking.pick(edges=[hit.edge])
            window.canvas.editing.bending.point_at(hit.edge, at)
        elif hit.frame:
            window.session.select(window.canvas.canvas.frames[hit.frame].frame.nodes)
        elif hit.note:
            window.canvas.picking.pick(notes=[hit.note])
        menu = self.menu = QMenu(window)
        idle = self._idle()
        for group in self._groups(hit):
            for name in group:
                if name not in idle:
                    menu.addAction(window.actions_by_id[name])
            menu.addSeparator()
        menu.popup(screen)
        if QAccessible.isActive():
            # A reader says nothing of a menu in which nothing is chosen.
            menu.setActiveAction(menu.actions()[0])

    def _idle(self) -> frozenset[str]:
        """Return what would do nothing with what is selected."""
        window = self._window
        document, selection = window.session.document, window.session.selection
        nested = any(document.nodes[node_id].inside for node_id in selection)
        into = len(selection) > 1 and any(node_id in selection for node_id in nesting_nodes(document, window.kinds))
        useful = {
            "fold_frames": bool(frames_of(document, selection)),
            "move_to_frame": bool(document.frames),
            "move_into_map": into,
            "move_out_of_map": nested,
        }
        return frozenset(name for name, does_something in useful.items() if not does_something)

    def _groups(self, hit: Hit) -> tuple[tuple[str, ...], ...]:
        if hit.node:
            return (*_SEVERAL, *_NODE[1:]) if len(self._window.session.selection) > 1 else _NODE
        if hit.frame:
            return _FRAME
        if hit.note:
            return _NOTE
        return _WIRE if hit.edge is not None else _GROUND
