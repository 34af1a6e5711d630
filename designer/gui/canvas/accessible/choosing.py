"""What a screen reader may select on the canvas."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessibleInterface, QAccessibleSelectionInterface
from typing_extensions import override

from designer.gui.canvas.accessible.thing_interface import ThingInterface
from designer.gui.canvas.accessible.things import choose, chosen, is_chosen
from designer.gui.reporting import reports_errors_or

if TYPE_CHECKING:
    from designer.gui.canvas.accessible.parts import Parts


class Choosing(QAccessibleSelectionInterface):
    """Select nodes, and pick wires and notes."""

    def __init__(self, parts: "Parts") -> None:
        super().__init__()
        self._parts = parts

    @override
    @reports_errors_or(int)
    def selectedItemCount(self) -> int:
        return len(chosen(self._parts.view)) if self._parts.view is not None else 0

    @override
    @reports_errors_or(list[QAccessibleInterface])
    def selectedItems(self) -> list[QAccessibleInterface]:
        view = self._parts.view
        things = chosen(view) if view is not None else ()
        return [self._parts.of(thing) for thing in things]

    @override
    @reports_errors_or(bool)
    def isSelected(self, childItem: QAccessibleInterface) -> bool:
        view = self._parts.view
        return view is not None and isinstance(childItem, ThingInterface) and is_chosen(view, childItem.thing)

    @override
    @reports_errors_or(bool)
    def select(self, childItem: QAccessibleInterface) -> bool:
        return self._choose(childItem, wanted=True)

    @override
    @reports_errors_or(bool)
    def unselect(self, childItem: QAccessibleInterface) -> bool:
        return self._choose(childItem, wanted=False)

    @override
    @reports_errors_or(bool)
    def selectAll(self) -> bool:
        if self._parts.view is not None:
            self._parts.view.editing.select_all()
        return self._parts.view is not None

    @override
    @reports_errors_or(bool)
    def clear(self) -> bool:
        if self._parts.view is not None:
            self._parts.view.navigating.leave()
        return self._parts.view is not None

    def _choose(self, child: QAccessibleInterface, *, wanted: bool) -> bool:
        view = self._parts.view
        return view is not None and isinstance(child, ThingInterface) and choose(view, child.thing, wanted=wanted)
