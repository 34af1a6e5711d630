"""The page of the inspector when no node is selected: the pipeline's own settings and parameters."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from designer.catalog.kind import Form
from designer.document.model import Document
from designer.gui.fields.spec import FieldSpec
from designer.gui.panels.parameters_table import ParametersTable
from designer.gui.panels.settings_form import SettingsForm
from designer.gui.panels.words import heading, title_label
from designer.gui.theme.metrics import GAP, GAP_LARGE
from designer.gui.theme.theme import Theme

NAME, DESCRIPTION = "name", "description"
_SPECS = (
    FieldSpec(name=NAME, title="Name", editor="text", required=True, description="What AWS will know it by."),
    FieldSpec(name=DESCRIPTION, title="Description", editor="multiline"),
    FieldSpec(
        name="region",
        title="Region",
        editor="text",
        default="us-east-1",
        description="Where it will run; the images of algorithms depend on it.",
    ),
    FieldSpec(
        name="execution_role",
        title="Execution role",
        editor="role",
        description="The ARN of a role that exists. Empty: one is made that may do just what is needed.",
        form=Form(placeholder="arn:aws:iam::123456789012:role/name", advanced=True),
    ),
    FieldSpec(
        name="bucket",
        title="Bucket",
        editor="text",
        description="A bucket that exists, for what the jobs write. Empty: one is made.",
        form=Form(placeholder="my-bucket", advanced=True),
    ),
    FieldSpec(
        name="kms_key",
        title="KMS key",
        editor="text",
        description="The ARN of a key that everything written is encrypted with.",
        form=Form(advanced=True),
    ),
    FieldSpec(
        name="log_retention_days",
        title="Keep logs for",
        editor="number",
        form=Form(unit="days", advanced=True),
    ),
    FieldSpec(name="timeout_hours", title="Give up after", editor="number", form=Form(unit="hours", advanced=True)),
    FieldSpec(
        name="tags",
        title="Tags",
        editor="table",
        description="Put on everything that is made.",
        form=Form(advanced=True),
    ),
)


class PipelinePage(QWidget):
    """Edit what concerns the whole pipeline."""

    edited = Signal(str, object)

    def __init__(self, document: Document, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = SettingsForm(_SPECS, theme)
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
