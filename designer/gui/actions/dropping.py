"""Files dropped onto the canvas: a script or a notebook becomes a node, a pipeline is opened, a definition imported."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF

if TYPE_CHECKING:
    from designer.gui.window import PipelineWindow

_CODE = {".py": ("processing", "script"), ".ipynb": ("notebook_job", "notebook")}
_PIPELINES = {".yaml", ".yml"}
_DEFINITIONS = {".json", ".asl"}
_DOWN = 120.0


class Dropping(QObject):
    """Take what is dropped from the desktop."""

    def __init__(self, window: "PipelineWindow") -> None:
        super().__init__(window)
        self._window = window
        window.canvas.files_dropped.connect(self.take)

    def take(self, paths: Iterable[Path], at: QPointF) -> None:
        """Take files in their order; what is none of ours is told."""
        place = QPointF(at)
        for path in paths:
            ending = path.suffix.lower()
            if ending in _CODE:
                self._add(path, place)
                place += QPointF(0, _DOWN)
            elif ending in _PIPELINES:
                self._window.filing.open_or_import(path)
            elif ending in _DEFINITIONS:
                self._window.filing.import_path(path)
            else:
                self._window.tell(self.tr("'{}' is no script, notebook, pipeline or definition.").format(path.name))

    def _add(self, path: Path, at: QPointF) -> None:
        kind, setting = _CODE[path.suffix.lower()]
        name = self._beside(path)
        if not name:
            return
        self._window.canvas.editing.add(kind, at, settings={setting: name})

    def _beside(self, path: Path) -> str:
        """Return the file's path as the document names it; say what to do where it lies elsewhere."""
        own = self._window.session.path
        if own is None:
            self._window.tell(self.tr("Save the pipeline first: its scripts lie beside it."))
            return ""
        try:
            return path.resolve().relative_to(own.resolve().parent).as_posix()
        except ValueError:
            told = self.tr("'{}' does not lie in the folder of the pipeline. Put it there, then drop it again.")
            self._window.tell(told.format(path.name))
            return ""
