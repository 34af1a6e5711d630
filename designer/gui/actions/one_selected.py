"""What is of use for one node only asks for it here."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from designer.gui.window import PipelineWindow


def one_selected(window: "PipelineWindow") -> str:
    """Return the id of the selected node; where there is none, or more than one, say so and return an empty text."""
    selection = window.session.selection
    if len(selection) != 1:
        window.tell(window.tr("Select one node first."))
        return ""
    return next(iter(selection))
