"""What our canvas takes for a drawing: `python -m tests.benchmarks.canvas.ours DRAWING.json` prints figures as JSON."""

import gc
import json
import resource
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from designer.catalog.palette import KINDS
from designer.document.files import read_document, save_document
from designer.document.model import Document, Edge, Node, Point
from designer.gui.bridge.garbage import MainThreadGarbage
from designer.gui.bridge.starting_document import EMPTY
from designer.gui.canvas.view import CanvasView
from designer.gui.session import EditingSession
from designer.gui.theme.theme import LIGHT_THEME
from tests.benchmarks.canvas import hand
from tests.benchmarks.canvas.drawing import Drawing, drawing, drawing_from_json

_DELETED = 50
_DEGREE = 4


def document_of(drawn: Drawing) -> Document:
    """Return the drawing as a pipeline of processing jobs."""
    nodes = {
        box.id: Node(
            id=box.id,
            kind="processing",
            settings={"inputs": dict.fromkeys(box.inputs, "dataset"), "outputs": dict.fromkeys(box.outputs, "dataset")},
            position=Point(box.x, box.y),
        )
        for box in drawn.boxes
    }
    edges = tuple(
        Edge(source=wire.source, source_port=wire.output, target=wire.target, target_port=wire.input)
        for wire in drawn.wires
    )
    return Document(name="drawing", nodes=nodes, edges=edges)


def measure(drawn: Drawing) -> dict[str, float]:
    """Return milliseconds of CPU time for each thing done, and megabytes."""
    document = document_of(drawn)
    session = EditingSession(EMPTY)
    garbage = MainThreadGarbage()  # as in the window
    view = CanvasView(session, {kind.id: kind for kind in KINDS}, LIGHT_THEME)

    def open_document(document: Document) -> None:
        session.replace(document)
        garbage.keep()

    view.resize(1280, 800)
    view.show()
    QApplication.processEvents()
    hand.cost(lambda: session.replace(document_of(drawing(hand.FIRST))))
    session.replace(EMPTY)
    figures = {
        "build": hand.cost(lambda: open_document(document)),
        "fit": hand.cost(view.fit),
        "zoom all": hand.zoom(view.viewport()),
    }
    view.zoom.actual()
    busy = _busy_node(session.document)
    view.go_to(busy)
    QApplication.processEvents()
    figures["pan"] = hand.pan(view.viewport(), _pixel_of(view, busy) + hand.BESIDE)
    view.go_to(busy)
    figures["zoom"] = hand.zoom(view.viewport())
    view.zoom.actual()
    view.go_to(busy)
    QApplication.processEvents()
    figures["drag"] = hand.drag(view.viewport(), _pixel_of(view, busy))
    session.select([f"step-{number}" for number in range(_DELETED)])
    figures["delete"] = hand.cost(view.editing.delete)
    figures["undo"] = hand.cost(session.undo)
    figures.update(_through_a_file(session, open_document))
    garbage.give_back()
    figures["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return figures


def _busy_node(document: Document) -> str:
    degrees = dict.fromkeys(document.nodes, 0)
    for edge in document.edges:
        degrees[edge.source] += 1
        degrees[edge.target] += 1
    return next((node_id for node_id, degree in degrees.items() if degree == _DEGREE), next(iter(degrees)))


def _pixel_of(view: CanvasView, node_id: str) -> QPoint:
    return view.mapFromScene(view.canvas.nodes[node_id].body().center())


def _through_a_file(session: EditingSession, open_document: Callable[[Document], None]) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "drawing.yaml"
        save_document(document_of(drawing(hand.FIRST)), path)  # which imports YAML, once in the life of a window
        path.unlink()
        saved = hand.cost(lambda: save_document(session.document, path))
        session.replace(EMPTY)
        gc.collect()
        return {"save": saved, "load": hand.cost(lambda: open_document(read_document(path)))}


def main() -> int:
    """Measure one drawing."""
    application = QGuiApplication.instance() or QApplication([])
    figures = measure(drawing_from_json(Path(sys.argv[1]).read_text(encoding="utf-8")))
    sys.stdout.write(json.dumps(figures) + "\n")
    del application
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
