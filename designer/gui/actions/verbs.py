"""Which verb stands behind each action of the table."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QTableView, QWidget

from designer.document.model import Document
from designer.graph.aligning import Side
from designer.gui.actions.language import take_language
from designer.gui.actions.naming import command_name, command_words, shown_keys
from designer.gui.actions.one_selected import one_selected
from designer.gui.actions.rendering import Verbs
from designer.gui.actions.table import ACTIONS
from designer.gui.actions.view_choices import switches
from designer.gui.announcing import announce
from designer.gui.canvas.zoom import STEP
from designer.gui.dialogs.about import show_about
from designer.gui.dialogs.choices import Choice
from designer.gui.dialogs.chooser import Chooser
from designer.gui.dialogs.starters import StartersDialog
from designer.gui.language.choice import LANGUAGES
from designer.gui.language.words import tr
from designer.gui.theming import DARK, LIGHT, SYSTEM

if TYPE_CHECKING:
    from designer.gui.window import PipelineWindow


def verbs_of(window: "PipelineWindow") -> Verbs:
    """Return every verb by the id of its action."""
    return {**_filing(window), **_editing(window), **_selecting(window), **_viewing(window), **_delivering(window)}


def _filing(window: "PipelineWindow") -> Verbs:
    return {
        "new": partial(_begin, window),
        "new_from_starter": partial(_offer_starters, window),
        "open": window.filing.open,
        "open_recent": window.choosing.open_recent,
        "import": window.filing.import_,
        "save": window.filing.save,
        "save_as": window.filing.save_as,
        "quit": window.close,
    }


def _editing(window: "PipelineWindow") -> Verbs:
    editing, canvas = window.canvas.editing, window.canvas
    return {
        "undo": partial(_undo, window),
        "redo": partial(_redo, window),
        "cut": editing.cut,
        "copy": editing.copy,
        "paste": editing.paste,
        "duplicate": editing.duplicate,
        "delete": editing.delete,
        "heal": partial(editing.delete, healing=True),
        "rename": partial(_open_inspector, window, naming=True),
        "edit_settings": partial(_open_inspector, window),
        "connect_to": window.choosing.connect_to,
        "change_kind": window.choosing.change_kind,
        "add": window.adding.ask_at_mouse,
        "add_note": lambda: canvas.writing.add_note(canvas.placing.mouse()),
        "frame": canvas.writing.frame_selection,
        "rename_frame": canvas.writing.rename_frame,
        "fold_frames": editing.fold_frames,
        "move_into_map": editing.move_into_map,
        "move_out_of_map": editing.move_out_of_map,
        "move_to_frame": window.choosing.move_to_frame,
        "note_colour": window.choosing.note_colour,
        "add_bend": editing.bending.add,
        "straighten": editing.bending.straighten,
        "bypass": editing.toggle_bypass,
    }


def _selecting(window: "PipelineWindow") -> Verbs:
    canvas, tidying = window.canvas, window.canvas.tidying
    return {
        "select_all": canvas.editing.select_all,
        "select_upstream": canvas.navigating.select_upstream,
        "select_downstream": canvas.navigating.select_downstream,
        "select_connected": canvas.navigating.select_connected,
        "next_wire": canvas.navigating.next_wire,
        "previous_wire": partial(canvas.navigating.next_wire, -1),
        "find": window.searching.open,
        "go_to": window.choosing.go_to,
        "arrange": partial(_arrange, window),
        **{f"align_{side.value}": partial(tidying.align, side) for side in Side},
        "distribute_across": partial(tidying.distribute, across=True),
        "distribute_down": partial(tidying.distribute, across=False),
    }


def _viewing(window: "PipelineWindow") -> Verbs:
    canvas, theming = window.canvas, window.theming
    return {
        "fit": canvas.fit,
        "fit_selection": canvas.fit_selection,
        "actual_size": canvas.zoom.actual,
        "zoom_in": partial(canvas.zoom.by, STEP),
        "zoom_out": partial(canvas.zoom.by, 1 / STEP),
        **switches(window),
        "next_panel": partial(window.go_to_pane, 1),
        "previous_panel": partial(window.go_to_pane, -1),
        "command_palette": partial(_offer_commands, window),
        "theme_system": partial(theming.choose, SYSTEM),
        "theme_light": partial(theming.choose, LIGHT),
        "theme_dark": partial(theming.choose, DARK),
        **{f"language_{one}": partial(take_language, window, one) for one in LANGUAGES},
        "shortcuts": partial(_open_shortcuts, window),
        "about": partial(show_about, window),
    }


def _delivering(window: "PipelineWindow") -> Verbs:
    return {
        "target_1": lambda: window.tools.choose(0),
        "target_2": lambda: window.tools.choose(1),
        "target_3": lambda: window.tools.choose(2),
        **{name: partial(_show_panel, window, name) for name in window.panels.docks},
        "export": window.delivering.export,
        "deploy": window.delivering.deploy,
        "run": window.running.run,
    }


def _begin(window: "PipelineWindow") -> None:
    # Whoever wants a new pipeline while the welcome is seen wants to draw.
    if window.welcome.isVisible():
        window.show_canvas()
    else:
        window.filing.new()


def _undo(window: "PipelineWindow") -> None:
    undone = window.session.undo_stack.undoText()
    window.session.undo()
    window.heard.say_soon(tr("Undone: {}").format(undone))


def _redo(window: "PipelineWindow") -> None:
    redone = window.session.undo_stack.redoText()
    window.session.redo()
    window.heard.say_soon(tr("Done again: {}").format(redone))


def _arrange(window: "PipelineWindow") -> None:
    session, canvas = window.session, window.canvas
    document = session.document

    def show(arranged: Document) -> None:
        if session.document is not document:
            window.tell(tr("The pipeline was edited meanwhile, so it was not arranged. Arrange it again."))
            return
        canvas.gliding.glide_after(lambda: session.apply(arranged, tr("Arrange")))
        canvas.fit()

    window.background.run("arrange", canvas.tidying.arrangement(), show)


def _open_inspector(window: "PipelineWindow", *, naming: bool = False) -> None:
    if one_selected(window):
        window.panels.open("inspector")
        window.panels.inspector.begin(naming=naming)


def _show_panel(window: "PipelineWindow", name: str) -> None:
    window.panels.open(name)
    dock = window.panels.docks[name]
    if name == "portability":
        window.porting.enter()
    elif name == "runs" and window.panels.runs.statuses():
        window.enter(window.panels.runs.tree)
    else:
        window.enter(dock)
    focus = window.focusWidget()
    if not dock.isAncestorOf(focus):
        announce(window, _told_by(dock))
    elif isinstance(focus, QTableView) and not focus.selectionModel().hasSelection():
        focus.setCurrentIndex(focus.model().index(0, 1))


def _told_by(panel: QWidget) -> str:
    """Return what stands in a panel in which there is nothing to go to."""
    return " ".join(label.text() for label in panel.findChildren(QLabel) if label.isVisible() and label.text())


def _open_shortcuts(window: "PipelineWindow") -> None:
    window.shortcuts.open()


def _offer_starters(window: "PipelineWindow") -> None:
    dialog = StartersDialog(window.cards, window.kinds, window.theming.theme, window)
    dialog.chosen.connect(window.filing.new_from)
    dialog.open()


def _offer_commands(window: "PipelineWindow") -> None:
    actions = window.actions_by_id
    choices = [
        Choice(
            id=spec.id,
            title=command_name(spec),
            detail=shown_keys(actions[spec.id].shortcut().toString()),
            words=command_words(spec),
            icon=actions[spec.id].icon,
        )
        for spec in ACTIONS
        if actions[spec.id].isEnabled()
    ]
    chooser = Chooser(choices, window.tr("Type what you want to do"), window)
    chooser.chosen.connect(lambda name: actions[name].trigger())
    chooser.open_at(window.mapToGlobal(window.rect().center()) - chooser.rect().center())
