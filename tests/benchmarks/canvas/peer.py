"""What NodeGraphQt takes for a drawing; run by the Python of an environment that has it, and knows nothing of ours."""

import gc
import json
import resource
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from NodeGraphQt import BaseNode, NodeGraph
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from tests.benchmarks.canvas import hand
from tests.benchmarks.canvas.drawing import Box, Drawing, drawing, drawing_from_json

_DELETED = 50
_DEGREE = 4


def _node_class(inputs: int, outputs: int) -> type[BaseNode]:
    def make(self: BaseNode) -> None:
        BaseNode.__init__(self)
        for each in range(inputs):
            self.add_input(f"in_{each}")
        for each in range(outputs):
            self.add_output(f"out_{each}", multi_output=True)

    name = f"Step{inputs}{outputs}"
    return type(name, (BaseNode,), {"__init__": make, "__identifier__": "drawn", "NODE_NAME": name})


def build(graph: NodeGraph, drawn: Drawing) -> dict[str, BaseNode]:
    """Make every node and wire, as quickly as the library can: without an undo step for each."""
    nodes = {box.id: _add(graph, box) for box in drawn.boxes}
    for wire in drawn.wires:
        nodes[wire.source].outputs()[wire.output].connect_to(nodes[wire.target].inputs()[wire.input], push_undo=False)
    return nodes


def _add(graph: NodeGraph, box: Box) -> BaseNode:
    kind = f"drawn.Step{len(box.inputs)}{len(box.outputs)}"
    return graph.create_node(kind, name=box.id, pos=(box.x, box.y), selected=False, push_undo=False)


def measure(drawn: Drawing) -> dict[str, float]:
    """Return milliseconds of CPU time for each thing done, and megabytes."""
    graph = _new_graph()
    hand.cost(lambda: build(graph, drawing(hand.FIRST)))
    graph.clear_session()
    nodes: dict[str, BaseNode] = {}
    figures = {"build": hand.cost(lambda: nodes.update(build(graph, drawn)))}
    viewer = graph.viewer()
    figures["fit"] = hand.cost(lambda: viewer.zoom_to_nodes(viewer.all_nodes()))
    figures["zoom all"] = hand.zoom(viewer.viewport())
    busy = nodes[_busy_box(drawn)]

    def look() -> None:
        viewer.reset_zoom(busy.view.sceneBoundingRect().center())
        QApplication.processEvents()

    look()
    figures["pan"] = hand.pan(viewer.viewport(), _pixel_of(graph, busy) + hand.BESIDE)
    look()
    figures["zoom"] = hand.zoom(viewer.viewport())
    look()
    figures["drag"] = hand.drag(viewer.viewport(), _pixel_of(graph, busy))
    doomed = list(nodes.values())[:_DELETED]
    figures["delete"] = hand.cost(lambda: graph.delete_nodes(doomed))
    figures["undo"] = hand.cost(graph.undo_stack().undo)
    figures.update(_through_a_file(graph))
    figures["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return figures


def _new_graph() -> NodeGraph:
    graph = NodeGraph()
    for inputs in (1, 2):
        for outputs in (1, 2):
            graph.register_node(_node_class(inputs, outputs))
    graph.viewer().resize(1280, 800)
    graph.viewer().show()
    QApplication.processEvents()
    return graph


def _busy_box(drawn: Drawing) -> str:
    degrees = {box.id: 0 for box in drawn.boxes}
    for wire in drawn.wires:
        degrees[wire.source] += 1
        degrees[wire.target] += 1
    return next((box_id for box_id, degree in degrees.items() if degree == _DEGREE), drawn.boxes[0].id)


def _pixel_of(graph: NodeGraph, node: BaseNode) -> QPoint:
    middle: QPoint = graph.viewer().mapFromScene(node.view.sceneBoundingRect().center())
    return middle


def _through_a_file(graph: NodeGraph) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "drawing.json")
        save: Callable[[], object] = lambda: graph.save_session(path)  # noqa: E731
        saved = hand.cost(save)
        graph.clear_session()
        gc.collect()
        return {"save": saved, "load": hand.cost(lambda: graph.load_session(path))}


def main() -> int:
    """Measure one drawing."""
    application = QApplication([])
    figures = measure(drawing_from_json(Path(sys.argv[1]).read_text(encoding="utf-8")))
    sys.stdout.write(json.dumps(figures) + "\n")
    del application
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
