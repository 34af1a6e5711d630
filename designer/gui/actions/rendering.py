"""Makes Qt's actions, menus and tool bar of the table."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QToolBar, QWidget

from designer.gui.actions.action import ActionSpec, WindowState, is_enabled
from designer.gui.actions.table import ACTIONS, MENUS
from designer.gui.theme.icons import action_icon
from designer.gui.theme.metrics import ICON
from designer.gui.theme.theme import Theme

Verbs = Mapping[str, Callable[[], object]]
_EITHER_OR = (
    ("theme_system", "theme_light", "theme_dark"),
    ("language_system", "language_en", "language_fr"),
)


def make_actions(window: QMainWindow, canvas: QWidget, verbs: Verbs) -> dict[str, QAction]:
    """Return an action for every entry of the table; keys for the canvas only count while it has the focus."""
    actions: dict[str, QAction] = {}
    for spec in ACTIONS:
        action = QAction(window.tr(spec.title), window)
        action.setObjectName(spec.id)
        action.setCheckable(spec.checkable)
        if spec.shortcut:
            action.setShortcut(QKeySequence(spec.shortcut))
        if spec.on_canvas:
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        (canvas if spec.on_canvas else window).addAction(action)
        action.triggered.connect(_calling(verbs[spec.id]))
        action.changed.connect(partial(_tell_keys, action))
        _tell_keys(action)
        actions[spec.id] = action
    for names in _EITHER_OR:
        group = QActionGroup(window)
        for name in names:
            group.addAction(actions[name])
    return actions


def fill_menus(window: QMainWindow, actions: Mapping[str, QAction]) -> dict[str, QMenu]:
    """Put the actions into the menus and return these by title."""
    menus = {title: window.menuBar().addMenu("&" + window.tr(title)) for title in MENUS}
    sections = dict.fromkeys(MENUS, 0)
    for spec in ACTIONS:
        menu = menus[spec.menu]
        if spec.section != sections[spec.menu]:
            sections[spec.menu] = spec.section
            menu.addSeparator()
        _place(window, menu, spec, actions[spec.id])
    return menus


def make_toolbar(window: QMainWindow, actions: Mapping[str, QAction]) -> QToolBar:
    """Return the tool bar with the actions that edit and look; the others are put on later."""
    bar = QToolBar(window.tr("Tools"), window)
    bar.setObjectName("toolbar")
    bar.setMovable(False)
    bar.setIconSize(QSize(ICON, ICON))
    bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    window.addToolBar(bar)
    for name in ("undo", "redo", "fit", "arrange"):
        bar.addAction(actions[name])
        button = bar.widgetForAction(actions[name])
        if button is not None:
            button.setProperty("toolButtonStyle", Qt.ToolButtonStyle.ToolButtonIconOnly)
    return bar


def show_icons(actions: Mapping[str, QAction], theme: Theme) -> None:
    """Draw the icons in a theme."""
    for spec in ACTIONS:
        if spec.icon:
            actions[spec.id].setIcon(action_icon(spec.icon, theme))


def show_state(actions: Mapping[str, QAction], state: WindowState) -> None:
    """Enable what is of use now."""
    for spec in ACTIONS:
        actions[spec.id].setEnabled(is_enabled(spec, state))


def _place(window: QMainWindow, menu: QMenu, spec: ActionSpec, action: QAction) -> None:
    """Put an action into a menu, or into the menu inside it, which is made for the first of its actions."""
    if not spec.submenu:
        menu.addAction(action)
        return
    inner = menu.findChild(QMenu, spec.submenu, Qt.FindChildOption.FindDirectChildrenOnly)
    if inner is None:
        inner = menu.addMenu(window.tr(spec.submenu))
        inner.setObjectName(spec.submenu)
    inner.addAction(action)


def _tell_keys(action: QAction) -> None:
    """Say in the tool tip by which keys the action is reached."""
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    title = action.text().rstrip("…")
    action.setToolTip(f"{title} ({keys})" if keys else title)


def _calling(verb: Callable[[], object]) -> Callable[..., None]:
    def call(*_: object) -> None:
        verb()

    return call
