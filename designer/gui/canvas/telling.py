"""Telling a screen reader what is selected on the canvas."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QWidget

from designer.gui.announcing import announce
from designer.gui.canvas.picking import Picking
from designer.gui.canvas.speaking import Speaking
from designer.gui.session import EditingSession


class Telling(QObject):
    """Tell once an act is over what is selected after it, however often that changed in between.

    A reader follows the focus: to the one node, wire or note that was gone to, which has a name and a description of its own,
    and back to the canvas when nothing is selected any more. Where the canvas has not the focus, or several things are
    selected, all is announced. The canvas has it as its description, too, for whoever comes there later; Qt itself lets
    readers know of that.
    """

    def __init__(self, view: QWidget, speaking: Speaking, session: EditingSession, picking: Picking) -> None:
        super().__init__(view)
        self._view = view
        self._speaking = speaking
        self._session = session
        self._picking = picking
        self._told = self._chosen()
        self._is_inside = False
        self._is_named = False
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._tell)
        session.selection_changed.connect(self._wait)
        picking.changed.connect(self._wait)

    def leave_name_out(self) -> None:
        """Say of the node that was just selected no more than what is not said where it was chosen: its name is."""
        self._is_named = True

    def _wait(self) -> None:
        self._soon.start()

    def _chosen(self) -> tuple[frozenset[object], ...]:
        """Return the selected nodes, or where there are none what is picked."""
        nodes = self._session.selection
        return (nodes,) if nodes else (nodes, self._picking.edges, self._picking.notes)

    def _tell(self) -> None:
        before, self._told = self._told, self._chosen()
        is_named, self._is_named = self._is_named, False
        if self._told == before:
            return
        nodes = self._session.selection
        told = self._speaking.chosen(nodes, self._picking.edges)
        is_followed = QAccessible.isActive() and self._lead_focus()
        self._view.setAccessibleDescription(told)
        # A reader that is at the canvas itself says on its own what it is described by.
        if not is_followed and (self._is_inside or not self._view.hasFocus()):
            only = next(iter(nodes)) if is_named and len(nodes) == 1 else ""
            announce(self._view, self._speaking.details(only) if only else told)

    def _lead_focus(self) -> bool:
        """Let readers go to the one thing that was gone to, and away from one that is left; say whether there is one."""
        inside = self._gone_to()
        if inside is not None:
            QAccessible.updateAccessibility(QAccessibleEvent(inside, QAccessible.Event.Focus))
            self._is_inside = True
        elif not any(self._told):
            if self._is_inside and self._view.hasFocus():
                QAccessible.updateAccessibility(QAccessibleEvent(self._view, QAccessible.Event.Focus))
            self._is_inside = False
        return inside is not None

    def _gone_to(self) -> QAccessibleInterface | None:
        canvas = QAccessible.queryAccessibleInterface(self._view) if self._view.hasFocus() else None
        found = canvas.focusChild() if canvas is not None else None
        return found if found is not None and found.object() is not self._view else None
