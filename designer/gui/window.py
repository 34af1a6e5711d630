"""The window: the canvas in the middle, panels around it, and one verb for every action."""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QStackedWidget
from typing_extensions import override

from designer.catalog.kind import Kind
from designer.checking.finding import Finding
from designer.gui.actions.adding import Adding
from designer.gui.actions.choosing import Choosing
from designer.gui.actions.context_menu import ContextMenu
from designer.gui.actions.delivering import Delivering
from designer.gui.actions.dropping import Dropping
from designer.gui.actions.filing import Filing
from designer.gui.actions.language import show_language
from designer.gui.actions.rendering import fill_menus, make_actions, make_toolbar, show_icons, show_state
from designer.gui.actions.running import Running
from designer.gui.actions.shortcuts import Shortcuts
from designer.gui.actions.state import state_of
from designer.gui.actions.table import VIEW
from designer.gui.actions.verbs import verbs_of
from designer.gui.actions.view_choices import show_kept_choices
from designer.gui.announcing import announce
from designer.gui.bridge.assessment import Assessment
from designer.gui.bridge.background import Background
from designer.gui.bridge.garbage import MainThreadGarbage
from designer.gui.bridge.live_assessment import LiveAssessment
from designer.gui.bridge.recent_files import RecentFiles
from designer.gui.bridge.starting_document import EMPTY, is_blank
from designer.gui.canvas.view import CanvasView
from designer.gui.coding import Coding
from designer.gui.dialogs.asking import Asking, DialogAsking
from designer.gui.edits_heard import EditsHeard
from designer.gui.inspecting import Inspecting
from designer.gui.keeping import Keeping
from designer.gui.language.words import said
from designer.gui.listing import Listing
from designer.gui.outlining import Outlining
from designer.gui.paned_window import PanedWindow
from designer.gui.panels.mini_map import MiniMap
from designer.gui.panels.search_bar import SearchBar
from designer.gui.panels.starter_cards import StarterCard
from designer.gui.panels.welcome import WelcomePanel
from designer.gui.porting import Porting
from designer.gui.reporting import reports_errors
from designer.gui.searching import Searching
from designer.gui.session import EditingSession
from designer.gui.side_panels import SidePanels
from designer.gui.theme.theme import Theme
from designer.gui.theming import Theming
from designer.gui.tool_row import ToolRow
from designer.gui.zoom_button import ZoomButton

_SIZE = (1440, 900)
_MESSAGE_MILLISECONDS = 6000


class PipelineWindow(PanedWindow):
    """Edit one pipeline."""

    def __init__(
        self,
        kinds: Mapping[str, Kind],
        theming: Theming,
        settings: QSettings,
        asking: Asking | None = None,
    ) -> None:
        super().__init__()
        self.kinds = kinds
        self.settings = settings
        self.theming = theming
        self.session = EditingSession(EMPTY, parent=self)
        self.garbage = MainThreadGarbage(self)
        self.background, self.writing = Background(self), Background(self, threads=1)
        self.live = LiveAssessment(self.session, self.background, self)
        self.recent = RecentFiles(settings)
        self.asking = asking or DialogAsking(self)
        self.filing = Filing(self.session, self.background, self.writing, self.recent, self.asking)
        self.keeping = Keeping(self)
        self.cards: tuple[StarterCard, ...] = ()
        theme = theming.theme
        self.canvas = CanvasView(self.session, kinds, theme)
        self.welcome = WelcomePanel(theme)
        self.centre = QStackedWidget()
        self.centre.addWidget(self.welcome)
        self.centre.addWidget(self.canvas)
        self.setCentralWidget(self.centre)
        self.panels = SidePanels(self, kinds, theme, self.session.undo_stack)
        self.inspecting = Inspecting(self.session, self.panels.inspector, self.background, kinds)
        self.listing = Listing(self.background, settings, lambda: self.session.document.region, self.tell, self)
        self.panels.inspector.listing_wanted.connect(self.listing.offer)
        self.delivering = Delivering(self)
        self.running = Running(self)
        self.adding, self.choosing = Adding(self), Choosing(self)
        self.searching = Searching(self.session, self.canvas, SearchBar(theme, self.canvas), kinds)
        self.context_menu, self.dropping, self.outlining = ContextMenu(self), Dropping(self), Outlining(self)
        self.porting, self.coding, self.mini_map = Porting(self), Coding(self), MiniMap(self.canvas)
        self.heard = EditsHeard(self)
        self.actions_by_id = make_actions(self, self.canvas, verbs_of(self))
        self.menus = fill_menus(self, self.actions_by_id)
        self.menus[VIEW].addSeparator()
        self.menus[VIEW].addActions([dock.toggleViewAction() for dock in self.panels.docks.values()])
        self.tools = ToolRow(make_toolbar(self, self.actions_by_id), self.actions_by_id, theme)
        self.shortcuts, self.zoom = Shortcuts(self), ZoomButton(self.statusBar(), self.canvas.zoom, self.actions_by_id)
        self._join()
        self._show_first_state()

    def tell(self, text: str) -> None:
        """Show a sentence in the status bar, and say it."""
        self.statusBar().showMessage(text, _MESSAGE_MILLISECONDS)
        announce(self, text)

    def go_to(self, finding: Finding) -> None:
        """Go to the place of a finding: its node, and the setting in the inspector."""
        self.show_canvas()
        if finding.node in self.session.document.nodes:
            self.canvas.go_to(finding.node)
            self.panels.inspector.go_to(finding)

    def show_canvas(self) -> None:
        """Show the canvas instead of the welcome."""
        self.centre.setCurrentWidget(self.canvas)
        self.canvas.setFocus()

    def take_cards(self, cards: tuple[StarterCard, ...]) -> None:
        """Show the starters on the welcome."""
        self.cards = cards
        self.welcome.show_starters(cards, self.kinds, self.theming.theme)

    @override
    @reports_errors
    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.filing.may_leave():
            event.ignore()
            return
        self.settings.setValue("geometry", self.saveGeometry())
        self.settings.setValue("docks", self.saveState())
        self.delivering.close()
        self.keeping.close()
        for worker in (self.background, self.writing):
            worker.close()
        # The history tells its end while the window is taken apart; nobody is left to hear it.
        for speaker in (self.session.undo_stack, self.session, self.live):
            speaker.blockSignals(True)  # noqa: FBT003 - Qt takes it by position only
        event.accept()

    def _join(self) -> None:
        session, panels, live = self.session, self.panels, self.live
        for changed in (session.document_changed, session.selection_changed, session.dirty_changed):
            changed.connect(self._show_state)
        session.path_changed.connect(self._show_state)
        self.canvas.picking.changed.connect(self._show_state)
        session.undo_stack.indexChanged.connect(self._show_state)
        self.filing.opened.connect(self._show_opened)
        self.filing.opened.connect(self.garbage.keep)
        self.filing.saved.connect(lambda path: self.tell(self.tr("Saved {}").format(path)))
        self.filing.imported.connect(self._tell_imported)
        self.canvas.message.connect(self.tell)
        self.canvas.node_activated.connect(lambda _: self.actions_by_id["edit_settings"].trigger())
        self.tools.target_chosen.connect(live.choose)
        self.tools.problems_wanted.connect(self.actions_by_id["problems"].trigger)
        live.assessed.connect(self._show_assessment)
        panels.problems.chosen.connect(self.go_to)
        panels.problems.fix_wanted.connect(self._fix)
        self.welcome.starter_chosen.connect(self.filing.new_from)
        self.welcome.file_chosen.connect(self.filing.open_path)
        self.welcome.open_wanted.connect(self.filing.open)
        self.welcome.blank_wanted.connect(self.show_canvas)
        for show in (self._set_theme, self.panels.show_kinds, self.inspecting.show):
            self.theming.changed.connect(show)
        for worker in (self.background, self.writing):
            worker.failed.connect(self._tell_bug)

    def _show_first_state(self) -> None:
        self.setWindowTitle("Pipeline Designer")
        self.resize(*_SIZE)
        for name, restore in (("geometry", self.restoreGeometry), ("docks", self.restoreState)):
            _restore(self.settings.value(name), restore)
        show_kept_choices(self)
        show_language(self)
        self.actions_by_id[f"theme_{self.theming.choice}"].trigger()
        self._set_theme(self.theming.theme)
        self.statusBar().setSizeGripEnabled(False)
        self._show_state()

    def _show_state(self, *_: object) -> None:
        session = self.session
        name = session.path.name if session.path else self.tr("Untitled")
        self.setWindowTitle(f"{name}[*] · {session.document.name} · Pipeline Designer")
        self.setWindowModified(session.dirty)
        if not is_blank(session.document):
            self.centre.setCurrentWidget(self.canvas)
        show_state(self.actions_by_id, state_of(self))
        undo, redo = session.undo_stack.undoText(), session.undo_stack.redoText()
        self.actions_by_id["undo"].setText(self.tr("Undo {}").format(undo) if undo else self.tr("Undo"))
        self.actions_by_id["redo"].setText(self.tr("Redo {}").format(redo) if redo else self.tr("Redo"))

    def _show_opened(self) -> None:
        self.running.forget()
        self.tools.show_checking()
        self.panels.problems.show_checking()
        self.live.refresh()
        self.centre.setCurrentWidget(self.welcome if is_blank(self.session.document) else self.canvas)
        self.enter(self.centre)
        self.canvas.fit()
        self._show_recent()

    def _tell_imported(self, path: Path) -> None:
        count = len(self.session.document.nodes)
        nodes = self.tr("1 node") if count == 1 else self.tr("{} nodes").format(count)
        told = self.tr("Imported {}: {}. Save it to keep it.").format(path.name, nodes)
        self.statusBar().showMessage(told, _MESSAGE_MILLISECONDS)
        self.heard.say_soon(told)

    def _show_assessment(self, assessment: Assessment) -> None:
        marking = self.canvas.marking
        blank = is_blank(self.session.document)
        findings = () if blank else assessment.findings
        marking.show_findings(findings)
        marking.show_support(assessment.support)
        self.tools.show_findings(findings)
        self.panels.problems.show_findings(findings)
        self.panels.inspector.show_findings(findings)
        self._show_state()

    def _fix(self, finding: Finding) -> None:
        if finding.fix is not None:
            self.session.apply(finding.fix.edit(self.session.document), said(finding.fix.title))

    def _show_recent(self) -> None:
        self.welcome.show_recent(self.recent.paths(), self.theming.theme)

    def _set_theme(self, theme: Theme) -> None:
        self.canvas.set_theme(theme)
        self.searching.bar.set_theme(theme)
        self.adding.hint.set_theme(theme)
        self.mini_map.refresh()
        self.panels.set_theme(theme)
        self.panels.inspector.show_findings(self.live.latest.findings)
        self.tools.set_theme(theme)
        show_icons(self.actions_by_id, theme)
        self.welcome.show_starters(self.cards, self.kinds, theme)
        self._show_recent()

    def _tell_bug(self, problem: Exception) -> None:
        self.asking.tell(self.tr("Something broke"), f"{type(problem).__name__}: {problem}")


def _restore(stored: object, restore: Callable[[QByteArray], bool]) -> None:
    if isinstance(stored, QByteArray):
        restore(stored)
