"""Which keys do what: every action with its shortcut, to be searched, changed and printed."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QPdfWriter, QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from designer.gui.actions.action import ActionSpec
from designer.gui.actions.naming import command_name, command_words, shown_keys
from designer.gui.actions.table import ACTIONS
from designer.gui.announcing import announce
from designer.gui.dialogs.asking import Asking
from designer.gui.dialogs.keys_edit import KeysEdit
from designer.gui.dialogs.keys_table import KEYS, KeysTable
from designer.gui.dialogs.preferred import prefer
from designer.gui.language.searchable import searchable
from designer.gui.language.words import tr
from designer.gui.theme.metrics import GAP, GAP_LARGE

_SIZE = (600, 640)


class ShortcutsDialog(QDialog):
    """Let a person change shortcuts; each change is told at once."""

    changed = Signal(str, str)
    """The id of an action, and its new shortcut as text (empty for none)."""

    def __init__(self, shortcuts: Mapping[str, str], asking: Asking, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard Shortcuts"))
        self.resize(*_SIZE)
        self._asking = asking
        self.shortcuts = dict(shortcuts)
        self.edits: dict[str, KeysEdit] = {}
        self.line = QLineEdit()
        self.line.setPlaceholderText(self.tr("Search actions and keys"))
        self.line.setAccessibleName(self.tr("Search"))
        self.line.textChanged.connect(self._filter)
        self.table = KeysTable(len(ACTIONS), (self.tr("Action"), self.tr("Menu"), self.tr("Keys")))
        self.table.setAccessibleName(self.windowTitle())
        self.table.setAccessibleDescription(
            self.tr("Return goes to the keys of a row, Backspace takes them away, Escape goes back.")
        )
        self.note = QLabel()
        self.note.setWordWrap(True)
        self._fill()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.reset_button = buttons.addButton(self.tr("Reset to Defaults"), QDialogButtonBox.ButtonRole.ResetRole)
        self.print_button = buttons.addButton(self.tr("Save as PDF…"), QDialogButtonBox.ButtonRole.ActionRole)
        self.reset_button.clicked.connect(self.reset)
        self.print_button.clicked.connect(self._save_page)
        buttons.rejected.connect(self.reject)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(GAP_LARGE, GAP_LARGE, GAP_LARGE, GAP_LARGE)
        rows.setSpacing(GAP)
        for widget in (self.line, self.table, self.note, buttons):
            rows.addWidget(widget)
        # The return key in the search must not reset everything.
        prefer(buttons.button(QDialogButtonBox.StandardButton.Close))

    def reset(self) -> None:
        """Give every action the shortcut that it had at first."""
        for spec in ACTIONS:
            if self.shortcuts.get(spec.id, "") != spec.shortcut:  # of very many changes, readers hear none
                self._set(spec.id, spec.shortcut)
                self.edits[spec.id].setKeySequence(QKeySequence(spec.shortcut))
        self._note(self.tr("All actions have the keys that they had at first."))

    def write_page(self, path: Path) -> None:
        """Write the list as a page to print."""
        document = QTextDocument()
        document.setHtml(self._page())
        document.print_(QPdfWriter(str(path)))

    def _fill(self) -> None:
        table = self.table
        for row, spec in enumerate(ACTIONS):
            for column, text in enumerate((command_name(spec), tr(spec.menu), "")):
                table.setItem(row, column, QTableWidgetItem(text))
            edit = KeysEdit(self.shortcuts.get(spec.id, ""))
            edit.left.connect(table.come_back)
            edit.setAccessibleName(self.tr("Keys for {}").format(command_name(spec)))
            edit.editingFinished.connect(lambda one=spec: self._take(one))
            # New keys begin with none: only when there are still none a moment later, they were taken away.
            edit.keySequenceChanged.connect(
                lambda _, one=spec: isValid(self) and QTimer.singleShot(0, self, lambda: self._take_away(one))
            )
            self.edits[spec.id] = edit
            self._describe(spec)
            table.setCellWidget(row, KEYS, edit)

    def _take(self, spec: ActionSpec) -> None:
        keys = self.edits[spec.id].keySequence().toString()
        if keys == self.shortcuts.get(spec.id, ""):
            return
        holder = next((one for one in ACTIONS if keys and self.shortcuts.get(one.id) == keys), None)
        if holder is not None:
            told = self.tr("{} is taken by '{}'. Take it away there first, or choose other keys.")
            self._note(told.format(shown_keys(keys), command_name(holder)))
            self.edits[spec.id].setKeySequence(QKeySequence(self.shortcuts.get(spec.id, "")))
            return
        self._set(spec.id, keys)
        self._note(self._told(spec))

    def _take_away(self, spec: ActionSpec) -> None:
        if self.edits[spec.id].keySequence().isEmpty() and self.shortcuts.get(spec.id, ""):
            self._set(spec.id, "")
            self._note(self._told(spec))

    def _told(self, spec: ActionSpec) -> str:
        keys = shown_keys(self.shortcuts.get(spec.id, ""))
        told = self.tr("'{}' has the keys {} now.") if keys else self.tr("'{}' has no keys now.")
        return told.format(command_name(spec), keys)

    def _set(self, action: str, keys: str) -> None:
        if self.shortcuts.get(action, "") != keys:
            self.shortcuts[action] = keys
            self._describe(next(spec for spec in ACTIONS if spec.id == action))
            self.changed.emit(action, keys)

    def _describe(self, spec: ActionSpec) -> None:
        """Let the editor of keys and its row say which they are."""
        keys = shown_keys(self.shortcuts.get(spec.id, ""))
        self.edits[spec.id].setAccessibleDescription(keys)
        held = self.table.item(ACTIONS.index(spec), KEYS)
        if held is not None:
            held.setData(Qt.ItemDataRole.AccessibleTextRole, keys)

    def _note(self, text: str) -> None:
        self.note.setText(text)
        announce(self, text)

    def _filter(self, text: str) -> None:
        words = searchable(text).split()
        self.table.leave_rows(
            [row for row, spec in enumerate(ACTIONS) if all(one in self._words(spec) for one in words)]
        )

    def _words(self, spec: ActionSpec) -> str:
        keys = self.shortcuts.get(spec.id, "")
        return searchable(f"{command_words(spec)} {keys} {shown_keys(keys)}")

    def _save_page(self) -> None:
        path = self._asking.file_to_save(Path.home() / "pipeline-designer-shortcuts.pdf")
        if path is not None:
            self.write_page(path.with_suffix(".pdf"))
            self._note(self.tr("Saved {}").format(path.with_suffix(".pdf")))

    def _page(self) -> str:
        lines = [f"<h1>{self.tr('Keyboard shortcuts of Pipeline Designer')}</h1>"]
        for menu in dict.fromkeys(spec.menu for spec in ACTIONS):
            rows = [
                f"<tr><td>{command_name(spec)}</td><td><b>{shown_keys(self.shortcuts[spec.id])}</b></td></tr>"
                for spec in ACTIONS
                if spec.menu == menu and self.shortcuts.get(spec.id)
            ]
            if rows:
                lines.append(f"<h2>{tr(menu)}</h2><table cellpadding='3'>{''.join(rows)}</table>")
        return "".join(lines)
