"""The reference pages say what the program's tables say."""

from __future__ import annotations

import subprocess
import sys

from tests.repository.sources import ROOT


def test_the_reference_pages_are_current() -> None:
    ended = subprocess.run(
        [sys.executable, "packaging/reference.py", "--check"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )

    assert ended.stdout + ended.stderr == ""
    assert ended.returncode == 0
