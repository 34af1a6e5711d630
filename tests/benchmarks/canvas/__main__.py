"""`python -m tests.benchmarks.canvas [--quick]` prints a table of our canvas beside NodeGraphQt's."""

import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from tests.benchmarks.canvas.drawing import drawing

ROOT = Path(__file__).parents[3]
PEER_PYTHON = ROOT / ".judges" / "nodegraphqt" / "bin" / "python"
SIZES = {100: 5, 500: 5, 1000: 5, 5000: 1}
"""How often each size is measured; the two canvases take turns."""
OFTEN = 3
"""How often ours is measured at each turn: it is done in a moment, which may be one in which the machine is slow."""
ALONE = {20000: 3}
QUICK = {100: 1, 500: 1}
DONE = ("build", "fit", "zoom all", "pan", "zoom", "drag", "delete", "undo", "save", "load", "memory")
Figures = Mapping[str, float]


def figures(module: str, python: Path, path: Path) -> Figures:
    """Measure one drawing in a process of its own."""
    command = [str(python), "-m", f"tests.benchmarks.canvas.{module}", str(path)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, env=environment)
    found: dict[str, float] = json.loads(result.stdout.splitlines()[-1])
    return found


def medians(runs: Sequence[Figures]) -> Figures:
    """Return the median of each figure."""
    return {name: statistics.median(run[name] for run in runs) for name in DONE}


def rows(sizes: Mapping[int, int], alone: Mapping[int, int]) -> Iterator[str]:
    """Yield the lines of the table, each as soon as it is known."""
    yield f"| nodes | canvas | {' | '.join(DONE)} |"
    yield "|---" * (len(DONE) + 2) + "|"
    with tempfile.TemporaryDirectory() as folder:
        for size, rounds in {**sizes, **alone}.items():
            path = Path(folder) / f"{size}.json"
            path.write_text(drawing(size).to_json(), encoding="utf-8")
            ours: list[Figures] = []
            peers: list[Figures] = []
            for _ in range(rounds):
                ours.extend(figures("ours", Path(sys.executable), path) for _ in range(OFTEN))
                if size not in alone and PEER_PYTHON.is_file():
                    peers.append(figures("peer", PEER_PYTHON, path))
            yield _row(size, "ours", medians(ours))
            if peers:
                yield _row(size, "NodeGraphQt", medians(peers))
                yield _ratios(size, medians(ours), medians(peers))


def _row(size: int, name: str, found: Figures) -> str:
    return f"| {size} | {name} | {' | '.join(_short(found[each]) for each in DONE)} |"


def _ratios(size: int, ours: Figures, peers: Figures) -> str:
    return f"| {size} | *times* | {' | '.join(f'*{peers[each] / ours[each]:.1f}*' for each in DONE)} |"


def _short(number: float) -> str:
    return f"{number:.0f}" if number >= 10 else f"{number:.1f}"


def main(arguments: Sequence[str]) -> int:
    """Print the table."""
    sizes, alone = (QUICK, {}) if "--quick" in arguments else (SIZES, ALONE)
    for line in rows(sizes, alone):
        sys.stdout.write(line + "\n")
        sys.stdout.flush()
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
