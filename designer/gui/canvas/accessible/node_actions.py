"""What a screen reader may do with a node."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessibleActionInterface
from typing_extensions import override

from designer.gui.language.words import tr
from designer.gui.reporting import reports_errors, reports_errors_or

if TYPE_CHECKING:
    from designer.gui.canvas.accessible.parts import Parts


class NodeActions(QAccessibleActionInterface):
    """Select a node with the keyboard focus on the canvas, or open it as the Return key does."""

    def __init__(self, parts: "Parts", node_id: str) -> None:
        super().__init__()
        self._parts = parts
        self._node_id = node_id

    @override
    def actionNames(self) -> list[str]:
        return [self.pressAction(), self.setFocusAction()]

    @override
    @reports_errors_or(str)
    def localizedActionName(self, name: str) -> str:
        return {self.pressAction(): tr("Edit Settings"), self.setFocusAction(): tr("Select Node")}.get(name, "")

    @override
    def keyBindingsForAction(self, actionName: str) -> list[str]:
        return []

    @override
    @reports_errors
    def doAction(self, actionName: str) -> None:
        view = self._parts.view
        if view is None or actionName not in self.actionNames() or self._node_id not in view.canvas.nodes:
            return
        view.go_to(self._node_id)
        if actionName == self.pressAction():
            view.node_activated.emit(self._node_id)
        else:
            view.setFocus()
