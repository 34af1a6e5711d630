"""The inspector: the selected node, several of them, or the pipeline.

Its pages are imported with the first that is shown: fields are many, and a window is seen before them.
"""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from designer.catalog.kind import Kind
from designer.checking.finding import Finding
from designer.document.model import Document, Node
from designer.gui.bridge.member_facts import MemberFacts
from designer.gui.panels.page_stack import PageStack
from designer.gui.theme.metrics import GAP_LARGE
from designer.gui.theme.theme import Theme

if TYPE_CHECKING:
    from designer.gui.panels.node_page import NodePage
    from designer.gui.panels.pipeline_page import PipelinePage


class InspectorPanel(QWidget):
    """Show what is selected, and tell what a person changes."""

    setting_edited = Signal(str, str, object)
    """The node, the setting, the value (None takes it away)."""
    node_renamed = Signal(str, str)
    pipeline_edited = Signal(str, object)
    parameter_put = Signal(object)
    parameter_renamed = Signal(str, str)
    parameter_removed = Signal(str)
    node_shown = Signal(object)
    """The `NodePage` of another node: somebody may find out what AWS says of its settings."""
    request_wanted = Signal()
    """Somebody wants to see the requests of the node that is shown."""
    listing_wanted = Signal(object)
    """A field that would offer what the account has: somebody may list it."""

    def __init__(self, kinds: Mapping[str, Kind], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kinds = kinds
        self._theme = theme
        self._folder: Path | None = None
        self._findings: tuple[Finding, ...] = ()
        self.page: QWidget | None = None
        self.node_page: NodePage | None = None
        """The page that is shown, where it is one of a node."""
        self._node_pages: dict[str, NodePage] = {}
        self._pipeline_page: PipelinePage | None = None
        self._stack = PageStack()
        self.area = QScrollArea()
        self.area.setWidget(self._stack)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.area)

    def show_selection(self, document: Document, selection: frozenset[str], folder: Path | None = None) -> None:
        """Show what is selected; a page that is there already is only brought up to date."""
        if len(selection) == 1:
            self._show_node(document.nodes[next(iter(selection))], folder)
        elif selection:
            self.page = self.node_page = None
            told = self.tr("{} nodes are selected. Press Shift+F10 for what can be done with them together.")
            self._stack.show_page(_several(told.format(len(selection))), keep=False)
        else:
            self._show_pipeline(document)

    def show_findings(self, findings: Iterable[Finding]) -> None:
        """Show what is wrong with the node."""
        self._findings = tuple(findings)
        if self.node_page:
            node = self.node_page.node.id
            self.node_page.show_findings(one for one in self._findings if one.node == node)

    def show_facts(self, node_id: str, facts: Mapping[str, MemberFacts]) -> None:
        """Show what AWS says of the settings, where the node is still shown."""
        if self.node_page and self.node_page.node.id == node_id:
            self.node_page.form.show_facts(facts)

    def show_references(self, node_id: str, references: Sequence[str]) -> None:
        """Offer what the settings may refer to, where the node is still shown."""
        if self.node_page and self.node_page.node.id == node_id:
            self.node_page.form.show_references(references)

    def focus(self, setting: str) -> None:
        """Go to a setting of the node that is shown."""
        if self.node_page:
            self.node_page.form.focus(setting)
            row = self.node_page.form.rows.get(setting.partition(".")[0])
            if row is not None:
                self.area.ensureWidgetVisible(row)

    def go_to(self, finding: Finding) -> None:
        """Go to where a finding is mended: its setting, or the first one; what lacks a wire is mended on the canvas."""
        if finding.setting:
            self.focus(finding.setting)
        elif not finding.port:
            self.begin(naming=False)

    def begin(self, *, naming: bool) -> None:
        """Begin to edit the node that is shown: its name, or its first setting."""
        page = self.node_page
        if not page:
            return
        if naming or not page.form.specs:
            page.name.setFocus(Qt.FocusReason.ShortcutFocusReason)
            page.name.selectAll()
        else:
            page.form.focus(next(iter(page.form.rows)))

    def set_theme(self, theme: Theme) -> None:
        """Show everything in another theme, from the next page on."""
        self._theme = theme
        self._forget_pages()

    def _show_node(self, node: Node, folder: Path | None) -> None:
        if folder != self._folder:
            self._forget_pages()
            self._folder = folder
        page = self.node_page
        known = self._kinds.get(node.kind)
        if page and (page.node.id, page.node.kind) == (node.id, node.kind):
            page.show_node(node)
            return
        page = self._node_pages.get(node.kind) if known else None
        if page is None:
            page = self._new_page(node, known)
        page.show_another(node)
        self._show_page(page, page, keep=known is not None)
        self.show_findings(self._findings)
        self.node_shown.emit(page)

    def _new_page(self, node: Node, known: Kind | None) -> "NodePage":
        from designer.gui.panels.node_page import NodePage

        page = NodePage(node, known, self._theme, self._folder)
        page.edited.connect(lambda name, value: self.setting_edited.emit(page.node.id, name, value))
        page.renamed.connect(lambda name: self.node_renamed.emit(page.node.id, name))
        page.form.listing_wanted.connect(self.listing_wanted)
        page.request.wanted.connect(self.request_wanted)
        if known is not None:
            self._node_pages[known.id] = page
        return page

    def _show_pipeline(self, document: Document) -> None:
        page = self._pipeline_page
        if page is None:
            from designer.gui.panels.pipeline_page import PipelinePage

            page = self._pipeline_page = PipelinePage(document, self._theme)
            page.edited.connect(self.pipeline_edited)
            page.parameters.put.connect(self.parameter_put)
            page.parameters.renamed.connect(self.parameter_renamed)
            page.parameters.removed.connect(self.parameter_removed)
            page.form.listing_wanted.connect(self.listing_wanted)
        page.show_document(document)
        self._show_page(page, None, keep=True)

    def _show_page(self, page: QWidget, node_page: "NodePage | None", *, keep: bool) -> None:
        if page is not self.page:
            self.area.verticalScrollBar().setValue(0)
        # Before the page of another node is hidden, which may end what is written there and show another one still.
        self.page, self.node_page = page, node_page
        self._stack.show_page(page, keep=keep)

    def _forget_pages(self) -> None:
        """Make every page anew from now on."""
        self.page = self.node_page = None
        self._node_pages.clear()
        self._pipeline_page = None
        self._stack.forget()


def _several(text: str) -> QLabel:
    label = QLabel(text)
    label.setContentsMargins(GAP_LARGE, GAP_LARGE, GAP_LARGE, GAP_LARGE)
    label.setAlignment(Qt.AlignmentFlag.AlignTop)
    label.setWordWrap(True)
    return label
