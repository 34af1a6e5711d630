"""What can be switched on and off in the View menu, and is as it was when the program is started again."""

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Protocol

from designer.gui.actions.rendering import Verbs

if TYPE_CHECKING:
    from designer.gui.window import PipelineWindow


class Turn(Protocol):
    """Turns a switch of a window on or off."""

    def __call__(self, window: "PipelineWindow", *, wanted: bool) -> None:
        """Make the window as it is wanted."""


@dataclass(frozen=True, slots=True)
class ViewChoice:
    """A switch: the id of its action, how it stands at first, and what turns."""

    action: str
    at_first: bool
    turn: Turn


def _show_mini_map(window: "PipelineWindow", *, wanted: bool) -> None:
    window.mini_map.want(wanted=wanted)


def _snap(window: "PipelineWindow", *, wanted: bool) -> None:
    window.canvas.snapping.wanted = wanted


def _glide(window: "PipelineWindow", *, wanted: bool) -> None:
    window.canvas.gliding.wanted = wanted


def _lay_in_right_angles(window: "PipelineWindow", *, wanted: bool) -> None:
    window.canvas.canvas.set_right_angled(wanted=wanted)


VIEW_CHOICES = (
    ViewChoice("mini_map", at_first=True, turn=_show_mini_map),
    ViewChoice("snap", at_first=True, turn=_snap),
    ViewChoice("motion", at_first=True, turn=_glide),
    ViewChoice("right_angles", at_first=False, turn=_lay_in_right_angles),
)


def show_kept_choices(window: "PipelineWindow") -> None:
    """Show the canvas as it was chosen when the program ran before."""
    for choice in VIEW_CHOICES:
        wanted = bool(window.settings.value(choice.action, defaultValue=choice.at_first, type=bool))
        window.actions_by_id[choice.action].setChecked(wanted)
        choice.turn(window, wanted=wanted)


def switches(window: "PipelineWindow") -> Verbs:
    """Return the verbs of the switches."""
    return {choice.action: partial(_choose, window, choice) for choice in VIEW_CHOICES}


def _choose(window: "PipelineWindow", choice: ViewChoice) -> None:
    wanted = window.actions_by_id[choice.action].isChecked()
    choice.turn(window, wanted=wanted)
    window.settings.setValue(choice.action, wanted)
