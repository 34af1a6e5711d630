"""Every action of the window, in the order of the menus."""

from designer.gui.actions.action import ActionSpec, Need

FILE, EDIT, SELECT, ARRANGE, VIEW, PIPELINE, HELP = "File", "Edit", "Select", "Arrange", "View", "Pipeline", "Help"
MENUS = (FILE, EDIT, SELECT, ARRANGE, VIEW, PIPELINE, HELP)


def _of_selection(action: str, title: str, menu: str, shortcut: str, *, section: int = 0, icon: str = "") -> ActionSpec:
    return ActionSpec(
        id=action,
        title=title,
        menu=menu,
        section=section,
        shortcut=shortcut,
        icon=icon,
        need=Need.SELECTION,
        on_canvas=True,
    )


def _of_panel(panel: str, title: str) -> ActionSpec:
    return ActionSpec(id=panel, title=title, menu=VIEW, section=1, submenu="Panels")


def _of_language(action: str, title: str) -> ActionSpec:
    return ActionSpec(id=action, title=title, menu=VIEW, section=4, submenu="Language", checkable=True)


_FILE = (
    ActionSpec(id="new", title="New", menu=FILE, shortcut="Ctrl+N", icon="new"),
    ActionSpec(id="new_from_starter", title="New from Starter…", menu=FILE, shortcut="Ctrl+Shift+N", icon="picture"),
    ActionSpec(id="open", title="Open…", menu=FILE, shortcut="Ctrl+O", icon="open"),
    ActionSpec(id="open_recent", title="Open Recent…", menu=FILE, shortcut="Ctrl+R"),
    ActionSpec(id="import", title="Import Definition…", menu=FILE, shortcut="Ctrl+Shift+O", icon="import"),
    ActionSpec(id="save", title="Save", menu=FILE, section=1, shortcut="Ctrl+S", icon="save"),
    ActionSpec(id="save_as", title="Save As…", menu=FILE, section=1, shortcut="Ctrl+Shift+S"),
    ActionSpec(id="quit", title="Quit", menu=FILE, section=3, shortcut="Ctrl+Q"),
)
_EDIT = (
    ActionSpec(id="undo", title="Undo", menu=EDIT, shortcut="Ctrl+Z", icon="undo", need=Need.UNDO),
    ActionSpec(id="redo", title="Redo", menu=EDIT, shortcut="Ctrl+Y", icon="redo", need=Need.REDO),
    _of_selection("cut", "Cut", EDIT, "Ctrl+X", section=1, icon="cut"),
    _of_selection("copy", "Copy", EDIT, "Ctrl+C", section=1, icon="copy"),
    ActionSpec(id="paste", title="Paste", menu=EDIT, section=1, shortcut="Ctrl+V", icon="paste", on_canvas=True),
    _of_selection("duplicate", "Duplicate", EDIT, "Ctrl+D", section=1, icon="duplicate"),
    ActionSpec(id="delete", title="Delete", menu=EDIT, section=1, shortcut="Del", icon="delete", on_canvas=True),
    _of_selection("heal", "Delete and Join", EDIT, "Shift+Del", section=1, icon="heal"),
    ActionSpec(id="add", title="Add Node…", menu=EDIT, section=3, shortcut="Tab", icon="add", on_canvas=True),
    ActionSpec(id="add_note", title="Add Note", menu=EDIT, section=3, shortcut="Ctrl+Shift+T", icon="note"),
    _of_selection("frame", "Frame Selection", EDIT, "Ctrl+G", section=3, icon="frame"),
    _of_selection("fold_frames", "Fold or Unfold Frame", EDIT, "Ctrl+Shift+G", section=3),
    _of_selection("move_to_frame", "Move to Frame…", EDIT, "", section=3),
    _of_selection("move_into_map", "Move into Map", EDIT, "Ctrl+M", section=3),
    _of_selection("move_out_of_map", "Move out of Map", EDIT, "Ctrl+Shift+M", section=3),
    _of_selection("rename", "Rename", EDIT, "F2", section=4),
    _of_selection("rename_frame", "Rename Frame", EDIT, "Shift+F2", section=4),
    _of_selection("edit_settings", "Edit Settings", EDIT, "F4", section=4),
    _of_selection("connect_to", "Join to…", EDIT, "C", section=4),
    _of_selection("change_kind", "Change Kind…", EDIT, "Ctrl+Shift+K", section=4),
    _of_selection("bypass", "Bypass", EDIT, "Ctrl+B", section=3, icon="bypass"),
    ActionSpec(id="note_colour", title="Colour of the Note…", menu=EDIT, section=5, need=Need.NOTES),
    ActionSpec(id="add_bend", title="Add a Bend", menu=EDIT, section=5, shortcut="B", need=Need.WIRE, on_canvas=True),
    ActionSpec(
        id="straighten",
        title="Straighten the Wire",
        menu=EDIT,
        section=5,
        shortcut="Shift+B",
        need=Need.BENT_WIRE,
        on_canvas=True,
    ),
)
_SELECT = (
    ActionSpec(
        id="select_all",
        title="Select All",
        menu=SELECT,
        shortcut="Ctrl+A",
        icon="select_all",
        need=Need.NODES,
        on_canvas=True,
    ),
    _of_selection("select_upstream", "What Comes Before", SELECT, "Ctrl+["),
    _of_selection("select_downstream", "What Comes After", SELECT, "Ctrl+]"),
    _of_selection("select_connected", "All That Is Joined", SELECT, "Ctrl+Shift+A"),
    ActionSpec(id="next_wire", title="Next Wire", menu=SELECT, shortcut="W", need=Need.NODES, on_canvas=True),
    ActionSpec(
        id="previous_wire", title="Previous Wire", menu=SELECT, shortcut="Shift+W", need=Need.NODES, on_canvas=True
    ),
    ActionSpec(id="find", title="Find…", menu=SELECT, section=1, shortcut="Ctrl+F", icon="search", need=Need.NODES),
    ActionSpec(id="go_to", title="Go to Node…", menu=SELECT, section=1, shortcut="Ctrl+P", need=Need.NODES),
)
_ARRANGE = (
    ActionSpec(
        id="arrange",
        title="Arrange",
        menu=ARRANGE,
        shortcut="Ctrl+L",
        icon="arrange",
        need=Need.NODES,
        on_canvas=True,
    ),
    _of_selection("align_left", "Align Left Sides", ARRANGE, "Ctrl+Shift+Left", section=1),
    _of_selection("align_centre", "Align Centres", ARRANGE, "Ctrl+Shift+C", section=1),
    _of_selection("align_right", "Align Right Sides", ARRANGE, "Ctrl+Shift+Right", section=1),
    _of_selection("align_top", "Align Tops", ARRANGE, "Ctrl+Shift+Up", section=2),
    _of_selection("align_middle", "Align Middles", ARRANGE, "Ctrl+Shift+I", section=2),
    _of_selection("align_bottom", "Align Bottoms", ARRANGE, "Ctrl+Shift+Down", section=2),
    _of_selection("distribute_across", "Equal Gaps Across", ARRANGE, "Ctrl+Shift+H", section=3),
    _of_selection("distribute_down", "Equal Gaps Down", ARRANGE, "Ctrl+Shift+V", section=3),
)
_VIEW = (
    ActionSpec(id="fit", title="Fit", menu=VIEW, shortcut="F", icon="fit", need=Need.NODES, on_canvas=True),
    ActionSpec(id="fit_selection", title="Fit Selection", menu=VIEW, shortcut="Shift+F", need=Need.SELECTION),
    ActionSpec(id="actual_size", title="Actual Size", menu=VIEW, shortcut="Ctrl+0", need=Need.NODES, on_canvas=True),
    ActionSpec(id="zoom_in", title="Zoom In", menu=VIEW, shortcut="Ctrl++", icon="zoom_in", on_canvas=True),
    ActionSpec(id="zoom_out", title="Zoom Out", menu=VIEW, shortcut="Ctrl+-", icon="zoom_out", on_canvas=True),
    ActionSpec(id="next_panel", title="Next Panel", menu=VIEW, section=1, shortcut="F6"),
    ActionSpec(id="previous_panel", title="Previous Panel", menu=VIEW, section=1, shortcut="Shift+F6"),
    _of_panel("palette", "Show Nodes"),
    _of_panel("outline", "Show Outline"),
    _of_panel("history", "Show History"),
    _of_panel("inspector", "Show Inspector"),
    ActionSpec(id="command_palette", title="All Commands…", menu=VIEW, section=2, shortcut="Ctrl+K", icon="command"),
    ActionSpec(id="mini_map", title="Mini-Map", menu=VIEW, section=2, shortcut="M", on_canvas=True, checkable=True),
    ActionSpec(id="snap", title="Dragged Cards Snap", menu=VIEW, section=2, checkable=True),
    ActionSpec(id="motion", title="Cards Glide", menu=VIEW, section=2, checkable=True),
    ActionSpec(id="right_angles", title="Right-Angled Wires", menu=VIEW, section=2, checkable=True),
    ActionSpec(id="theme_system", title="Colours of the System", menu=VIEW, section=3, checkable=True),
    ActionSpec(id="theme_light", title="Light", menu=VIEW, section=3, icon="sun", checkable=True),
    ActionSpec(id="theme_dark", title="Dark", menu=VIEW, section=3, icon="moon", checkable=True),
    _of_language("language_system", "As the System"),
    _of_language("language_en", "English"),
    _of_language("language_fr", "Français"),
)
_PIPELINE = (
    ActionSpec(id="target_1", title="First Target", menu=PIPELINE, shortcut="Ctrl+1"),
    ActionSpec(id="target_2", title="Second Target", menu=PIPELINE, shortcut="Ctrl+2"),
    ActionSpec(id="target_3", title="Third Target", menu=PIPELINE, shortcut="Ctrl+3"),
    ActionSpec(id="problems", title="Show Problems", menu=PIPELINE, section=1, shortcut="F8", icon="problems"),
    ActionSpec(id="code", title="Show Code", menu=PIPELINE, section=1, shortcut="F7"),
    ActionSpec(id="portability", title="Show Portability", menu=PIPELINE, section=1, shortcut="F9"),
    ActionSpec(id="runs", title="Show Runs", menu=PIPELINE, section=1, shortcut="Ctrl+F5"),
    ActionSpec(
        id="export",
        title="Export…",
        menu=PIPELINE,
        section=2,
        shortcut="Ctrl+E",
        icon="export",
        need=Need.TARGET,
    ),
    ActionSpec(
        id="deploy",
        title="Deploy…",
        menu=PIPELINE,
        section=2,
        shortcut="Ctrl+Shift+D",
        icon="deploy",
        need=Need.TARGET,
    ),
    ActionSpec(id="run", title="Run…", menu=PIPELINE, section=2, shortcut="F5", icon="run", need=Need.TARGET),
)
_HELP = (
    ActionSpec(id="shortcuts", title="Keyboard Shortcuts…", menu=HELP, shortcut="F1"),
    ActionSpec(id="about", title="About Pipeline Designer", menu=HELP, icon="info"),
)
ACTIONS: tuple[ActionSpec, ...] = (*_FILE, *_EDIT, *_SELECT, *_ARRANGE, *_VIEW, *_PIPELINE, *_HELP)
