"""How long lowering, checking and exporting take for 10, 50, 200 and 1000 nodes, beside the SageMaker SDK.

`python -m tests.benchmarks.pipelines` prints the table; seconds of wall time, medians. The SDK composes the same steps from
the source that we export, in a process of its own that has it imported already; without .judges/sdk its column stays empty.
"""

import statistics
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from designer.checking.memory import Memory
from designer.checking.run import check
from designer.document.edits import set_setting
from designer.document.model import Document, Edge, Node
from designer.usecases.project import Project
from designer.usecases.targets import targets
from designer.workflow.targets import Artifact
from tests.judges.sdk import PYTHON, SdkJudge, open_sdk_judge

SIZES = (10, 50, 200, 1000)
_ROUNDS = 3
_CODE = {"prepare.py": b"print(1)"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Seconds for one pipeline; `exports` by target, `sdk` None where the SDK is absent."""

    nodes: int
    lower: float
    check: float
    recheck: float
    exports: dict[str, float]
    sdk: float | None


def pipeline(size: int) -> Project:
    """Return a pipeline of processing, training and functions, in chains of four that begin with the same data."""
    nodes = {"data": Node(id="data", kind="s3_data", settings={"uri": "s3://bucket/in/"})}
    edges: list[Edge] = []
    for number in range(size):
        node, edge = _member(number)
        nodes[node.id] = node
        edges.append(edge)
    return Project(document=Document(name="bench", nodes=nodes, edges=tuple(edges)), files=_CODE)


def _member(number: int) -> tuple[Node, Edge]:
    names = ("prepare", "train", "score", "tell")
    turn, before = number % 4, f"{names[number % 4 - 1]}-{number - 1}"
    name = f"{names[turn]}-{number}"
    if turn == 0:
        settings: dict[str, object] = {"script": "prepare.py"}
        return Node(id=name, kind="processing", settings=settings), _joined("data.dataset", f"{name}.data")
    if turn == 1:
        settings = {"hyperparameters": {"max_depth": 5, "num_round": 10}}
        return Node(id=name, kind="training", settings=settings), _joined(f"{before}.output", f"{name}.train")
    if turn == 2:
        settings = {"function": "score", "answers": {"auc": "value"}}
        return Node(id=name, kind="lambda", settings=settings), _joined(f"{before}.model", f"{name}.values")
    return Node(id=name, kind="lambda", settings={"function": "tell"}), _joined(f"{before}.auc", f"{name}.values")


def _joined(source: str, target: str) -> Edge:
    (one, port), (other, into) = source.split("."), target.split(".")
    return Edge(source=one, source_port=port, target=other, target_port=into)


def seconds(work: Callable[[], object], rounds: int) -> float:
    """Return the median time that some work takes."""
    found = []
    for _ in range(rounds):
        begun = time.perf_counter()
        work()
        found.append(time.perf_counter() - begun)
    return statistics.median(found)


def measure(size: int, rounds: int, judge: SdkJudge | None) -> Figures:
    """Return the figures of a pipeline."""
    project = pipeline(size)
    graph, attempt = project.graph, project.lowered
    exports = {}
    source = ""
    for target in targets():
        files: tuple[Artifact, ...] = target.render(attempt.workflow)
        source = next((one.content.decode() for one in files if one.path == "pipeline.py"), source)
        exports[target.id] = seconds(lambda target=target: target.render(attempt.workflow), rounds)  # type: ignore[misc]
    return Figures(
        nodes=size,
        lower=seconds(lambda: Project(document=project.document, files=_CODE).lowered, rounds),
        check=seconds(lambda: check(graph, attempt), rounds),
        recheck=_recheck(project, rounds),
        exports=exports,
        sdk=seconds(lambda: judge.definition_of(f"{source}\npipeline = build_pipeline()\n"), rounds) if judge else None,
    )


def _recheck(project: Project, rounds: int) -> float:
    """Return the median time to understand, lower and check again after an edit of one setting."""
    memory = Memory()
    check(project.graph, project.lowered, memory=memory)
    found = []
    for number in range(rounds):
        edited = set_setting(project.document, "prepare-0", ("volume_gb",), 40 + number)
        begun = time.perf_counter()
        after = Project(document=edited, files=project.files, known=project.lowered)
        check(after.graph, after.lowered, memory=Memory(memory))
        found.append(time.perf_counter() - begun)
    return statistics.median(found)


def table(rows: list[Figures]) -> Iterator[str]:
    """Yield the lines of a table in Markdown."""
    names = list(rows[0].exports)
    exports = " | ".join(f"export {name}" for name in names)
    yield f"| nodes | lower | check | check after an edit | {exports} | SDK composes and defines |"
    yield "|---|---|---|---|" + "---|" * (len(names) + 1)
    for row in rows:
        cells = [
            f"{row.lower:.4f}",
            f"{row.check:.4f}",
            f"{row.recheck:.4f}",
            *(f"{row.exports[name]:.4f}" for name in names),
        ]
        yield f"| {row.nodes} | {' | '.join(cells)} | {'' if row.sdk is None else f'{row.sdk:.4f}'} |"


def main() -> int:
    """Print the table."""
    if PYTHON.is_file():
        with open_sdk_judge() as judge:
            rows = [measure(size, _ROUNDS, judge) for size in SIZES]
    else:
        rows = [measure(size, _ROUNDS, None) for size in SIZES]
    sys.stdout.write("\n".join(table(rows)) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
