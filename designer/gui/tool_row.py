"""The right part of the tool bar: the target, the count of problems, and what leads out of the program."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolBar, QToolButton, QWidget

from designer.checking.finding import Finding, Severity
from designer.gui.box_naming import name_box
from designer.gui.bridge.assessment import TargetTitle
from designer.gui.spoken_box import SpokenBox
from designer.gui.theme.icons import icon_pixmap
from designer.gui.theme.metrics import ICON
from designer.gui.theme.theme import Theme


class ToolRow(QWidget):
    """Choose the target, and show how the checks ended. It puts its parts onto the tool bar and is not shown itself."""

    target_chosen = Signal(str)
    problems_wanted = Signal()

    def __init__(self, bar: QToolBar, actions: Mapping[str, QAction], theme: Theme) -> None:
        super().__init__(bar)
        self.hide()
        self._theme = theme
        self._findings: tuple[Finding, ...] | None = None
        self.targets = SpokenBox()
        self.targets.setMinimumWidth(190)
        self.targets.currentIndexChanged.connect(self._tell_target)
        self.count = QToolButton()
        self.count.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.count.setToolTip(actions["problems"].toolTip())
        self.count.clicked.connect(self.problems_wanted)
        bar.addSeparator()
        bar.addWidget(QLabel(self.tr("Target") + "  "))
        bar.addWidget(self.targets)
        name_box(self.targets, self.tr("Target"))
        bar.addWidget(self.count)
        gap = QWidget()
        gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        bar.addWidget(gap)
        for name in ("export", "deploy", "run"):
            bar.addAction(actions[name])
        self.show_checking()

    def show_targets(self, titles: Iterable[TargetTitle]) -> None:
        """Offer these targets; the first is chosen where none was."""
        with QSignalBlocker(self.targets):
            self.targets.clear()
            for one in titles:
                self.targets.addItem(one.title, one.id)
        self._tell_target()

    def choose(self, place: int) -> None:
        """Choose a target by its place in the list, from 0."""
        if place < self.targets.count():
            self.targets.setCurrentIndex(place)

    def choose_target(self, target: str) -> None:
        """Choose a target by its id."""
        self.choose(max(0, self.targets.findData(target)))

    def target_title(self) -> str:
        """Return the title of the chosen target."""
        return self.targets.currentText()

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Show how many problems there are."""
        self._findings = findings
        errors = sum(one.severity is Severity.ERROR for one in findings)
        warnings = sum(one.severity is Severity.WARNING for one in findings)
        ink = self._theme.ink
        if errors:
            icon, colour, text = "error", ink.error, _counted(errors, self.tr("1 error"), self.tr("{} errors"))
        elif warnings:
            icon, colour, text = (
                "warning",
                ink.warning,
                _counted(warnings, self.tr("1 warning"), self.tr("{} warnings")),
            )
        else:
            icon, colour, text = "check", ink.success, self.tr("No problems")
        self._show_count(icon, colour, text)

    def show_checking(self) -> None:
        """Say that nothing is known yet."""
        self._findings = None
        self._show_count("info", self._theme.ink.muted, self.tr("Checking…"))

    def set_theme(self, theme: Theme) -> None:
        """Show everything in another theme."""
        self._theme = theme
        if self._findings is None:
            self.show_checking()
        else:
            self.show_findings(self._findings)

    def _show_count(self, icon: str, colour: str, text: str) -> None:
        self.count.setIcon(icon_pixmap("actions", icon, colour, 2 * ICON))
        self.count.setText(text)

    def _tell_target(self, *_: object) -> None:
        target = self.targets.currentData()
        if target:
            self.target_chosen.emit(str(target))


def _counted(number: int, one: str, several: str) -> str:
    return one if number == 1 else several.format(number)
