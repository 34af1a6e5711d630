"""Deploying in two steps: first what would change, then the changes as they happen."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHeaderView,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from designer.deployment.model import Change, Plan, Progress
from designer.gui.announcing import announce
from designer.gui.bridge.accounts import SANDBOX, AccountWish
from designer.gui.dialogs.preferred import prefer
from designer.gui.dialogs.refusal_box import RefusalBox
from designer.gui.language.words import said, tr
from designer.gui.led_table import LedTable
from designer.gui.panels.words import muted_label, title_label
from designer.gui.quiet_line import QuietLine
from designer.gui.spoken_box import SpokenBox
from designer.gui.theme.colors import color
from designer.gui.theme.metrics import GAP_LARGE
from designer.gui.theme.theme import Theme

_SIZE = (760, 620)


class DeployDialog(QDialog):
    """Ask for the account, show the plan, then what happens."""

    plan_wanted = Signal(object)
    """An `AccountWish`."""
    deploy_wanted = Signal()

    def __init__(
        self,
        target_title: str,
        profiles: tuple[str, ...],
        wish: AccountWish,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setWindowTitle(self.tr("Deploy"))
        self.resize(*_SIZE)
        self.account = SpokenBox()
        self.account.addItems([tr(SANDBOX), *(self._own(name) for name in profiles)])
        self.account.setCurrentText(tr(SANDBOX) if wish.sandbox else self._own(wish.profile))
        self.region = QLineEdit(wish.region)
        self.stack = QuietLine(wish.stack)
        self.stack.setPlaceholderText(self.tr("named after the pipeline and the target"))
        self.state = muted_label(
            self.tr(
                "The sandbox emulates an account inside this program. It costs nothing, and is no proof that AWS agrees."
            ),
            theme,
        )
        self.refusal = RefusalBox(theme)
        self.table = LedTable(0, 4)
        self._prepare_table()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.plan = self.buttons.addButton(self.tr("Show the plan"), QDialogButtonBox.ButtonRole.ActionRole)
        self.deploy = self.buttons.addButton(self.tr("Deploy"), QDialogButtonBox.ButtonRole.ActionRole)
        self.deploy.setEnabled(self.table.rowCount() > 0)
        self.plan.clicked.connect(self._ask_plan)
        self.deploy.clicked.connect(self._ask_deploy)
        self.buttons.rejected.connect(self.reject)
        for changed in (self.account.currentTextChanged, self.region.textChanged, self.stack.textChanged):
            changed.connect(self._forget_plan)
        self._lay_out(target_title)

    def wish(self) -> AccountWish:
        """Return the account as it is chosen."""
        chosen = self.account.currentText()
        return AccountWish(
            sandbox=chosen == tr(SANDBOX),
            profile="" if chosen == tr(SANDBOX) else chosen.removeprefix(self._own("")),
            region=self.region.text().strip(),
            stack=self.stack.text().strip(),
        )

    def show_state(self, sentence: str) -> None:
        """Show what is going on."""
        self.state.setText(sentence)
        announce(self, sentence)

    def show_plan(self, plan: Plan) -> None:
        """Show what would change, and offer to do it."""
        self._head_changes()
        self.table.setRowCount(0)
        for change in plan.changes:
            note = self.tr("holds data, and would be lost") if change.is_dangerous else ", ".join(change.properties)
            ink = self._theme.ink.error if change.is_dangerous else ""
            self._add_row((_verb(change), change.logical_id, change.type, note), ink)
        count = len(plan.changes)
        told = self.tr("A new stack '{}': {}.") if plan.is_new else self.tr("The stack '{}': {}.")
        changes = self.tr("1 change") if count == 1 else self.tr("{} changes").format(count)
        sentence = told.format(plan.stack, changes)
        self.show_state(" ".join([sentence, *map(said, plan.prepares)]) if count else self.tr("Nothing would change."))
        self.plan.setEnabled(self.table.isEnabled())
        self.deploy.setEnabled(bool(count))
        if not any(change.is_dangerous for change in plan.changes):
            prefer(self.deploy)

    def show_progress(self, progress: Progress) -> None:
        """Show one more thing that happened."""
        ink = self._theme.ink.error if progress.is_failure else ""
        told = (progress.status, progress.logical_id, progress.type, progress.reason)
        self._add_row(told, ink)
        if progress.is_failure:
            announce(self, ", ".join(words for words in told if words))
        self.table.scrollToBottom()

    def show_done(self, sentence: str) -> None:
        """Show that it is done."""
        self.show_state(sentence)
        self.plan.setEnabled(self.table.isEnabled())
        prefer(self.buttons.button(QDialogButtonBox.StandardButton.Close))

    def show_problem(self, problem: Exception) -> None:
        """Show why it cannot be done."""
        self.show_state("")
        self.refusal.show_problem(problem)
        self.plan.setEnabled(self.table.isEnabled())

    def _own(self, profile: str) -> str:
        return self.tr("Profile: {}").format(profile)

    def _prepare_table(self) -> None:
        self.table.setAccessibleName(self.tr("Changes"))
        self._head_changes()
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        for column, width in enumerate((150, 170, 220)):
            header.resizeSection(column, width)

    def _lay_out(self, target_title: str) -> None:
        form = QFormLayout()
        form.addRow(self.tr("Account"), self.account)
        form.addRow(self.tr("Region"), self.region)
        form.addRow(self.tr("Stack"), self.stack)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(GAP_LARGE, GAP_LARGE, GAP_LARGE, GAP_LARGE)
        rows.addWidget(title_label(self.tr("Deploy for {}").format(target_title)))
        rows.addLayout(form)
        rows.addWidget(self.state)
        rows.addWidget(self.refusal)
        rows.addWidget(self.table, 1)
        rows.addWidget(self.buttons)
        prefer(self.plan)

    def _head_changes(self) -> None:
        self._set_headings(self.tr("Change"), self.tr("Name"), self.tr("Type"), self.tr("Note"))

    def _set_headings(self, *titles: str) -> None:
        self.table.setHorizontalHeaderLabels(list(titles))

    def _add_row(self, texts: tuple[str, ...], ink: str) -> None:
        row = self.table.rowCount()
        self.table.setRowCount(row + 1)
        for column, text in enumerate(texts):
            item = QTableWidgetItem(text)
            item.setToolTip(text)
            if ink:
                item.setForeground(color(ink))
            self.table.setItem(row, column, item)

    def _ask_plan(self) -> None:
        self.refusal.hide()
        self._disable()
        self.plan_wanted.emit(self.wish())

    def _ask_deploy(self) -> None:
        self.refusal.hide()
        self._disable()
        self.table.setRowCount(0)
        self._set_headings(self.tr("Status"), self.tr("Name"), self.tr("Type"), self.tr("Reason"))
        self.show_state(self.tr("Deploying…"))
        self.deploy_wanted.emit()

    def _disable(self) -> None:
        self.table.setFocus()  # else the return key would come to close the dialog
        for button in (self.plan, self.deploy):
            button.setDisabled(True)

    def _forget_plan(self, *_: object) -> None:
        self.table.setRowCount(0)
        self.deploy.setDisabled(True)
        prefer(self.plan)


def _verb(change: Change) -> str:
    told = {"True": tr("{}, made anew"), "Conditional": tr("{}, perhaps made anew")}.get(change.replacement, "{}")
    return told.format(tr(change.action))
