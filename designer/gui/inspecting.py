"""Joins the inspector to the session: what is selected is shown, what is edited becomes an undoable edit."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from designer.catalog.kind import Kind
from designer.document import edits
from designer.document.changed_places import Change, Happened, change_between
from designer.document.model import Document, Parameter
from designer.document.references import RESERVED_IDS
from designer.graph.referable import referable
from designer.gui.bridge.background import Background
from designer.gui.bridge.member_facts import MemberFacts
from designer.gui.fields.titles import title_of
from designer.gui.language.words import tr
from designer.gui.panels.inspector import InspectorPanel
from designer.gui.panels.pipeline_names import DESCRIPTION, NAME
from designer.gui.session import EditingSession

if TYPE_CHECKING:
    from designer.gui.panels.node_page import NodePage

_DECIDING = frozenset({"service", "operation", "framework", "algorithm", "version"})
"""Settings on which it hangs what others may be."""


class Inspecting(QObject):
    """Keep inspector and session together."""

    def __init__(
        self,
        session: EditingSession,
        inspector: InspectorPanel,
        background: Background,
        kinds: Mapping[str, Kind],
    ) -> None:
        super().__init__(session)
        self._kinds = kinds
        self._session = session
        self._inspector = inspector
        self._background = background
        inspector.setting_edited.connect(self._set)
        inspector.node_renamed.connect(self._rename)
        inspector.pipeline_edited.connect(self._set_pipeline)
        inspector.parameter_put.connect(self._put_parameter)
        inspector.parameter_renamed.connect(self._rename_parameter)
        inspector.parameter_removed.connect(self._remove_parameter)
        inspector.node_shown.connect(self.ask_facts)
        inspector.node_shown.connect(lambda _: self.show_request())
        inspector.request_wanted.connect(self.show_request)
        session.document_changed.connect(lambda *_: self.show_request())

    def begin(self) -> None:
        """Show what is selected, from now on: a pipeline is seen before its settings."""
        session = self._session
        for changed in (session.document_changed, session.selection_changed, session.path_changed):
            changed.connect(self.show)
        self.show()

    def show(self, *_: object) -> None:
        """Show what is selected now."""
        path = self._session.path
        folder = path.parent if path else None
        self._inspector.show_selection(self._session.document, self._session.selection, folder)

    def ask_facts(self, page: "NodePage") -> None:
        """Find out in a thread what AWS says of the settings of a page."""
        forms = {name: spec.form for name, spec in page.form.specs.items()}
        node_id, settings = page.node.id, dict(page.settings_with_defaults())

        def work() -> Mapping[str, MemberFacts]:
            from designer.gui.bridge.member_facts import facts_of

            return {name: facts_of(form, name, settings) for name, form in forms.items()}

        self._background.run("facts", work, lambda facts: self._inspector.show_facts(node_id, facts))
        document, kinds = self._session.document, self._kinds
        self._background.run(
            "references",
            lambda: referable(document, kinds, node_id) if node_id in document.nodes else (),
            lambda references: self._inspector.show_references(node_id, references),
        )

    def show_request(self) -> None:
        """Show the requests of the node that is shown, where somebody has folded them out."""
        page = self._inspector.node_page
        if not page or not page.request.is_open:
            return
        document, path, node_id = self._session.document, self._session.path, page.node.id

        def work() -> str:
            from designer.gui.bridge.requests import requests_text

            return requests_text(document, path, node_id)

        def show(text: str) -> None:
            if self._inspector.node_page is page and page.node.id == node_id:
                page.request.show_text(text)

        self._background.run("request", work, show)

    def _set(self, node_id: str, name: str, value: object) -> None:
        document = self._document
        if value is None:
            changed = edits.clear_setting(document, node_id, (name,))
        else:
            changed = edits.set_setting(document, node_id, (name,), value)
        given = {} if value is None else {name: value}
        held = document.nodes[node_id].settings
        change = change_between({name: held[name]} if name in held else {}, given)
        # Letters typed at one place are one step; entries that come and go are a step each.
        merge = ".".join((node_id, *map(str, change.place))) if change.happened is Happened.SET else ""
        self._session.apply(changed, self._words(change, node_id), merge=merge)
        page = self._inspector.node_page
        if name in _DECIDING and page:
            self.ask_facts(page)

    def _words(self, change: Change, node_id: str) -> str:
        """Say what an edit did: numbers of entries are counted from one."""
        words = {
            Happened.SET: self.tr("Set {} of {}"),
            Happened.CHANGED: self.tr("Change {} of {}"),
            Happened.CLEARED: self.tr("Clear {} of {}"),
            Happened.ADDED: self.tr("Add an entry to {} of {}"),
            Happened.REMOVED: self.tr("Remove an entry from {} of {}"),
            Happened.MOVED: self.tr("Move an entry in {} of {}"),
        }
        setting, *inner = change.place
        parts = (tr(title_of(str(setting))).lower(), *(str(one + 1) if isinstance(one, int) else one for one in inner))
        return words[change.happened].format(" → ".join(parts), node_id)

    def _rename(self, old: str, new: str) -> None:
        document = self._document
        name = edits.free_id(document, new) if new in document.nodes or new in RESERVED_IDS else new
        self._session.apply(edits.rename_node(document, old, name), self.tr("Rename {}").format(old))
        self._session.select([name])

    def _set_pipeline(self, name: str, value: object) -> None:
        document = self._document
        if name == NAME:
            changed = edits.rename_document(document, str(value or ""))
        elif name == DESCRIPTION:
            changed = replace(document, description=str(value or ""))
        else:
            changed = edits.set_document_setting(document, name, value)
        self._session.apply(changed, self.tr("Set {}").format(tr(title_of(name)).lower()), merge=f"pipeline.{name}")

    def _put_parameter(self, parameter: Parameter) -> None:
        self._session.apply(edits.put_parameter(self._document, parameter), self.tr("Set parameter"))

    def _rename_parameter(self, old: str, new: str) -> None:
        self._session.apply(edits.rename_parameter(self._document, old, new), self.tr("Rename parameter"))

    def _remove_parameter(self, name: str) -> None:
        self._session.apply(edits.remove_parameter(self._document, name), self.tr("Remove parameter"))

    @property
    def _document(self) -> Document:
        return self._session.document
