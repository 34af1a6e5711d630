"""How much CPU time the program takes until it is seen: `python -m tests.benchmarks.start` prints a table."""

import gc
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RUNS = 9
ROOT = Path(__file__).parents[2]
PIPELINE = ROOT / "resources" / "starters" / "sagemaker-training" / "pipeline.yaml"


def child(path: Path) -> None:
    """Start as the command line does, with a pipeline; print milliseconds of a quiet machine since then as JSON."""
    gc.disable()
    from PySide6.QtCore import QSettings, QTimer
    from PySide6.QtWidgets import QApplication

    from designer.gui.application import show_window
    from designer.gui.first_picture import FirstPicture
    from tests import yardstick

    application = QApplication([])
    seen: dict[str, float] = {}

    def note(what: str) -> None:
        seen[what] = time.process_time() * 1000

    def follow_pipeline() -> None:
        shown = FirstPicture(window.canvas.viewport())
        shown.came.connect(lambda: note("first pipeline"))
        shown.came.connect(application.quit)

    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_STATE_HOME"] = folder
        window = show_window(application, QSettings(f"{folder}/settings.ini", QSettings.Format.IniFormat), path)
        # Who follows a picture last hears of it first: before anything more is done.
        first = FirstPicture(window)
        first.came.connect(lambda: note("window"))
        first.came.connect(lambda: QTimer.singleShot(0, lambda: window.filing.settled.connect(follow_pipeline)))
        application.exec()
        pace = yardstick.pace(min(yardstick.measure() for _ in range(5)))
        sys.stdout.write(json.dumps({what: taken / pace for what, taken in seen.items()}) + "\n")
        sys.stdout.flush()
        os._exit(0)  # nothing is to be saved, and threads still prepare what comes next


def measured() -> dict[str, float]:
    """Start the program once, in a process of its own."""
    command = [sys.executable, "-m", "tests.benchmarks.start", str(PIPELINE)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # who starts it a second time has it compiled
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, env=environment)
    found: dict[str, float] = json.loads(ended.stdout.splitlines()[-1])
    return found


def main(arguments: list[str]) -> int:
    """Print a table; with a pipeline, be the one that is measured."""
    if arguments:
        child(Path(arguments[0]))
    measured()
    runs = [measured() for _ in range(RUNS)]
    sys.stdout.write("| seen | median |\n|---|---|\n")
    for what in runs[0]:
        sys.stdout.write(f"| {what} | {statistics.median(run[what] for run in runs):.0f} |\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
