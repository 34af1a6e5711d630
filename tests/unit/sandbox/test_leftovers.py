import os
import subprocess
import sys
from pathlib import Path

import pytest

from designer.sandbox.leftovers import own_prefix, sweep
from designer.sandbox.process import running_sandbox, start_sandbox, stop_sandbox

PROCESS = """
import sys, tempfile, time
from designer.sandbox.leftovers import own_prefix
print(tempfile.mkdtemp(prefix=own_prefix(), dir=sys.argv[1]), flush=True)
time.sleep(60)
"""


def test_what_a_process_put_down_goes_once_it_was_killed_and_no_sooner(tmp_path: Path) -> None:
    process = subprocess.Popen([sys.executable, "-c", PROCESS, str(tmp_path)], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    left = Path(process.stdout.readline().strip())
    (left / "code").mkdir()
    (left / "code" / "index.py").write_text("")

    sweep(tmp_path)
    while_it_lived = left.exists()
    process.kill()
    process.wait()
    process.stdout.close()
    sweep(tmp_path)

    assert while_it_lived
    assert not left.exists()


def test_only_what_is_named_by_a_process_of_a_sandbox_goes(tmp_path: Path) -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    elsewhere = tmp_path / "kept"
    elsewhere.mkdir()
    (elsewhere / "work").write_text("mine")
    (tmp_path / f"designer-sandbox-{ended.pid}-x.log").write_text("")
    (tmp_path / f"designer-sandbox-{ended.pid}-link").symlink_to(elsewhere, target_is_directory=True)
    (tmp_path / "designer-sandbox-notes").mkdir()
    (tmp_path / f"others-{ended.pid}-x").mkdir()
    (tmp_path / f"{own_prefix()}x").mkdir()

    sweep(tmp_path)

    kept = {"kept", "designer-sandbox-notes", f"others-{ended.pid}-x", f"{own_prefix()}x"}
    assert {one.name for one in tmp_path.iterdir()} == kept
    assert (elsewhere / "work").read_text() == "mine"


@pytest.mark.skipif(os.getuid() != 0, reason="Only root can give a folder to another user.")
def test_what_belongs_to_another_user_stays(tmp_path: Path) -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    theirs = tmp_path / f"designer-sandbox-{ended.pid}-x"
    theirs.mkdir()
    os.chown(theirs, 12345, 12345)

    sweep(tmp_path)

    assert theirs.exists()


def test_a_sandbox_removes_what_one_that_was_killed_has_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    killed = start_sandbox()
    killed.child.kill()
    killed.child.wait()
    stop_sandbox(killed)
    left = set(tmp_path.iterdir())

    with running_sandbox():
        found = set(tmp_path.iterdir())

    assert left
    assert found.isdisjoint(left)
    assert not any(tmp_path.iterdir())
