"""A file or a folder beside the document."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QToolButton, QWidget
from typing_extensions import override

from designer.gui.fields.field import SettingField
from designer.gui.fields.file_preview import FilePreview
from designer.gui.fields.spec import FieldSpec
from designer.gui.quiet_line import QuietLine


class PathField(SettingField):
    """Edit a path relative to the folder of the document; `root` is that folder."""

    def __init__(self, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(spec, parent)
        self.root: Path | None = None
        self.line = QuietLine()
        self.line.setPlaceholderText(spec.form.placeholder or self.tr("beside the pipeline"))
        self.line.textEdited.connect(self._tell)
        self.button = QToolButton()
        self.button.setText("…")
        self.button.setToolTip(self.tr("Choose"))
        self.button.setAccessibleName(self.tr("Choose {}").format(spec.title))
        self.button.clicked.connect(self._choose)
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(self.line)
        across.addWidget(self.button)
        self._add(row)
        self.line.setAccessibleName(spec.title)
        self.line.installEventFilter(self)
        self.setFocusProxy(self.line)
        self.preview = FilePreview()
        self._rows.addWidget(self.preview)

    @override
    def show_value(self, value: object) -> None:
        text = "" if value is None else str(value)
        if text != self.line.text():
            self.line.setText(text)
            self._show_preview()

    def take(self, chosen: str) -> None:
        """Set a path that was chosen; one inside the document's folder is kept relative to it."""
        if not chosen:
            return
        path, root = Path(chosen), (self.root.resolve() if self.root else None)
        inside = root is not None and path.resolve().is_relative_to(root)
        text = path.resolve().relative_to(root).as_posix() if root is not None and inside else str(path)
        self.line.setText(text)
        self._tell(text)

    def _tell(self, text: str) -> None:
        self.edited.emit(text or None)
        self._show_preview()

    def _show_preview(self) -> None:
        text = self.line.text()
        is_file = self.spec.editor == "file" and self.root is not None and bool(text)
        self.preview.show_file(self.root / text if is_file and self.root is not None else None)

    def _choose(self) -> None:
        start = str(self.root or Path.cwd())
        if self.spec.editor == "folder":
            self.take(QFileDialog.getExistingDirectory(self, self.spec.title, start))
        else:
            self.take(QFileDialog.getOpenFileName(self, self.spec.title, start)[0])
