"""A window that is killed in the midst of edits and saves loses no more than the last two seconds."""

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from designer.document.files import read_document, save_document
from designer.document.model import Document, Node
from designer.gui.bridge.recovery import Recoverable, autosave_path, recoverable
from designer.gui.bridge.untitled import untitled_places

pytestmark = pytest.mark.window

_EDITS_FOR_EVER = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication
from designer.document import edits
from designer.gui.application import make_window
from designer.gui.beginning import Beginning

folder, has_file = Path(sys.argv[1]), len(sys.argv) > 2
application = QApplication([])
window = make_window(application, QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat))
window.show()
Beginning(window, folder / "churn.yaml" if has_file else None).begin()
window.filing.saved.connect(lambda _: tell("saved", window.session.document.name))
number = 0

def tell(word, name):
    print(word, name[1:], time.time(), flush=True)

def edit():
    global number
    if has_file and window.session.path is None:
        return
    number += 1
    window.session.apply(edits.rename_document(window.session.document, f"n{number}"), "Rename")
    tell("edited", f"n{number}")
    if has_file and number % 20 == 0:
        window.filing.save()

timer = QTimer(interval=50)
timer.timeout.connect(edit)
timer.start()
application.exec()
"""
_MOST_LOST_SECONDS = 2
_SECONDS_OF_WORK = 4
_ALLOWANCE = 1
"""Seconds that a busy machine may take to write what was handed over."""


def test_a_killed_window_without_a_file_leaves_its_work(tmp_path: Path) -> None:
    told = list(_work_and_kill(tmp_path))

    found = recoverable(untitled_places(tmp_path)[0])

    assert _number(found) >= _newest(told, "edited", before=_MOST_LOST_SECONDS + _ALLOWANCE) > 0


def test_a_killed_window_loses_neither_what_it_saved_nor_what_it_had_not(tmp_path: Path) -> None:
    path = tmp_path / "churn.yaml"
    save_document(Document(name="n0", nodes={"train": Node(id="train", kind="training")}), path)

    told = list(_work_and_kill(tmp_path, "has a file"))

    saved, unsaved = int(read_document(path).name[1:]), recoverable(autosave_path(path), path)
    assert saved >= _newest(told, "saved", before=0) > 0
    assert max(saved, _number(unsaved)) >= _newest(told, "edited", before=_MOST_LOST_SECONDS + _ALLOWANCE)


def _work_and_kill(folder: Path, *arguments: str) -> Iterator[tuple[str, int, float]]:
    """Yield what the window told until it was killed: a word, a number, and how many seconds that was before the end."""
    command = [sys.executable, "-c", _EDITS_FOR_EVER, str(folder), *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as window:
        assert window.stdout is not None
        first = window.stdout.readline()
        time.sleep(_SECONDS_OF_WORK)
        window.kill()
        ended = time.time()
        for line in (first, *window.stdout):
            word, number, at = line.split()
            yield word, int(number), ended - float(at)


def _newest(told: list[tuple[str, int, float]], word: str, *, before: float) -> int:
    return max((number for one, number, ago in told if one == word and ago >= before), default=0)


def _number(found: Recoverable | None) -> int:
    return int(found.document.name[1:]) if found else 0
