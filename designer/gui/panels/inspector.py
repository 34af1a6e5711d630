"""The inspector: the selected node, several of them, or the pipeline."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from designer.catalog.kind import Kind
from designer.checking.finding import Finding
from designer.document.model import Document, Node
from designer.gui.bridge.member_facts import MemberFacts
from designer.gui.panels.node_page import NodePage
from designer.gui.panels.pipeline_page import PipelinePage
from designer.gui.theme.metrics import GAP_LARGE
from designer.gui.theme.theme import Theme


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
    """A `NodePage` that was made: somebody may find out what AWS says of its settings."""
    listing_wanted = Signal(object)
    """A field that would offer what the account has: somebody may list it."""

    def __init__(self, kinds: Mapping[str, Kind], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kinds = kinds
        self._theme = theme
        self._folder: Path | None = None
        self._findings: tuple[Finding, ...] = ()
        self.page: NodePage | PipelinePage | None = None
        self.area = QScrollArea()
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
            self.page = None
            self.area.setWidget(_several(self.tr("{} nodes are selected.").format(len(selection))))
        elif isinstance(self.page, PipelinePage):
            self.page.show_document(document)
        else:
            self._show_pipeline(document)

    def show_findings(self, findings: Iterable[Finding]) -> None:
        """Show what is wrong with the node."""
        self._findings = tuple(findings)
        if isinstance(self.page, NodePage):
            node = self.page.node.id
            self.page.show_findings(one for one in self._findings if one.node == node)

    def show_facts(self, node_id: str, facts: Mapping[str, MemberFacts]) -> None:
        """Show what AWS says of the settings, where the node is still shown."""
        if isinstance(self.page, NodePage) and self.page.node.id == node_id:
            self.page.form.show_facts(facts)

    def show_references(self, node_id: str, references: Sequence[str]) -> None:
        """Offer what the settings may refer to, where the node is still shown."""
        if isinstance(self.page, NodePage) and self.page.node.id == node_id:
            self.page.form.show_references(references)

    def focus(self, setting: str) -> None:
        """Go to a setting of the node that is shown."""
        if isinstance(self.page, NodePage):
            self.page.form.focus(setting.partition(".")[0])
            row = self.page.form.rows.get(setting.partition(".")[0])
            if row is not None:
                self.area.ensureWidgetVisible(row)

    def begin(self, *, naming: bool) -> None:
        """Begin to edit the node that is shown: its name, or its first setting."""
        if not isinstance(self.page, NodePage):
            return
        if naming or not self.page.form.rows:
            self.page.name.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.page.name.selectAll()
        else:
            self.page.form.focus(next(iter(self.page.form.rows)))

    def set_theme(self, theme: Theme) -> None:
        """Show everything in another theme, from the next page on."""
        self._theme = theme
        self.page = None

    def _show_node(self, node: Node, folder: Path | None) -> None:
        page = self.page
        known = self._kinds.get(node.kind)
        if isinstance(page, NodePage) and (page.node.id, page.kind, self._folder) == (node.id, known, folder):
            page.show_node(node)
            return
        self._folder = folder
        made = NodePage(node, known, self._theme, folder)
        made.edited.connect(lambda name, value: self.setting_edited.emit(made.node.id, name, value))
        made.renamed.connect(lambda name: self.node_renamed.emit(made.node.id, name))
        self._set_page(made)
        self.show_findings(self._findings)
        self.node_shown.emit(made)

    def _show_pipeline(self, document: Document) -> None:
        made = PipelinePage(document, self._theme)
        made.edited.connect(self.pipeline_edited)
        made.parameters.put.connect(self.parameter_put)
        made.parameters.renamed.connect(self.parameter_renamed)
        made.parameters.removed.connect(self.parameter_removed)
        self._set_page(made)

    def _set_page(self, page: NodePage | PipelinePage) -> None:
        self.page = page
        page.form.listing_wanted.connect(self.listing_wanted)
        self.area.setWidget(page)


def _several(text: str) -> QLabel:
    label = QLabel(text)
    label.setContentsMargins(GAP_LARGE, GAP_LARGE, GAP_LARGE, GAP_LARGE)
    label.setAlignment(Qt.AlignmentFlag.AlignTop)
    return label
