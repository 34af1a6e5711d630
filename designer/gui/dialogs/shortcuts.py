"""Which keys do what: every action with its shortcut, to be searched, changed and printed."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QKeyCombination, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QPdfWriter, QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QTableWidget,
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
from designer.gui.dialogs.preferred import prefer
from designer.gui.language.searchable import searchable
from designer.gui.language.words import tr
from designer.gui.theme.metrics import GAP, GAP_LARGE

_SIZE = (600, 640)
_KEYS_WIDTH = 190
_ID = Qt.ItemDataRole.UserRole
_LEAVING = [
    QKeyCombination(Qt.Key.Key_Tab),
    QKeyCombination(Qt.KeyboardModifier.ShiftModifier, Qt.Key.Key_Backtab),
    QKeyCombination(Qt.Key.Key_Backtab),
    QKeyCombination(Qt.Key.Key_Escape),
]
"""Keys that are not taken for an action: without them nobody could leave an editor of keys by keys."""


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
        self.edits: dict[str, QKeySequenceEdit] = {}
        self.line = QLineEdit()
        self.line.setPlaceholderText(self.tr("Search actions and keys"))
        self.line.setAccessibleName(self.tr("Search"))
        self.line.textChanged.connect(self._filter)
        self.table = QTableWidget(len(ACTIONS), 3)
        self.table.setAccessibleName(self.windowTitle())
        self.table.setTabKeyNavigation(False)
        self.table.setHorizontalHeaderLabels([self.tr("Action"), self.tr("Menu"), self.tr("Keys")])
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
            self._set(spec.id, spec.shortcut)
            self.edits[spec.id].setKeySequence(QKeySequence(spec.shortcut))
        self._note("")

    def write_page(self, path: Path) -> None:
        """Write the list as a page to print."""
        document = QTextDocument()
        document.setHtml(self._page())
        document.print_(QPdfWriter(str(path)))

    def _fill(self) -> None:
        table = self.table
        table.verticalHeader().hide()
        table.setShowGrid(False)
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.resizeSection(2, _KEYS_WIDTH)
        for row, spec in enumerate(ACTIONS):
            title = QTableWidgetItem(command_name(spec))
            title.setData(_ID, spec.id)
            table.setItem(row, 0, title)
            table.setItem(row, 1, QTableWidgetItem(tr(spec.menu)))
            edit = QKeySequenceEdit(QKeySequence(self.shortcuts.get(spec.id, "")))
            edit.setClearButtonEnabled(True)
            edit.setMaximumSequenceLength(1)
            edit.setFinishingKeyCombinations(_LEAVING)
            edit.setAccessibleName(self.tr("Keys for {}").format(command_name(spec)))
            edit.editingFinished.connect(lambda one=spec: self._take(one))
            # New keys begin with none: only when there are still none a moment later, they were taken away.
            edit.keySequenceChanged.connect(
                lambda _, one=spec: isValid(self) and QTimer.singleShot(0, self, lambda: self._take_away(one))
            )
            self.edits[spec.id] = edit
            self._describe(spec)
            table.setCellWidget(row, 2, edit)

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
        self._note("")
        self._set(spec.id, keys)

    def _take_away(self, spec: ActionSpec) -> None:
        if self.edits[spec.id].keySequence().isEmpty():
            self._set(spec.id, "")

    def _set(self, action: str, keys: str) -> None:
        if self.shortcuts.get(action, "") != keys:
            self.shortcuts[action] = keys
            self._describe(next(spec for spec in ACTIONS if spec.id == action))
            self.changed.emit(action, keys)

    def _describe(self, spec: ActionSpec) -> None:
        """Let the editor of keys say which they are."""
        self.edits[spec.id].setAccessibleDescription(shown_keys(self.shortcuts.get(spec.id, "")))

    def _note(self, text: str) -> None:
        self.note.setText(text)
        announce(self, text)

    def _filter(self, text: str) -> None:
        words = searchable(text).split()
        for row, spec in enumerate(ACTIONS):
            keys = self.shortcuts.get(spec.id, "")
            said = searchable(f"{command_words(spec)} {keys} {shown_keys(keys)}")
            self.table.setRowHidden(row, not all(word in said for word in words))

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
