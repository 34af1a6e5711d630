"""The page of the inspector when no node is selected: the pipeline's own settings and parameters."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from designer.catalog.pipeline_settings import PipelineSettings
from designer.document.model import Document
from designer.gui.fields.spec import FieldSpec, specs_of
from designer.gui.panels.parameters_table import ParametersTable
from designer.gui.panels.pipeline_names import DESCRIPTION, NAME
from designer.gui.panels.settings_form import SettingsForm
from designer.gui.panels.words import heading, title_label
from designer.gui.theme.metrics import GAP, GAP_LARGE
from designer.gui.theme.theme import Theme

OWN_SETTINGS = (
    FieldSpec(name=NAME, title="Name", editor="text", required=True, description="What AWS will know it by."),
    FieldSpec(name=DESCRIPTION, title="Description", editor="multiline"),
)


class PipelinePage(QWidget):
    """Edit what concerns the whole pipeline."""

    edited = Signal(str, object)

    def __init__(self, document: Document, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = SettingsForm((*OWN_SETTINGS, *specs_of(PipelineSettings)), theme)
        self.form.edited.connect(self.edited)
        self.parameters = ParametersTable()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(GAP_LARGE, GAP_LARGE, GAP_LARGE, GAP_LARGE)
        rows.setSpacing(GAP)
        rows.addWidget(title_label(self.tr("Pipeline")))
        rows.addWidget(self.form)
        rows.addWidget(heading(self.tr("Parameters"), theme))
        rows.addWidget(self.parameters)
        rows.addStretch(1)
        self.show_document(document)

    def show_document(self, document: Document) -> None:
        """Show the values as they are now."""
        values: Mapping[str, object] = {
            **document.settings,
            NAME: document.name,
            DESCRIPTION: document.description or None,
        }
        self.form.show_values(values)
        self.parameters.show_parameters(document.parameters)
