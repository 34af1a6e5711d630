"""The page of the inspector for one node: its name, its kind, its settings."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from designer.catalog.kind import Kind
from designer.checking.finding import Finding
from designer.document.model import Node
from designer.gui.fields.line import show_from_start
from designer.gui.fields.spec import FieldSpec, specs_of
from designer.gui.fields.titles import title_of
from designer.gui.language.words import said, tr
from designer.gui.panels.request_view import RequestView
from designer.gui.panels.settings_form import SettingsForm
from designer.gui.panels.words import muted_label, small_label
from designer.gui.theme.fonts import ui_font
from designer.gui.theme.icons import kind_icon
from designer.gui.theme.metrics import GAP, GAP_LARGE, TEXT_TITLE
from designer.gui.theme.theme import Theme


class NodePage(QWidget):
    """Edit one node."""

    edited = Signal(str, object)
    renamed = Signal(str)

    def __init__(
        self, node: Node, kind: Kind | None, theme: Theme, folder: Path | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.node = node
        self.kind = kind
        self.name = QLineEdit(node.id)
        self.name.setFont(ui_font(TEXT_TITLE, strong=True))
        self.name.setAccessibleName(self.tr("Name of the node"))
        self.name.editingFinished.connect(self._tell_name)
        self.error = small_label("", theme.ink.error)
        self.form = SettingsForm(specs_of(kind.settings) if kind else _unknown_specs(node), theme, folder)
        self.form.edited.connect(self.edited)
        self.request = RequestView()
        self._lay_out(theme)
        self.show_node(node)

    def show_another(self, node: Node) -> None:
        """Show another node of the same kind; nothing that was typed for the last one stays."""
        self.node = node
        show_from_start(self.name, node.id)
        self.request.show_text("")
        self.form.clear()
        self.form.show_values(node.settings)

    def show_node(self, node: Node) -> None:
        """Show the values of the same node as it is now."""
        self.node = node
        if not self.name.hasFocus():
            show_from_start(self.name, node.id)
        self.form.show_values(node.settings)

    def show_findings(self, findings: Iterable[Finding]) -> None:
        """Show what is wrong: at the setting where one is named, else below the name."""
        at_settings: dict[str, tuple[str, ...]] = {}
        others: list[str] = []
        for one in findings:
            if one.setting.partition(".")[0] in self.form.specs:
                at_settings[one.setting] = (*at_settings.get(one.setting, ()), said(one.message))
            else:
                others.append(said(one.message))
        self.form.show_errors(at_settings)
        self.error.setText("\n".join(others))
        self.error.setVisible(bool(others))

    def settings_with_defaults(self) -> Mapping[str, object]:
        """Return the settings that hold."""
        defaults = {name: spec.default for name, spec in self.form.specs.items()}
        return {**defaults, **self.node.settings}

    def _lay_out(self, theme: Theme) -> None:
        icon = QLabel()
        category = self.kind.category if self.kind else ""
        icon.setPixmap(kind_icon(self.node.kind, theme, category).pixmap(28, 28))
        head = QHBoxLayout()
        head.addWidget(icon)
        head.addWidget(self.name, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(GAP_LARGE, GAP_LARGE, GAP_LARGE, GAP_LARGE)
        rows.setSpacing(GAP)
        rows.addLayout(head)
        title = tr(self.kind.title) if self.kind else self.tr("Unknown kind: {}").format(self.node.kind)
        summary = tr(self.kind.summary) if self.kind else self.tr("It is kept as it is in the file.")
        rows.addWidget(muted_label(f"{title}. {summary}", theme))
        rows.addWidget(self.error)
        rows.addWidget(self.form, 1)
        rows.addWidget(self.request)

    def _tell_name(self) -> None:
        name = self.name.text().strip()
        if name and name != self.node.id:
            self.renamed.emit(name)
        else:
            self.name.setText(self.node.id)


def _unknown_specs(node: Node) -> tuple[FieldSpec, ...]:
    """Return a plain editor for every setting of a node whose kind nobody knows."""
    return tuple(FieldSpec(name=name, title=title_of(name), editor="json") for name in node.settings)
