"""A program that is killed while it saves, at each of its file operations in turn, loses nothing and damages nothing."""

import subprocess
import sys
from pathlib import Path

from designer.document.files import read_document, save_document
from designer.document.model import Document, Node
from designer.gui.bridge.recovery import autosave_path, keep, recoverable

_OLD = Document(name="old", nodes={"train": Node(id="train", kind="training")})
_NEW = Document(name="new", nodes={"train": Node(id="train", kind="training"), "tell": Node(id="tell", kind="lambda")})

_SAVES_UNTIL_KILLED = """
import os, signal, sys
from pathlib import Path
from designer.document.files import read_document
from designer.gui.bridge.recovery import autosave_path, save_and_forget

path, left = Path(sys.argv[1]), int(sys.argv[2])
document = read_document(autosave_path(path))

def count(event, arguments):
    global left
    if event in {"open", "os.rename", "os.remove", "os.chmod"} and str(path.parent) in str(arguments[0]):
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

sys.addaudithook(count)
save_and_forget(document, path)
"""
_KILLED = -9


def test_a_save_that_is_killed_leaves_the_file_whole_and_the_work_recoverable(tmp_path: Path) -> None:
    ends = []
    for operation in range(1, 100):
        path = tmp_path / str(operation) / "churn.yaml"
        path.parent.mkdir()
        save_document(_OLD, path)
        keep(_NEW, autosave_path(path))

        ends.append(_saved_until(path, operation))

        saved, unsaved = read_document(path), recoverable(autosave_path(path), path)
        assert saved in (_OLD, _NEW)
        assert _NEW in (saved, unsaved and unsaved.document), f"lost at operation {operation}"
        if ends[-1] == 0:
            break

    assert ends[-1] == 0
    assert len(ends) > 4
    assert set(ends[:-1]) == {_KILLED}


def _saved_until(path: Path, operation: int) -> int:
    command = [sys.executable, "-c", _SAVES_UNTIL_KILLED, str(path), str(operation)]
    return subprocess.run(command, check=False).returncode
