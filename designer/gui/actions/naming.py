"""What an action is called where it stands alone: in the command palette and among the shortcuts."""

from PySide6.QtGui import QKeySequence

from designer.gui.actions.action import ActionSpec
from designer.gui.language.searchable import both
from designer.gui.language.words import tr


def command_name(spec: ActionSpec) -> str:
    """Return the title without its dots, behind the title of the menu inside a menu that it stands in."""
    title = tr(spec.title).rstrip("…")
    return tr("{}: {}").format(tr(spec.submenu), title) if spec.submenu else title


def shown_keys(keys: str) -> str:
    """Return a shortcut as the menus show it, in the words of the language and the signs of the system."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def command_words(spec: ActionSpec) -> str:
    """Return what the action is found by, in the window's language and in English."""
    return " ".join(both(one) for one in (spec.title, spec.submenu, spec.menu) if one)
